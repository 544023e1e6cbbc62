import type { Span } from './span'

/** A JSON value with its place in the text. Values are read from here only, never from a second parser. */
export type JsonNode =
  | { readonly kind: 'string'; readonly value: string; readonly span: Span }
  | { readonly kind: 'number'; readonly value: number; readonly raw: string; readonly span: Span }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly span: Span }
  | { readonly kind: 'null'; readonly span: Span }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[]; readonly span: Span }
  | { readonly kind: 'object'; readonly members: readonly JsonMember[]; readonly span: Span }

/** One `"key": value` of an object, in the order of the text; a duplicate key stands twice. */
export interface JsonMember {
  readonly key: string
  readonly keySpan: Span
  readonly value: JsonNode
}
