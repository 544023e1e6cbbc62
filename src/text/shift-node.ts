import type { JsonNode } from './json-node'
import type { Span } from './span'

/** A tree with every place moved: what was read from a piece of a text, in the places of the whole. */
function mapSpans(node: JsonNode, move: (span: Span) => Span): JsonNode {
  const span = move(node.span)
  if (node.kind === 'array') return { ...node, span, items: node.items.map((item) => mapSpans(item, move)) }
  if (node.kind !== 'object') return { ...node, span }
  const members = node.members.map(({ key, keySpan, value }) => ({
    key,
    keySpan: move(keySpan),
    value: mapSpans(value, move),
  }))
  return { ...node, span, members }
}

/** A tree that was read from a piece of a text which begins at an offset. */
export const shiftNode = (node: JsonNode, by: number): JsonNode =>
  by === 0 ? node : mapSpans(node, ([start, end]) => [start + by, end + by])
