import type { JsonMember, JsonNode } from '../text/json-node'
import type { Span } from '../text/span'
import type { JsonObject } from '../text/json-tree'

/** A text in a tree. */
export const textNode = (value: string, span: Span): JsonNode => ({ kind: 'string', value, span })

/** A list in a tree. */
export const listNode = (items: readonly JsonNode[], span: Span): JsonNode => ({ kind: 'array', items, span })

/** An object in a tree; each member stands where its value does. */
export const objectNode = (members: readonly (readonly [key: string, value: JsonNode])[], span: Span): JsonObject => ({
  kind: 'object',
  span,
  members: members.map(([key, value]): JsonMember => ({ key, keySpan: value.span, value })),
})

/** What a call `name(…)` is in a tree: its name and arguments; null for anything else. */
export function callIn(node: JsonNode): { readonly name: string; readonly args: readonly JsonNode[] } | null {
  const [only] = node.kind === 'object' ? node.members : []
  if (node.kind !== 'object' || node.members.length !== 1 || !only?.key.endsWith('()')) return null
  return only.value.kind === 'array' ? { name: only.key.slice(0, -2), args: only.value.items } : null
}
