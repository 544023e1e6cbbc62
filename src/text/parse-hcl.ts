import { MAX_JSON_DEPTH } from './json-limits'
import type { JsonMember, JsonNode } from './json-node'
import { readTemplate, unescapeQuoted, unread } from './hcl-template'
import type { Span } from './span'

type JsonObject = Extract<JsonNode, { kind: 'object' }>

/** A block of HCL: `type "label" … { body }`. Blocks in a body stand in it as members, one for each, under their type. */
export interface HclBlock {
  readonly type: string
  readonly labels: readonly string[]
  readonly body: JsonObject
  readonly span: Span
}

/** What is no HCL ends the reading of the block it stands in. */
const BROKEN = Symbol('broken HCL')

const IDENTIFIER = /[a-z_][\w-]*/iy
const NUMBER = /-?\d+(?:\.\d+)?/y
const HEREDOC = /<<(-?)([a-z_][\w-]*)[ \t]*\r?\n/iy
/** An expression that is not read without what is said of it behind it; a mark in quotes is none of a comment. */
const withoutComment = (text: string): string =>
  text.includes('"') ? text : text.replaceAll(/[ \t](?:#|\/\/)[^\n]*/g, '')

const SPACE = /(?:\s|#[^\n]*|\/\/[^\n]*)+/y
const BLANK = /(?:[ \t\r]|#[^\n]*|\/\/[^\n]*)+/y

class HclReader {
  at = 0
  private depth = 0

  constructor(private readonly text: string) {}

  /** What `read` gives from an offset on; null where no HCL stands there. */
  attempt<T>(start: number, read: () => T): T | null {
    this.at = start
    this.depth = 0
    try {
      return read()
    } catch (error) {
      if (error !== BROKEN) throw error
      return null
    }
  }

  word(pattern: RegExp): string {
    const found = this.tryWord(pattern)
    if (found === null) throw BROKEN
    return found
  }

  private tryWord(pattern: RegExp): string | null {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)?.[0] ?? null
    if (found !== null) this.at += found.length
    return found
  }

  private skip(): void {
    this.tryWord(SPACE)
  }

  private take(char: string): boolean {
    if (!this.text.startsWith(char, this.at)) return false
    this.at += char.length
    return true
  }

  block(type: string, start: number): HclBlock {
    const labels: string[] = []
    for (;;) {
      this.tryWord(BLANK)
      if (this.take('{')) break
      labels.push(this.text[this.at] === '"' ? this.quoted() : this.word(IDENTIFIER))
    }
    const body = this.body(this.at - 1)
    return { type, labels, body, span: [start, this.at] }
  }

  private body(start: number): JsonObject {
    this.deeper()
    const members: JsonMember[] = []
    for (this.skip(); !this.take('}'); this.skip()) {
      const from = this.at
      const key = this.word(IDENTIFIER)
      const keySpan: Span = [from, this.at]
      this.tryWord(BLANK)
      if (this.take('=')) members.push({ key, keySpan, value: this.expression() })
      else {
        const { labels, body } = this.block(key, from)
        members.push({ key: [key, ...labels].join(' '), keySpan, value: body })
      }
    }
    this.depth -= 1
    return { kind: 'object', members, span: [start, this.at] }
  }

  private deeper(): void {
    this.depth += 1
    if (this.depth > MAX_JSON_DEPTH) throw BROKEN
  }

  /** An expression up to its end: one value, or text that is not read where more follows it. */
  expression(): JsonNode {
    this.skip()
    const start = this.at
    const value = this.value()
    this.tryWord(BLANK)
    if (value !== null && (this.at >= this.text.length || '\n,]})'.includes(this.text[this.at]!))) return value
    this.at = start
    this.passExpression()
    if (this.at === start) throw BROKEN
    return { kind: 'string', value: unread(withoutComment(this.text.slice(start, this.at))), span: [start, this.at] }
  }

  private value(): JsonNode | null {
    const start = this.at
    const char = this.text[start]
    if (char === '"')
      return { kind: 'string', value: readTemplate(unescapeQuoted(this.quoted())), span: [start, this.at] }
    if (char === '[') return this.list(start)
    if (char === '{') return this.object(start)
    if (char === '<') return this.heredoc(start)
    const number = this.tryWord(NUMBER)
    if (number !== null) return { kind: 'number', value: Number(number), raw: number, span: [start, this.at] }
    const name = this.tryWord(IDENTIFIER)
    if (name === null) return null
    if (this.take('(')) return this.call(name, start)
    if (name === 'null') return { kind: 'null', span: [start, this.at] }
    const isWord = name === 'true' || name === 'false'
    return isWord ? { kind: 'boolean', value: name === 'true', span: [start, this.at] } : null
  }

  private list(start: number): JsonNode | null {
    const items = this.items(']')
    return items && { kind: 'array', items, span: [start, this.at] }
  }

  /** `name(…)` stands as an object with the one member `name()`, which holds the arguments. */
  private call(name: string, start: number): JsonNode | null {
    this.at -= 1
    const items = this.items(')')
    if (items === null) return null
    const span: Span = [start, this.at]
    return {
      kind: 'object',
      span,
      members: [{ key: `${name}()`, keySpan: span, value: { kind: 'array', items, span } }],
    }
  }

  private items(close: string): readonly JsonNode[] | null {
    this.at += 1
    this.deeper()
    const items: JsonNode[] = []
    for (this.skip(); !this.take(close); this.skip()) {
      if (this.text.startsWith('for ', this.at)) return this.leave()
      items.push(this.expression())
      this.skip()
      this.take(',')
    }
    this.depth -= 1
    return items
  }

  private object(start: number): JsonNode | null {
    this.at += 1
    this.deeper()
    const members: JsonMember[] = []
    for (this.skip(); !this.take('}'); this.skip()) {
      const from = this.at
      if (this.text.startsWith('for ', from)) return this.leave()
      const key = this.text[from] === '"' ? readTemplate(unescapeQuoted(this.quoted())) : this.word(IDENTIFIER)
      const keySpan: Span = [from, this.at]
      this.skip()
      if (!this.take('=') && !this.take(':')) throw BROKEN
      members.push({ key, keySpan, value: this.expression() })
      this.skip()
      this.take(',')
    }
    this.depth -= 1
    return { kind: 'object', members, span: [start, this.at] }
  }

  private leave(): null {
    this.depth -= 1
    return null
  }

  /** What stands between the quotes, as written; quotes inside `${…}` do not end it. */
  private quoted(): string {
    const start = this.at + 1
    let braces = 0
    for (let at = start; at < this.text.length; at += 1) {
      const char = this.text[at]!
      if (char === '\\') at += 1
      else if (char === '\n') break
      else if (char === '{' && (braces > 0 || this.text[at - 1] === '$')) braces += 1
      else if (char === '}' && braces > 0) braces -= 1
      else if (char === '"' && braces === 0) {
        this.at = at + 1
        return this.text.slice(start, at)
      }
    }
    throw BROKEN
  }

  private heredoc(start: number): JsonNode {
    HEREDOC.lastIndex = start
    const [opening, , marker] = HEREDOC.exec(this.text) ?? []
    if (opening === undefined || marker === undefined) throw BROKEN
    let line = start + opening.length
    for (const first = line; line < this.text.length; line = this.text.indexOf('\n', line) + 1 || this.text.length) {
      const end = this.text.indexOf('\n', line)
      const stop = end < 0 ? this.text.length : end
      if (this.text.slice(line, stop).trim() !== marker) continue
      this.at = stop
      return { kind: 'string', value: readTemplate(this.text.slice(first, line)), span: [start, stop] }
    }
    throw BROKEN
  }

  /** Goes past an expression that is not read: to the end of its line, or to what closes the brackets around it. */
  private passExpression(): void {
    const open: string[] = []
    while (this.at < this.text.length) {
      const char = this.text[this.at]!
      if (open.length === 0 && '\n,]})'.includes(char)) return
      if (char === '"') this.quoted()
      else {
        if ('([{'.includes(char)) open.push(char)
        if (')]}'.includes(char)) open.pop()
        this.at += 1
      }
    }
  }
}

/** Reads the block of HCL that begins at an offset; null where none stands there. Spans are those of the text. */
export function parseHclBlock(text: string, start: number): HclBlock | null {
  const reader = new HclReader(text)
  return reader.attempt(start, () => reader.block(reader.word(IDENTIFIER), start))
}

/** Reads the expression of HCL that begins at an offset; null where it is none. Spans are those of the text. */
export function parseHclExpression(text: string, start: number): JsonNode | null {
  const reader = new HclReader(text)
  return reader.attempt(start, () => reader.expression())
}
