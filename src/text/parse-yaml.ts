import { isAlias, isMap, isScalar, isSeq, parseAllDocuments, type Document, type Node } from 'yaml'
import { MAX_JSON_DEPTH, MAX_JSON_VALUES } from './json-limits'
import type { JsonMember, JsonNode } from './json-node'
import type { Span } from './span'

const LONGEST_YAML = 1_000_000

/** A key that stands twice, or too much: an alias may stand for a document many times its size. */
const UNREADABLE = Symbol('unreadable YAML')

/** Turns the nodes of one YAML document into a JSON tree. A local tag `!Sub x` becomes `{"!Sub": x}`. */
class TreeBuilder {
  private left = MAX_JSON_VALUES

  constructor(private readonly document: Document) {}

  build(node: Node | null | undefined, depth = 0): JsonNode {
    this.left -= 1
    if (this.left < 0 || depth > MAX_JSON_DEPTH) throw UNREADABLE
    const span = spanOf(node)
    const value = this.untagged(node, depth, span)
    const tag = node && !isAlias(node) ? node.tag : undefined
    if (!tag?.startsWith('!') || tag.startsWith('!!')) return value
    return { kind: 'object', span, members: [{ key: tag, keySpan: span, value }] }
  }

  private untagged(node: Node | null | undefined, depth: number, span: Span): JsonNode {
    if (isAlias(node)) return this.build(node.resolve(this.document), depth + 1)
    if (isSeq(node))
      return { kind: 'array', span, items: node.items.map((item) => this.build(item as Node, depth + 1)) }
    if (isMap(node)) {
      const members = node.items.map(({ key, value }): JsonMember => {
        const keyNode = key as Node | null
        const name = isScalar(keyNode) ? String(keyNode.value) : ''
        return { key: name, keySpan: spanOf(keyNode), value: this.build(value as Node | null, depth + 1) }
      })
      if (new Set(members.map(({ key }) => key)).size < members.length) throw UNREADABLE
      return { kind: 'object', span, members }
    }
    return scalar(isScalar(node) ? node.value : null, isScalar(node) ? (node.source ?? '') : '', span)
  }
}

function spanOf(node: Node | null | undefined): Span {
  const range = node?.range
  return range ? [range[0], range[1]] : [0, 0]
}

function scalar(value: unknown, raw: string, span: Span): JsonNode {
  if (typeof value === 'string') return { kind: 'string', value, span }
  if (typeof value === 'boolean') return { kind: 'boolean', value, span }
  if (typeof value === 'number' && String(value) === raw) return { kind: 'number', value, raw, span }
  return value === null || value === undefined ? { kind: 'null', span } : { kind: 'string', value: raw, span }
}

/** The documents of a YAML text as JSON trees with places; none where it is no YAML. Never throws. */
export function parseYaml(text: string): readonly JsonNode[] {
  if (text.length > LONGEST_YAML) return []
  try {
    const documents = [...parseAllDocuments(text, { logLevel: 'silent', prettyErrors: false, uniqueKeys: false })]
    return documents.flatMap((document) =>
      document.errors.length > 0 || document.contents === null
        ? []
        : [new TreeBuilder(document).build(document.contents)],
    )
  } catch {
    return []
  }
}
