import { splitAction } from '../../iam/action'
import { didYouMean } from '../../reference/did-you-mean'
import { expandAction } from '../../reference/action-name'
import { hasWildcard } from '../../iam/wildcard'
import type { Reference } from '../../reference/reference'
import type { PolicyText } from '../policy'
import { eachStatement, replaceWithEach, type Check, type CheckContext, type CheckHit } from './check'

/** A check of each value of Action and NotAction. */
const eachAction = (find: (value: PolicyText, context: CheckContext) => Iterable<CheckHit>): Check['find'] =>
  eachStatement(function* ({ action }, context) {
    for (const value of action.values) yield* find(value, context)
  })

/** Prefixes that have a wildcard are none. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
function* withoutService({ text, span }: PolicyText, { reference }: CheckContext): Iterable<CheckHit> {
  if (text === '*' || text.includes(':')) return
  const holders = [...(reference.actions?.services ?? [])]
    .filter(([, { names }]) => names.some((name) => name.toLowerCase() === text.toLowerCase()))
    .map(([prefix]) => `${prefix}:${text}`)
  yield { span, data: { text }, fixes: replaceWithEach(span, holders.slice(0, 5)) }
}

const dateOf = ({ list }: Reference): string => list?.date ?? 'an unknown date'

/** Do AWS's own managed policies name the action, or its service, although the reference does not list it? */
function isUnlisted(action: string, { list }: Reference): boolean {
  const parts = splitAction(action)
  const names = parts ? list?.unlisted.get(parts.service) : undefined
  if (!parts || !list || !names) return false
  return !list.services.has(parts.service) || names.has(parts.name.toLowerCase())
}

function* unlisted({ text, span }: PolicyText, { reference }: CheckContext): Iterable<CheckHit> {
  if (isUnlisted(text, reference)) yield { span, data: { text } }
}

function* unknownService({ text, span }: PolicyText, { reference, namedByAws }: CheckContext): Iterable<CheckHit> {
  const parts = splitAction(text)
  const { list } = reference
  if (namedByAws.has(text.toLowerCase())) return
  if (!parts || !list || hasWildcard(parts.service) || list.services.has(parts.service) || isUnlisted(text, reference))
    return
  const near = didYouMean(parts.service, list.services.keys()).map((prefix) => `${prefix}:${parts.name}`)
  yield { span, data: { service: parts.service, date: dateOf(reference) }, fixes: replaceWithEach(span, near) }
}

function* serviceWildcard({ text, span }: PolicyText): Iterable<CheckHit> {
  const parts = splitAction(text)
  if (parts && hasWildcard(parts.service) && text !== '*:*') yield { span, data: { text } }
}

function* unknownAction({ text, span }: PolicyText, { reference, namedByAws }: CheckContext): Iterable<CheckHit> {
  const parts = splitAction(text)
  const service = parts ? reference.service(parts.service) : null
  if (!parts || !service || hasWildcard(parts.name) || service.byName.has(parts.name.toLowerCase())) return
  if (isUnlisted(text, reference) || namedByAws.has(text.toLowerCase())) return
  const near = didYouMean(
    parts.name,
    service.actions.map(({ name }) => name),
  ).map((name) => `${parts.service}:${name}`)
  yield {
    span,
    data: { action: text, service: service.name, date: dateOf(reference) },
    fixes: replaceWithEach(span, near),
  }
}

function* matchesNothing({ text, span }: PolicyText, { reference }: CheckContext): Iterable<CheckHit> {
  const parts = splitAction(text)
  const service = parts ? reference.service(parts.service) : null
  if (parts && service && hasWildcard(parts.name) && expandAction(parts.name, service).length === 0)
    yield { span, data: { text, service: service.name, date: dateOf(reference) } }
}

/** Checks of what Action and NotAction name. */
export const ACTION_CHECKS: readonly Check[] = [
  { code: 'action-without-service', severity: 'error', find: eachAction(withoutService) },
  { code: 'action-unknown-service', severity: 'error', find: eachAction(unknownService) },
  { code: 'action-service-wildcard', severity: 'error', find: eachAction(serviceWildcard) },
  { code: 'action-unknown', severity: 'error', find: eachAction(unknownAction) },
  { code: 'action-unlisted', severity: 'warning', find: eachAction(unlisted) },
  { code: 'action-matches-nothing', severity: 'warning', find: eachAction(matchesNothing) },
]
