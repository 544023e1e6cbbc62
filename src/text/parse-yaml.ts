import { isAlias, isMap, isScalar, isSeq, parseAllDocuments, type Node } from 'yaml'
import { MAX_JSON_DEPTH, MAX_JSON_VALUES } from './json-limits'
import type { JsonMember, JsonNode } from './json-node'
import type { Span } from './span'

const LONGEST_YAML = 1_000_000

/** What all aliases of a document together may stand for, in values: one may stand for many times its own size. */
const MOST_ALIASED = 20_000

/** A key that stands twice, an alias of nothing or of itself, or too much. */
const UNREADABLE = Symbol('unreadable YAML')

/** What an anchor names, how many values it has, and how many levels. */
interface Anchored {
  readonly node: JsonNode
  readonly size: number
  readonly height: number
}

/** Turns the nodes of one YAML document into a JSON tree. A local tag `!Sub x` becomes `{"!Sub": x}`. */
class TreeBuilder {
  private built = 0
  private aliased = 0
  private deepest = 0
  /** What was built of each anchor so far: an alias means the last one before it. */
  private readonly anchors = new Map<string, Anchored>()

  build(node: Node | null | undefined, depth = 0): JsonNode {
    this.built += 1
    this.reach(depth)
    if (this.built > MAX_JSON_VALUES) throw UNREADABLE
    if (isAlias(node)) return this.alias(node.source, depth)
    return node?.anchor === undefined ? this.tagged(node, depth) : this.anchored(node, node.anchor, depth)
  }

  private reach(depth: number): void {
    if (depth > MAX_JSON_DEPTH) throw UNREADABLE
    this.deepest = Math.max(this.deepest, depth)
  }

  private anchored(named: Node, anchor: string, depth: number): JsonNode {
    const [before, deepest] = [this.built + this.aliased, this.deepest]
    this.anchors.delete(anchor)
    this.deepest = depth
    const node = this.tagged(named, depth)
    this.anchors.set(anchor, { node, size: this.built + this.aliased - before + 1, height: this.deepest - depth })
    this.deepest = Math.max(this.deepest, deepest)
    return node
  }

  private alias(name: string, depth: number): JsonNode {
    const anchored = this.anchors.get(name)
    if (!anchored) throw UNREADABLE
    this.aliased += anchored.size
    if (this.aliased > MOST_ALIASED) throw UNREADABLE
    this.reach(depth + anchored.height)
    return anchored.node
  }

  private tagged(node: Node | null | undefined, depth: number): JsonNode {
    const span = spanOf(node)
    const value = this.untagged(node, depth, span)
    const tag = node && !isAlias(node) ? node.tag : undefined
    if (!tag?.startsWith('!') || tag.startsWith('!!')) return value
    return { kind: 'object', span, members: [{ key: tag, keySpan: span, value }] }
  }

  private untagged(node: Node | null | undefined, depth: number, span: Span): JsonNode {
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

/** What a line may begin with that opens levels: blanks, and the signs of lists and keys. */
const LEVELS = /^[ \t?:-]*/gm

/** More may stand in a text than are levels of it: brackets in words, blanks before them. */
const MOST_OPEN = 4 * MAX_JSON_DEPTH

/**
 * Could it be deeper than any document that is read? The parser goes a level down for each bracket that is open and each
 * step of indentation, and where it runs out of room for that the whole page can end: no error comes that could be caught.
 */
function couldBeTooDeep(text: string): boolean {
  let open = 0
  for (const sign of text) {
    if (sign === '[' || sign === '{') open += 1
    else if ((sign === ']' || sign === '}') && open > 0) open -= 1
    if (open > MOST_OPEN) return true
  }
  for (const { 0: start } of text.matchAll(LEVELS)) if (start.length > 2 * MOST_OPEN) return true
  return false
}

/** The documents of a YAML text as JSON trees with places; none where it is no YAML. Never throws. */
export function parseYaml(text: string): readonly JsonNode[] {
  if (text.length > LONGEST_YAML || couldBeTooDeep(text)) return []
  try {
    const documents = [...parseAllDocuments(text, { logLevel: 'silent', prettyErrors: false, uniqueKeys: false })]
    return documents.flatMap((document) =>
      document.errors.length > 0 || document.contents === null ? [] : [new TreeBuilder().build(document.contents)],
    )
  } catch {
    return []
  }
}
