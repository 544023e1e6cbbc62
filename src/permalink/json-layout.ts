/**
 * White space of JSON text, said in few characters. A policy is stored without it, behind a sign for its style; wherever
 * the text differs from the style (an array on one line, a blank line) a mark says so. Any text comes back character by
 * character, also broken JSON: what cannot be read as JSON is one long word, and its white space is all exceptions.
 */

/** The control characters of this notation; a text that holds them must escape them before. */
export const LAYOUT_MARKS = { flip: '\x17', exception: '\x18', end: '\x19' } as const

const { flip: FLIP, exception: EXCEPTION, end: END } = LAYOUT_MARKS

/** How a text is laid out, apart from exceptions. */
interface Style {
  /** One step of indentation; null: no white space at all. */
  readonly indent: string | null
  readonly newline: '\n' | '\r\n'
  /** Arrays stand on one line unless a mark says otherwise. */
  readonly arraysInline: boolean
  /** `{ "a": 1 }` rather than `{"a": 1}` where an object stands on one line. */
  readonly padded: boolean
}

const INDENTS: readonly (string | null)[] = [null, '  ', '    ', '\t', '   ', '', ' ', '      ', '        ']

const signOf = (style: Style): string =>
  String.fromCharCode(
    48 +
      INDENTS.indexOf(style.indent) * 8 +
      (style.newline === '\n' ? 0 : 4) +
      (style.arraysInline ? 2 : 0) +
      (style.padded ? 1 : 0),
  )

function styleOf(sign: string): Style | null {
  const code = sign.charCodeAt(0) - 48
  const indent = INDENTS[code >> 3]
  if (!(code >= 0) || indent === undefined) return null
  return { indent, newline: code & 4 ? '\r\n' : '\n', arraysInline: (code & 2) > 0, padded: (code & 1) > 0 }
}

const isSpace = (char: string | undefined) => char === ' ' || char === '\n' || char === '\r' || char === '\t'
const isPunctuation = (char: string | undefined) => char !== undefined && '{}[]:,'.includes(char)

/** The end of the token that starts at `at`: a string, a bracket, or a run of anything else. */
function tokenEnd(text: string, at: number): number {
  let end = at + 1
  if (text[at] === '"') {
    while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1
    return Math.min(end + 1, text.length)
  }
  if (isPunctuation(text[at])) return end
  while (
    end < text.length &&
    !isPunctuation(text[end]) &&
    text[end] !== '"' &&
    !isSpace(text[end]) &&
    !isMark(text[end])
  )
    end++
  return end
}

const isMark = (char: string | undefined) => char === FLIP || char === EXCEPTION

/** Follows the brackets of a text, and says which white space its style puts before the next token. */
class Layout {
  readonly #style: Style
  /** For each open bracket: does it stand on one line? */
  readonly #inline: boolean[] = []
  #previous = ''

  constructor(style: Style) {
    this.#style = style
  }

  /** Would the style put what this bracket holds on one line? */
  expectsInline(bracket: string): boolean {
    return this.#style.indent === null || this.#inline.at(-1) === true || (bracket === '[' && this.#style.arraysInline)
  }

  gapBefore(token: string): string {
    const before = this.#previous
    const opened = before === '{' || before === '['
    const closes = token === '}' || token === ']'
    if (before === '' || token === '' || token === ',' || token === ':' || (opened && closes)) return ''
    if (this.#style.indent === null) return ''
    if (before === ':') return ' '
    if (before !== ',' && !opened && !closes) return ''
    const depth = Math.max(0, this.#inline.length - (closes ? 1 : 0))
    if (!this.#inline.at(-1)) return this.#style.newline + this.#style.indent.repeat(depth)
    if (before === ',') return ' '
    return this.#style.padded && (before === '{' || token === '}') ? ' ' : ''
  }

  pass(token: string, inline: boolean): void {
    if (token === '{' || token === '[') this.#inline.push(inline)
    else if (token === '}' || token === ']') this.#inline.pop()
    this.#previous = token
  }
}

interface Token {
  readonly gap: string
  readonly text: string
}

/** The tokens of a text with the white space before each; the last one is empty and carries what stands at the end. */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  for (;;) {
    const start = at
    while (isSpace(text[at])) at++
    const gap = text.slice(start, at)
    const end = at < text.length ? tokenEnd(text, at) : at
    tokens.push({ gap, text: text.slice(at, end) })
    if (at >= text.length) return tokens
    at = end
  }
}

const opens = (token: string | undefined) => token === '{' || token === '['
const onOneLine = (next: Token | undefined) => !next?.gap.includes('\n')

/** The style that fits most of a text. */
function detectStyle(tokens: readonly Token[]): Style {
  const broken = tokens.find(({ gap }, i) => gap.includes('\n') && opens(tokens[i - 1]?.text))
  const indent = broken ? broken.gap.slice(broken.gap.lastIndexOf('\n') + 1) : null
  const filled = tokens.flatMap(({ text }, i) => {
    const next = tokens[i + 1]
    return opens(text) && next?.text !== (text === '{' ? '}' : ']') ? [{ text, next }] : []
  })
  const arrays = filled.filter(({ text }) => text === '[')
  const object = filled.find(({ text, next }) => text === '{' && onOneLine(next))
  const known = INDENTS.includes(indent)
  return {
    indent: known ? indent : '  ',
    newline: tokens.some(({ gap }) => gap.includes('\r\n')) ? '\r\n' : '\n',
    arraysInline: arrays.filter(({ next }) => onOneLine(next)).length * 2 > arrays.length,
    padded: object?.next?.gap === ' ',
  }
}

/** A text as its style and what is not white space. */
export function foldLayout(text: string): string {
  const tokens = tokensOf(text)
  const style = detectStyle(tokens)
  const layout = new Layout(style)
  let out = signOf(style)
  tokens.forEach((token, i) => {
    const expected = layout.gapBefore(token.text)
    if (token.gap !== expected) out += EXCEPTION + token.gap + END
    let inline = false
    if (opens(token.text)) {
      const next = tokens[i + 1]
      const closes = next?.text === (token.text === '{' ? '}' : ']')
      inline = closes ? layout.expectsInline(token.text) : style.indent === null || onOneLine(next)
      if (inline !== layout.expectsInline(token.text)) out += FLIP
    }
    out += token.text
    layout.pass(token.text, inline)
  })
  return out
}

/** The text that `foldLayout` was given; null where the notation is not one that it writes. */
export function unfoldLayout(folded: string, limit: number): string | null {
  const style = styleOf(folded.slice(0, 1))
  if (!style) return null
  const layout = new Layout(style)
  const parts: string[] = []
  let size = 0
  const put = (part: string) => {
    parts.push(part)
    size += part.length
  }
  let at = 1
  while (size <= limit) {
    let gap: string | null = null
    if (folded[at] === EXCEPTION) {
      const end = folded.indexOf(END, at)
      if (end < 0) return null
      gap = folded.slice(at + 1, end)
      at = end + 1
    }
    const flipped = folded[at] === FLIP
    if (flipped) at++
    const end = at < folded.length ? tokenEnd(folded, at) : at
    const token = folded.slice(at, end)
    put(gap ?? layout.gapBefore(token))
    if (token === '') return parts.join('')
    put(token)
    layout.pass(token, layout.expectsInline(token) !== flipped)
    at = end
  }
  return null
}
