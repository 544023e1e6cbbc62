import type { JsonNode } from './json-node'

/** An object of a JSON text, with its members in order. */
export type JsonObject = Extract<JsonNode, { kind: 'object' }>

/** The value of a member; the last one where the key stands twice, as JSON parsers read it. */
export function member(node: JsonNode | undefined, key: string): JsonNode | undefined {
  return node?.kind === 'object' ? node.members.findLast((candidate) => candidate.key === key)?.value : undefined
}

/** The text of a string member. */
export function textMember(node: JsonNode | undefined, key: string): string | null {
  const value = member(node, key)
  return value?.kind === 'string' ? value.value : null
}

/** The nodes of a list; a single value stands for a list of one. */
export function listOf(node: JsonNode | null | undefined): readonly JsonNode[] {
  if (!node) return []
  return node.kind === 'array' ? node.items : [node]
}

/** The strings of a list or of a single value. */
export function stringsOf(node: JsonNode | null | undefined): readonly string[] {
  return listOf(node).flatMap((item) => (item.kind === 'string' ? [item.value] : []))
}
