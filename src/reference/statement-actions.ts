import { splitAction } from '../iam/action'
import type { JsonNode } from '../text/json-node'
import { expandAction } from './action-name'
import { elementStrings, nodeAt } from './policy-cursor'
import type { Reference } from './reference'
import type { ActionReference } from './service-reference'

/** The actions that patterns match, as far as their services are loaded; "*" alone names none in particular. */
export function expandActions(patterns: readonly string[], reference: Reference): readonly ActionReference[] {
  const found = patterns.flatMap((pattern) => {
    const parts = splitAction(pattern)
    const service = parts ? reference.service(parts.service) : null
    return parts && service ? expandAction(parts.name, service) : []
  })
  return [...new Set(found)]
}

/** The actions that a statement's Action element names. */
export const statementActions = (statement: JsonNode | null, reference: Reference): readonly ActionReference[] =>
  expandActions(elementStrings(statement, 'Action'), reference)

/** The statements of a policy: a single one needs no list. */
export function statementsOf(root: JsonNode | null): readonly JsonNode[] {
  const node = nodeAt(root, ['Statement'])
  if (node?.kind === 'array') return node.items
  return node ? [node] : []
}

/** The services that a policy speaks of: what an editor loads. */
export function servicesOfPolicy(root: JsonNode | null): readonly string[] {
  const patterns = statementsOf(root).flatMap((statement) => [
    ...elementStrings(statement, 'Action'),
    ...elementStrings(statement, 'NotAction'),
    ...conditionKeysOf(statement),
  ])
  return [...new Set(patterns.flatMap((pattern) => splitAction(pattern)?.service ?? []))].toSorted()
}

/** The condition keys that a statement tests. */
function conditionKeysOf(statement: JsonNode | null): readonly string[] {
  const condition = nodeAt(statement, ['Condition'])
  if (condition?.kind !== 'object') return []
  return condition.members.flatMap(({ value }) => (value.kind === 'object' ? value.members.map(({ key }) => key) : []))
}
