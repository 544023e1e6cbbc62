import { escaped } from '../../text/escaped'

/**
 * A shape is a sentence of a service as it is read: its words, `{name}` for one that differs, `*` for anything up to 200
 * characters of one line, `(a|b)` for words of which one stands there; other brackets are brackets. A full stop at its end: the sentence says no more.
 * Upper and lower case are the same. A name of an error in a choice is whole.
 */
const PART =
  /\{(?<name>[a-z]+)\}|\((?<choice>[^()|]*\|[^()]*)\)|(?<gap>\s?\*\s?)|(?<space>\s+)|(?<other>[^{}()*\s]+|[()])/gi

/** A name, an ARN, an address: up to the next space, quote or bracket, without the full stop of the sentence. */
const TOKEN = String.raw`[^\s"'\`<>,;()[\]{}]{0,299}[^\s"'\`<>,;()[\]{}.:]`

const QUOTE = String.raw`["'\`\u2018\u2019\u201C\u201D]`

/** What a name may be set in. */
const BEFORE = String.raw`["'\`\u2018\u2019\u201C\u201D([<{]`
const AFTER = String.raw`["'\`\u2018\u2019\u201C\u201D)\]>}]`

/** Words as a pattern: quotes and apostrophes are written in many ways, and some tools leave them out; JSON may have spaces around a colon. */
const literal = (words: string): string =>
  escaped(words)
    .replaceAll(/["'\u2018\u2019`]/g, `${QUOTE}?`)
    .replaceAll(/\s+/g, String.raw`\s`)
    .replaceAll(`${QUOTE}?:${QUOTE}?`, String.raw`${QUOTE}?\s?:\s?${QUOTE}?`)

/** What is captured as a part of the request is an ARN or an address, never the next word of another sentence. */
const OF_ARN: ReadonlySet<string> = new Set(['principal', 'resource'])
const HAS_PARTS = String.raw`(?=\S{1,80}[:/.]\w)`

/** A name of an error is told by its capitals. It is no part of a longer one, but some SDKs add what kind of thing it is. */
const wordOf = (word: string): string =>
  /^(?:\w*[a-z][A-Z]|[A-Z\d]+_)\w*$/.test(word)
    ? String.raw`${literal(word)}(?:Exception|Error|Fault)?(?!\w)`
    : literal(word)

const choice = (words: string): string => `(?:${words.split('|').map(wordOf).join('|')})`

function partPattern({ name, choice: words, gap, space, other }: Readonly<Record<string, string | undefined>>): string {
  if (name !== undefined) return `${BEFORE}?(?<${name}>${OF_ARN.has(name) ? HAS_PARTS : ''}${TOKEN})${AFTER}?`
  if (words !== undefined) return choice(words)
  if (gap !== undefined) return String.raw`[^\n]{0,200}?`
  return space === undefined ? literal(other ?? '') : String.raw`\s`
}

/** The words of each shape that have to be in a text for it to be there, none of them a part of another, in lower case. */
export function wordsOfShapes(shapes: readonly string[]): readonly (readonly string[])[] {
  // Of all at once: to ask each takes ten times as long.
  const all = shapes
    .join('\n')
    .toLowerCase()
    .replaceAll(/\([^()|]*\|[^()]*\)|\{[a-z]+\}/g, '|')
    .match(/(?<![a-z|'*])[a-z]{4,}(?![a-z|'*])|\n/g)
  const lists: string[][] = [[]]
  for (const word of all ?? []) {
    if (word === '\n') lists.push([])
    else lists.at(-1)?.push(word)
  }
  return lists
}

/** Where a sentence ends: at its full stop, with its line or string, or before what stands in brackets. */
const ENDS = String.raw`(?=\.?\s*(?:$|[\n("'\`\\]|\.\s))`

/** A shape as a pattern. */
export function patternOfShape(shape: string): RegExp {
  const isWhole = shape.endsWith('.')
  const words = isWhole ? shape.slice(0, -1) : shape
  const parts = [...words.matchAll(PART)].map(({ groups }) => partPattern(groups ?? {}))
  const before = /^\w/.test(words) ? String.raw`(?<!\w)` : ''
  const after = isWhole ? ENDS : /\w$/.test(words) ? String.raw`(?!\w)` : ''
  return new RegExp(before + parts.join('') + after, 'dgi')
}

/** What a name can take: its own 300 characters, and what it is set in. */
const NAME = 310
const GAP = 210

/** How long a text that a shape matches can be. */
export const longestOf = (shape: string): number =>
  shape.length + NAME * (shape.split('{').length - 1) + GAP * (shape.split('*').length - 1)
