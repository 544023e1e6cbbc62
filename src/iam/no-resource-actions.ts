import { splitAction } from './action'
import names from './no-resource-actions.json'

/** The actions of a service that take no resource: their names, beginnings of names, and what begins so and takes one. */
interface NoResource {
  readonly names: ReadonlySet<string>
  readonly beginnings: readonly string[]
  readonly except: ReadonlySet<string>
}

const PLAIN = /^[a-z\d]+$/

const readList = (list: string): NoResource => {
  const all = list.toLowerCase().split(' ')
  return {
    names: new Set(all.filter((name) => PLAIN.test(name))),
    beginnings: all.flatMap((name) => (name.endsWith('*') ? name.slice(0, -1) : [])),
    except: new Set(all.flatMap((name) => (name.startsWith('!') ? name.slice(1) : []))),
  }
}

/**
 * Actions that take no resource, so that only `"Resource": "*"` covers them: most that read and some that write, of the
 * services that people use most. `Describe*` stands for all that begin so but those with a `!`. The whole list stands in
 * the service authorization reference.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const NO_RESOURCE: ReadonlyMap<string, NoResource> = new Map(
  Object.entries(names).map(([service, list]) => [service, readList(list)]),
)

/** Does an action take no resource? False: it takes one, or it is none of the actions known here, or a pattern. */
export const takesNoResource = (action: string): boolean => {
  const { service = '', name = '' } = splitAction(action.toLowerCase()) ?? {}
  const row = NO_RESOURCE.get(service)
  if (row === undefined || !PLAIN.test(name)) return false
  return row.names.has(name) || (!row.except.has(name) && row.beginnings.some((begin) => name.startsWith(begin)))
}
