import type { JsonNode } from './json-node'
import type { Span } from './span'
import { own } from './own'

/** One way to walk JSON, whether it is a tree read from a text or a plain value, which has no places. */
export interface JsonReader<N> {
  readonly kind: (node: N) => JsonNode['kind']
  /** A text, number or Boolean as it is written; empty for anything else. */
  readonly scalar: (node: N) => string
  readonly items: (node: N) => readonly N[]
  readonly keys: (node: N) => readonly string[]
  /** The value of the key at this index of `keys`. */
  readonly value: (node: N, index: number, key: string) => N
  readonly keySpan: (node: N, index: number) => Span | null
  readonly span: (node: N) => Span | null
}

/** Walks a tree. */
export const NODE_READER: JsonReader<JsonNode> = {
  kind: ({ kind }) => kind,
  scalar: (node) =>
    node.kind === 'string'
      ? node.value
      : node.kind === 'number'
        ? node.raw
        : node.kind === 'boolean'
          ? String(node.value)
          : '',
  items: (node) => (node.kind === 'array' ? node.items : []),
  keys: (node) => (node.kind === 'object' ? node.members.map(({ key }) => key) : []),
  value: (node, index) => (node.kind === 'object' ? (node.members[index]?.value ?? node) : node),
  keySpan: (node, index) => (node.kind === 'object' ? (node.members[index]?.keySpan ?? node.span) : null),
  span: (node) => node.span,
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** Walks a plain value; a key without a value is not there. */
export const VALUE_READER: JsonReader<unknown> = {
  kind: (value) => {
    const type = typeof value
    if (type === 'string' || type === 'number' || type === 'boolean') return type
    if (!isObject(value)) return 'null'
    return Array.isArray(value) ? 'array' : 'object'
  },
  scalar: (value) =>
    typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '',
  items: (value) => (Array.isArray(value) ? value : []),
  keys: (value) => {
    if (!isObject(value)) return []
    const keys = Object.keys(value)
    for (const key of keys)
      if (own(value, key) === undefined) return keys.filter((one) => own(value, one) !== undefined)
    return keys
  },
  value: (value, _index, key) => (isObject(value) ? own(value, key) : null),
  keySpan: () => null,
  span: () => null,
}
