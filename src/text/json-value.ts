import type { JsonNode } from './json-node'
import type { JsonProblem } from './json-messages'

/** A JSON value as a tree, or the problem that keeps it from being one. */
export interface JsonReading {
  readonly root: JsonNode | null
  readonly problems: readonly JsonProblem[]
}

/** The plain value of a tree; of a duplicate key the last one, as JSON.parse does. */
export function valueOfNode(node: JsonNode): unknown {
  if (node.kind === 'array') return node.items.map(valueOfNode)
  if (node.kind === 'object') return Object.fromEntries(node.members.map(({ key, value }) => [key, valueOfNode(value)]))
  return node.kind === 'null' ? null : node.value
}
