import type { KeyType } from '../iam/key-type'
import { withNarrower } from './narrower-types'
import { own } from '../text/own'

/** How AWS groups actions in the Service Authorization Reference. */
export type AccessLevel = 'Read' | 'List' | 'Write' | 'Tagging' | 'Permissions management'

/** A condition key as its service documents it; `name` may hold a part in `${}` or `<>` that the policy fills in. */
export interface KeyReference {
  readonly name: string
  readonly type: KeyType
  readonly multivalued: boolean
}

/** A resource type of a service, with its ARN template. */
export interface ResourceTypeReference {
  readonly name: string
  readonly arn: string
  readonly keys: readonly KeyReference[]
  /** Types of the service whose ARNs this template would fit as well, as a bucket's fits those of its objects. */
  readonly narrower: readonly ResourceTypeReference[]
}

/** A resource type that an action can be limited to. `required` is AWS's mark and no proof that an ARN is needed. */
export interface ActionResource {
  readonly type: ResourceTypeReference
  readonly required: boolean
  readonly keys: readonly KeyReference[]
}

/** An action, as the Service Authorization Reference lists it. */
export interface ActionReference {
  readonly service: string
  readonly name: string
  readonly level: AccessLevel
  readonly keys: readonly KeyReference[]
  readonly resources: readonly ActionResource[]
}

/** All actions, resource types and condition keys of one service. */
export interface ServiceReference {
  readonly prefix: string
  readonly name: string
  readonly keys: readonly KeyReference[]
  readonly resourceTypes: readonly ResourceTypeReference[]
  readonly actions: readonly ActionReference[]
  /** Actions by name in lower case: IAM compares action names without case. */
  readonly byName: ReadonlyMap<string, ActionReference>
}

/** What is only read by people: descriptions, and the actions that an action needs besides itself. */
export interface ServiceDetail {
  /** By action name in lower case. */
  readonly actions: ReadonlyMap<string, string>
  /** By condition key in lower case. */
  readonly keys: ReadonlyMap<string, string>
  /** Actions with their prefix, by action name in lower case. */
  readonly dependents: ReadonlyMap<string, readonly string[]>
}

/** The file of one service, version 1, as the build writes it. */
export interface ServiceFile {
  readonly v: 1
  readonly p: string
  readonly n: string
  readonly k: readonly (readonly [name: string, type: string])[]
  readonly r: readonly (readonly [name: string, arn: string, keys?: readonly number[]])[]
  readonly a: readonly (readonly [
    name: string,
    level: string,
    keys?: readonly number[],
    links?: readonly (number | readonly number[])[],
  ])[]
}

/** The file of one service's descriptions, version 1. */
export interface DetailFile {
  readonly v: 1
  readonly a: readonly string[]
  readonly k: readonly string[]
  readonly d: Readonly<Record<string, readonly string[]>>
}

/** The letters of the files and what they stand for. */
export const LEVELS: Readonly<Record<string, AccessLevel>> = {
  R: 'Read',
  L: 'List',
  W: 'Write',
  T: 'Tagging',
  P: 'Permissions management',
}

const TYPES: Readonly<Record<string, readonly [KeyType, boolean]>> = {
  s: ['string', false],
  S: ['string', true],
  a: ['arn', false],
  A: ['arn', true],
  b: ['bool', false],
  B: ['bool', true],
  n: ['numeric', false],
  d: ['date', false],
  i: ['ip', false],
}

/** The templates that a type of resource is listed with: AWS's tables write several into one cell, with commas between. */
const templatesOf = (arn: string): readonly string[] => arn.split(/,\s*(?=arn:)/)

/** Reads the file of one service. */
export function decodeService(file: ServiceFile): ServiceReference {
  const keys = file.k.map(([name, code]): KeyReference => {
    const [type, multivalued] = own(TYPES, code) ?? ['string', false]
    return { name, type, multivalued }
  })
  const keysAt = (indexes: readonly number[] = []) => indexes.flatMap((index) => keys[index] ?? [])
  const templates = file.r.map(([, arn]) => templatesOf(arn))
  const resourceTypes = withNarrower(
    file.r.flatMap(([name, , indexes], at) =>
      (templates[at] ?? []).map((arn) => ({ name, arn, keys: keysAt(indexes) })),
    ),
  )
  let from = 0
  const typesAt = templates.map(({ length }) => resourceTypes.slice(from, (from += length)))
  const resourceAt = (link: number | readonly number[]): ActionResource[] => {
    const [code = 0, ...indexes] = typeof link === 'number' ? [link] : link
    const keysOfLink = keysAt(indexes)
    return (typesAt[code >> 1] ?? []).map((type) => ({ type, required: code % 2 === 1, keys: keysOfLink }))
  }
  const actions = file.a.map(([name, level, indexes, links = []]): ActionReference => ({
    service: file.p,
    name,
    level: own(LEVELS, level) ?? 'Write',
    keys: keysAt(indexes),
    resources: links.flatMap(resourceAt),
  }))
  const byName = new Map(actions.map((action) => [action.name.toLowerCase(), action]))
  return { prefix: file.p, name: file.n, keys, resourceTypes, actions, byName }
}

/** Reads the descriptions of a service, which follow the order of its file. */
export function decodeDetail(file: DetailFile, service: ServiceReference): ServiceDetail {
  const named = (items: readonly { readonly name: string }[], texts: readonly string[]) =>
    new Map(items.map(({ name }, index) => [name.toLowerCase(), texts[index] ?? '']))
  return {
    actions: named(service.actions, file.a),
    keys: named(service.keys, file.k),
    dependents: new Map(Object.entries(file.d).map(([name, list]) => [name.toLowerCase(), list])),
  }
}
