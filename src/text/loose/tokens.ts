import type { JsonNode } from '../json-node'
import type { Span } from '../span'
import { own } from '../own'

/** A piece of a text that is read as code or data of any language. */
export interface LooseToken {
  /**
   * `text`: a quoted string; `json`: a whole JSON value; `word`: a name, number or bare value; `mark`: one punctuation
   * character; `line`: a line's end; `gap`: an ellipsis, for something that was left out.
   */
  readonly kind: 'text' | 'json' | 'word' | 'mark' | 'line' | 'gap'
  /** What a string holds; the character of a mark; otherwise the text as it stands. */
  readonly value: string
  readonly span: Span
  /** True for a string whose end is missing. */
  readonly open: boolean
}

/** Opening quotation marks, with what closes each. */
const QUOTES: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '“': '”“"″',
  '”': '”“"″',
  '„': '“”"',
  '″': '″”"',
  '‘': '’‘',
  '’': '’‘',
}

/** These may run over several lines. */
const MULTILINE: ReadonlySet<string> = new Set(['`', '"""', "'''"])

const WORD = /[\w$@*](?:[\w$@*/-]|\.\b)*/y
const HEREDOC = /<<[-~]?['"]?([A-Z_]\w*)['"]?[^\n]{0,40}\n/iy
const GAP = /\.{3,}|…|<snip>|<\.\.\.>|\[snip\]/y
const FENCE = /(?:`{3,}|~{3,})[^\n`]{0,40}/y
const SPACE = /[^\S\n]+/y
const LINES = /\n\s*/y
const PYTHON_PREFIX = /^[frbu]{1,2}$/i
/** What stands before a template that is a text: `pulumi.interpolate` of Pulumi, `String.raw`. */
const TEMPLATE_TAG = /(?:^|\.)(?:interpolate|raw)$/
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' }

const unescapeText = (raw: string): string =>
  raw.includes('\\')
    ? raw.replaceAll(/\\(?:u([\da-fA-F]{4})|([\s\S]))/g, (_, code?: string, char?: string) =>
        code === undefined ? (own(ESCAPES, char!) ?? char!) : String.fromCharCode(Number.parseInt(code, 16)),
      )
    : raw

class Lexer {
  readonly tokens: LooseToken[] = []
  private at = 0
  /** From here on no such closing mark stands in the text any more. */
  private readonly never = new Map<string, number>()

  constructor(
    private readonly text: string,
    private readonly json: ReadonlyMap<number, JsonNode>,
  ) {}

  run(): readonly LooseToken[] {
    while (this.at < this.text.length) this.step()
    return this.tokens
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at
    return pattern.exec(this.text)
  }

  private push(kind: LooseToken['kind'], end: number, value = this.text.slice(this.at, end), open = false): void {
    this.tokens.push({ kind, value, span: [this.at, end], open })
    this.at = end
  }

  private step(): void {
    const { text, at } = this
    const char = text[at]!
    const region = this.json.get(at)
    if (region !== undefined) return this.push('json', region.span[1], '')
    const space = this.match(SPACE)?.[0]
    if (space !== undefined) {
      this.at += space.length
      return
    }
    if (char === '\n') return this.push('line', at + this.match(LINES)![0].length, '\n')
    const fence = this.match(FENCE)?.[0]
    if (fence !== undefined) return this.push('line', at + fence.length, '\n')
    const gap = this.match(GAP)?.[0]
    if (gap !== undefined) return this.push('gap', at + gap.length, '...')
    const comment = this.commentEnd()
    if (comment > 0) {
      const body = text.slice(at, Math.min(comment, at + 40)).replace(/^[#/*<!\s-]+/, '')
      if (/^(?:\.\.\.|…)/.test(body)) return this.push('gap', comment, '...')
      this.at = comment
      return
    }
    if (Object.hasOwn(QUOTES, char) && this.quoted(char)) return
    const heredoc = char === '<' ? this.match(HEREDOC) : null
    if (heredoc) return this.heredoc(at + heredoc[0].length, heredoc[1]!)
    const word = this.match(WORD)?.[0]
    if (word !== undefined) return this.push('word', at + word.length)
    this.push('mark', at + 1)
  }

  /** The end of a comment that opens here; 0 where none does. */
  private commentEnd(): number {
    const { text, at } = this
    const isLine = text.startsWith('//', at) ? text[at - 1] !== ':' : text[at] === '#' && !/\w/.test(text[at - 1] ?? '')
    if (isLine) return this.indexOf('\n', at)
    const close = text.startsWith('/*', at) ? '*/' : text.startsWith('<!--', at) ? '-->' : ''
    if (close === '') return 0
    const end = this.indexOf(close, at + 2)
    return end < text.length ? end + close.length : 0
  }

  /** Where a text stands next, else the end; a search that failed is not made again. */
  private indexOf(what: string, from: number): number {
    if (from >= (this.never.get(what) ?? Infinity)) return this.text.length
    const found = this.text.indexOf(what, from)
    if (found < 0) this.never.set(what, from)
    return found < 0 ? this.text.length : found
  }

  /** A string, if one opens here: an apostrophe inside a word opens none, a backtick only where a value is expected. */
  private quoted(char: string): boolean {
    const { text, at } = this
    const last = this.tokens.at(-1)
    const prefix = char === '`' ? TEMPLATE_TAG : PYTHON_PREFIX
    const isPrefixed = last?.kind === 'word' && last.span[1] === at && prefix.test(last.value)
    const before = text[at - 1] ?? ''
    if (!isPrefixed && char !== '"' && /[\w)\]]/.test(before)) return false
    if (char === '`' && !isPrefixed && !(last?.kind === 'mark' && ':=([,+>{'.includes(last.value))) return false
    const triple = text.startsWith(char.repeat(3), at) && char !== '`' ? char.repeat(3) : null
    const close = triple ?? own(QUOTES, char)!
    const [stop, isClosed] = this.closing(at + (triple?.length ?? 1), close, triple !== null)
    const end = isClosed ? stop : this.beforeJson(at + 1, stop)
    const raw = text.slice(at + (triple?.length ?? 1), end)
    const isFormat = isPrefixed && char !== '`' && /f/i.test(last.value)
    if (isPrefixed) this.tokens.pop()
    const value = unescapeText(isFormat ? raw.replaceAll(/\{([^{}]*)\}/g, '${$1}') : raw)
    this.push('text', isClosed ? end + (triple?.length ?? 1) : end, value, !isClosed)
    return true
  }

  private closing(from: number, close: string, isTriple: boolean): readonly [end: number, isClosed: boolean] {
    const { text } = this
    const isMultiline = MULTILINE.has(close)
    if (isMultiline && this.indexOf(close, from) >= text.length) return [this.indexOf('\n', from), false]
    for (let at = from; at < text.length; at += 1) {
      const char = text[at]!
      if (char === '\\') at += 1
      else if (isTriple ? text.startsWith(close, at) : close.includes(char)) return [at, true]
      else if (char === '\n' && !isMultiline) return [at, false]
    }
    return [text.length, false]
  }

  /** Where JSON begins before an end; a string that is not closed does not reach into it. */
  private beforeJson(from: number, end: number): number {
    if (this.json.size > 0) for (let at = from; at < end; at += 1) if (this.json.has(at)) return at
    return end
  }

  /** The lines up to the one that holds only the marker. */
  private heredoc(start: number, marker: string): void {
    const { text } = this
    const key = `<<${marker}`
    const isKnownOpen = start >= (this.never.get(key) ?? Infinity)
    for (let line = start; !isKnownOpen && line < text.length;) {
      const stop = this.indexOf('\n', line)
      if (text.slice(line, stop).trim() === marker) return this.push('text', stop, text.slice(start, line))
      line = stop + 1
    }
    this.never.set(key, Math.min(start, this.never.get(key) ?? Infinity))
    this.push('mark', this.at + 1)
  }
}

/**
 * Any text as tokens, in time linear in its length: comments, fences and blank space are gone. `json` holds the ends of
 * whole JSON values by their start.
 */
export function looseTokens(text: string, json: ReadonlyMap<number, JsonNode>): readonly LooseToken[] {
  return new Lexer(text, json).run()
}
