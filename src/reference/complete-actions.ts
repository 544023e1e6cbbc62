import { splitAction } from '../iam/action'
import { expandAction } from './action-name'
import { stringItem, type CompletionItem, type CompletionRequest } from './completion'
import { describeAction } from './describe'
import { servicePage } from './pages'
import type { ActionReference, ServiceReference } from './service-reference'

const MOST_PATTERNS = 12

/** Offers services until the colon is typed, then the service's actions and the patterns that sum them up. */
export function completeActions(request: CompletionRequest): readonly CompletionItem[] {
  const { cursor, reference, action } = request
  const typed = splitAction(cursor.before)
  const service = typed ? reference.service(typed.service) : null
  if (service) return actionsOf(request, service)
  const ofCase = action && !cursor.values.includes(action) ? [offerOfCase(request, action)] : []
  const all = stringItem(cursor, { label: '*', kind: 'action', detail: 'every action of every service' })
  const services = [...(reference.list?.services.values() ?? [])].map(({ prefix, name, actionCount }) =>
    stringItem(cursor, {
      label: `${prefix}:`,
      kind: 'service',
      detail: name,
      documentation: `${name}: ${actionCount} actions.`,
      page: servicePage(name),
      again: true,
    }),
  )
  return [...ofCase, ...services, all]
}

const offerOfCase = ({ cursor }: CompletionRequest, action: string) =>
  stringItem(cursor, { label: action, kind: 'action', detail: 'the action of this case' })

function actionsOf({ cursor, reference }: CompletionRequest, service: ServiceReference): readonly CompletionItem[] {
  const taken = new Set(cursor.values.map((value) => value.toLowerCase()))
  const detail = reference.detail(service.prefix)
  const single = (action: ActionReference) => {
    const label = `${service.prefix}:${action.name}`
    return stringItem(cursor, {
      label,
      kind: 'action',
      detail: action.level,
      documentation: describeAction(action, detail),
      page: servicePage(service.name),
    })
  }
  return [
    ...service.actions.filter((action) => !taken.has(`${service.prefix}:${action.name}`.toLowerCase())).map(single),
    ...patternsOf(service).map((pattern) =>
      stringItem(cursor, {
        label: `${service.prefix}:${pattern}`,
        kind: 'action',
        detail: `${expandAction(pattern, service).length} actions`,
        page: servicePage(service.name),
      }),
    ),
  ]
}

/** The first words that several actions share, as patterns, the most frequent first; "*" last. */
function patternsOf(service: ServiceReference): readonly string[] {
  const counts = new Map<string, number>()
  for (const { name } of service.actions) {
    const verb = /^[A-Z][a-z]+(?=[A-Z])/.exec(name)?.[0]
    if (verb) counts.set(verb, (counts.get(verb) ?? 0) + 1)
  }
  const shared = [...counts].filter(([, count]) => count > 1).toSorted(([, a], [, b]) => b - a)
  return [...shared.slice(0, MOST_PATTERNS).map(([verb]) => `${verb}*`), '*']
}
