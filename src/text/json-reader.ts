import type { JsonNode } from './json-node'
import type { Span } from './span'

/** The keys of an object, and their values. */
export interface JsonFields<N> {
  readonly keys: readonly string[]
  readonly values: readonly N[]
}

const NO_FIELDS: JsonFields<never> = { keys: [], values: [] }

/** One way to walk JSON, whether it is a tree read from a text or a plain value, which has no places. */
export interface JsonReader<N> {
  readonly kind: (node: N) => JsonNode['kind']
  /** A text, number or Boolean as it is written; empty for anything else. */
  readonly scalar: (node: N) => string
  readonly items: (node: N) => readonly N[]
  readonly fields: (node: N) => JsonFields<N>
  /** Where the key at this index stands. */
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
  fields: (node) =>
    node.kind === 'object'
      ? { keys: node.members.map(({ key }) => key), values: node.members.map(({ value }) => value) }
      : NO_FIELDS,
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
  fields: (value) => {
    if (!isObject(value)) return NO_FIELDS
    const keys = Object.keys(value)
    const values = Object.values(value)
    if (!values.includes(undefined)) return { keys, values }
    return { keys: keys.filter((_, i) => values[i] !== undefined), values: values.filter((one) => one !== undefined) }
  },
  keySpan: () => null,
  span: () => null,
}
