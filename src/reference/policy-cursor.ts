import { stringsOf } from '../text/json-tree'
import type { JsonNode } from '../text/json-node'
import type { Span } from '../text/span'

/** Where the cursor stands in a policy's JSON. */
export interface PolicyCursor {
  /** Names and indexes from the root to the key or value; for a key, to the object that holds it. */
  readonly path: readonly (string | number)[]
  readonly at: 'key' | 'value'
  /** What is typed so far, up to the cursor. */
  readonly before: string
  /** What stands behind the cursor in the same string. */
  readonly after: string
  /** The text that a completion replaces: the inside of the string, or nothing between tokens. */
  readonly span: Span
  /** The whole string with its quotes; as `span` between tokens. */
  readonly token: Span
  readonly quoted: boolean
  /** Does a colon follow the string already? */
  readonly hasValue: boolean
  /** Names that the object holds already, without the one under the cursor. */
  readonly siblings: readonly string[]
  /** Strings that the list holds already, without the one under the cursor. */
  readonly values: readonly string[]
  /** The statement around the cursor, null above the statements. */
  readonly statement: JsonNode | null
}

type Path = readonly (string | number)[]

const contains = (span: Span, offset: number) => span[0] <= offset && offset <= span[1]
const closes = (text: string, span: Span) => span[1] - span[0] >= 2 && text[span[1] - 1] === '"'

/** The inside of a string token; one that misses its closing quote ends where the line does. */
const inside = (text: string, span: Span): Span => [span[0] + 1, closes(text, span) ? span[1] - 1 : span[1]]

const within = (text: string, span: Span, offset: number) => contains(inside(text, span), offset)

/** The last character before the offset that is no white space. */
function characterBefore(text: string, offset: number): string {
  for (let at = offset - 1; at >= 0; at -= 1) {
    const character = text[at] ?? ''
    if (character.trim() !== '') return character
  }
  return ''
}

interface Found {
  readonly path: Path
  readonly at: 'key' | 'value'
  readonly string: Span | null
  readonly holder: JsonNode | null
}

function findIn(node: JsonNode, text: string, offset: number, path: Path, holder: JsonNode | null): Found | null {
  if (!contains(node.span, offset)) return null
  switch (node.kind) {
    case 'string':
      return within(text, node.span, offset) ? { path, at: 'value', string: node.span, holder } : null
    case 'object': {
      for (const { key, keySpan, value } of node.members) {
        if (within(text, keySpan, offset)) return { path, at: 'key', string: keySpan, holder: node }
        const found = findIn(value, text, offset, [...path, key], node)
        if (found) return found
      }
      return betweenMembers(node, text, offset, path)
    }
    case 'array': {
      for (const [index, item] of node.items.entries()) {
        const found = findIn(item, text, offset, [...path, index], node)
        if (found) return found
      }
      const index = node.items.filter((item) => item.span[1] <= offset).length
      return '[,'.includes(characterBefore(text, offset) || '-')
        ? { path: [...path, index], at: 'value', string: null, holder: node }
        : null
    }
    default:
      return { path, at: 'value', string: null, holder }
  }
}

/**
 * After a brace or a comma stands a key, after a key with its colon a value. A member without a value is not in the tree,
 * so the text between the last whole member and the cursor says where it stands.
 */
function betweenMembers(node: JsonNode & { kind: 'object' }, text: string, offset: number, path: Path): Found | null {
  const start = node.members.findLast(({ value }) => value.span[1] <= offset)?.value.span[1] ?? node.span[0] + 1
  const [gap = '', quoted, ...rest] = text.slice(start, offset).split('"')
  const opens = gap.trim() === ',' || (gap.trim() === '' && start === node.span[0] + 1)
  if (!opens) return null
  if (quoted === undefined) return { path, at: 'key', string: null, holder: node }
  const open = start + gap.length
  const after = rest.join('"').trim()
  if (rest.length > 0)
    return after === ':' ? { path: [...path, quoted], at: 'value', string: null, holder: node } : null
  return { path, at: 'key', string: stringAt(text, open, offset), holder: node }
}

/** A string token that opens at `open`: it closes at the next quote of its line, or at the cursor. */
function stringAt(text: string, open: number, offset: number): Span {
  const close = text.slice(offset, offset + 256).search(/["\n]/)
  return [open, close >= 0 && text[offset + close] === '"' ? offset + close + 1 : offset]
}

/** The node that a path leads to; null where there is none. Of two equal names the first counts. */
export function nodeAt(root: JsonNode | null, path: Path): JsonNode | null {
  return path.reduce<JsonNode | null>((node, step) => {
    if (node?.kind === 'object') return node.members.find(({ key }) => key === step)?.value ?? null
    return node?.kind === 'array' && typeof step === 'number' ? (node.items[step] ?? null) : null
  }, root)
}

/** How much of a path leads to its statement; a single statement needs no list. */
const statementDepth = (path: Path) => (path[0] !== 'Statement' ? null : typeof path[1] === 'number' ? 2 : 1)

/** The strings of one element of a statement. */
export const elementStrings = (statement: JsonNode | null, element: string): readonly string[] =>
  stringsOf(nodeAt(statement, [element]))

/** Finds out where in a policy an offset stands; null where nothing can be typed but white space. */
export function findCursor(root: JsonNode | null, text: string, offset: number): PolicyCursor | null {
  if (!root) return null
  const found = findIn(root, text, offset, [], null)
  if (!found) return null
  const { path, at, string, holder } = found
  const span: Span = string ? inside(text, string) : [offset, offset]
  const depth = statementDepth(path)
  return {
    path,
    at,
    before: text.slice(span[0], offset),
    after: text.slice(offset, span[1]),
    span,
    token: string ?? span,
    quoted: string !== null,
    hasValue: /^\s*:/.test(text.slice((string ?? span)[1], (string ?? span)[1] + 64)),
    siblings:
      holder?.kind === 'object'
        ? holder.members.filter(({ keySpan }) => !contains(keySpan, offset)).map(({ key }) => key)
        : [],
    values:
      holder?.kind === 'array'
        ? holder.items.flatMap((item) => (item.kind === 'string' && !contains(item.span, offset) ? [item.value] : []))
        : [],
    statement: depth === null ? null : nodeAt(root, path.slice(0, depth)),
  }
}
