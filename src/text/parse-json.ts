import { duplicateKeys } from './duplicate-keys'
import type { JsonMember, JsonNode } from './json-node'
import { JSON_LIMITS, MAX_JSON_DEPTH, type JsonLimits } from './json-limits'
import type { JsonProblem, JsonProblemCode } from './json-messages'
import type { JsonReading } from './json-value'
import { parseBrokenJson } from './parse-broken-json'
import type { Span } from './span'

/** Stands before the text in files that some editors and shells write. */
const BYTE_ORDER_MARK = '\uFEFF'

const BROKEN = Symbol('broken JSON')

/**
 * Any text as a JSON tree with places. Broken JSON gives what can be read of it, and a problem for each fault;
 * nothing is thrown. Values are JSON's own: no comments, no trailing commas.
 */
export function parseJson(source: string, limits: JsonLimits = JSON_LIMITS): JsonReading {
  if (source.length > limits.length) {
    return refuse('json-too-long', [limits.length, source.length], { length: source.length, limit: limits.length })
  }
  return new JsonWalk(source, limits).read()
}

const refuse = (code: JsonProblemCode, span: Span, data: JsonProblem['data']): JsonReading => ({
  root: null,
  problems: [{ code, severity: 'error', span, data }],
})

/** One walk through one text. */
class JsonWalk {
  readonly #text: string
  readonly #limits: JsonLimits
  readonly #problems: JsonProblem[] = []
  #at: number
  #left: number
  #tooMuch: JsonProblemCode | null = null

  constructor(text: string, limits: JsonLimits) {
    this.#text = text
    this.#limits = limits
    this.#at = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0
    this.#left = limits.values
  }

  read(): JsonReading {
    try {
      this.#skipSpace()
      const root = this.#readValue(0)
      this.#skipSpace()
      if (this.#at < this.#text.length) throw BROKEN
      return { root, problems: this.#problems }
    } catch (error) {
      if (error !== BROKEN) throw error
      if (this.#tooMuch === null) return parseBrokenJson(this.#text)
      const limit = this.#tooMuch === 'json-too-deep' ? MAX_JSON_DEPTH : this.#limits.values
      return refuse(this.#tooMuch, [this.#at, this.#at + 1], { limit })
    }
  }

  #skipSpace(): void {
    const source = this.#text
    let to = this.#at
    for (;;) {
      const code = source.charCodeAt(to)
      if (code > 32 || (code !== 32 && code !== 10 && code !== 13 && code !== 9)) break
      to++
    }
    this.#at = to
  }

  #readValue(depth: number): JsonNode {
    if (--this.#left < 0) this.#tooMuch = 'json-too-many-values'
    if (depth > MAX_JSON_DEPTH) this.#tooMuch = 'json-too-deep'
    if (this.#tooMuch !== null) throw BROKEN
    const start = this.#at
    switch (this.#text.charCodeAt(this.#at)) {
      case 34: {
        const value = this.#readString()
        return { kind: 'string', value, span: [start, this.#at] }
      }
      case 123: {
        const members = this.#readMembers(depth)
        return { kind: 'object', members, span: [start, this.#at] }
      }
      case 91: {
        const items = this.#readItems(depth)
        return { kind: 'array', items, span: [start, this.#at] }
      }
      case 116:
        return { kind: 'boolean', value: true, span: this.#readWord('true') }
      case 102:
        return { kind: 'boolean', value: false, span: this.#readWord('false') }
      case 110:
        return { kind: 'null', span: this.#readWord('null') }
      default:
        return this.#readNumber()
    }
  }

  #readWord(word: string): Span {
    if (!this.#text.startsWith(word, this.#at)) throw BROKEN
    const start = this.#at
    this.#at += word.length
    return [start, this.#at]
  }

  /** Reads a string that begins here; escapes are this.#left to JSON.parse, which knows them all. */
  #readString(): string {
    const source = this.#text
    const start = this.#at
    let to = start + 1
    let escaped = false
    for (;;) {
      const code = source.charCodeAt(to++)
      if (code === 34) break
      if (code === 92) {
        escaped = true
        to++
      } else if (!(code >= 32)) throw BROKEN
    }
    this.#at = to
    if (!escaped) return source.slice(start + 1, to - 1)
    try {
      return JSON.parse(source.slice(start, to)) as string
    } catch {
      throw BROKEN
    }
  }

  #readNumber(): JsonNode {
    const start = this.#at
    const digits = () => {
      const first = this.#at
      while (this.#text.charCodeAt(this.#at) >= 48 && this.#text.charCodeAt(this.#at) <= 57) this.#at++
      if (this.#at === first) throw BROKEN
    }
    if (this.#text[this.#at] === '-') this.#at++
    if (this.#text[this.#at] === '0') this.#at++
    else digits()
    if (this.#text[this.#at] === '.') {
      this.#at++
      digits()
    }
    if (this.#text[this.#at] === 'e' || this.#text[this.#at] === 'E') {
      this.#at++
      if (this.#text[this.#at] === '+' || this.#text[this.#at] === '-') this.#at++
      digits()
    }
    const raw = this.#text.slice(start, this.#at)
    return { kind: 'number', value: Number(raw), raw, span: [start, this.#at] }
  }

  #readItems(depth: number): JsonNode[] {
    const items: JsonNode[] = []
    this.#at++
    this.#skipSpace()
    if (this.#text.charCodeAt(this.#at) === 93) {
      this.#at++
      return items
    }
    for (;;) {
      items.push(this.#readValue(depth + 1))
      this.#skipSpace()
      const code = this.#text.charCodeAt(this.#at++)
      if (code === 93) return items
      if (code !== 44) throw BROKEN
      this.#skipSpace()
    }
  }

  #readMembers(depth: number): JsonMember[] {
    const members: JsonMember[] = []
    this.#at++
    this.#skipSpace()
    if (this.#text.charCodeAt(this.#at) === 125) {
      this.#at++
      return members
    }
    for (;;) {
      if (this.#text.charCodeAt(this.#at) !== 34) throw BROKEN
      const start = this.#at
      const key = this.#readString()
      const keySpan: Span = [start, this.#at]
      this.#skipSpace()
      if (this.#text.charCodeAt(this.#at++) !== 58) throw BROKEN
      this.#skipSpace()
      members.push({ key, keySpan, value: this.#readValue(depth + 1) })
      this.#skipSpace()
      const code = this.#text.charCodeAt(this.#at++)
      if (code === 125) break
      if (code !== 44) throw BROKEN
      this.#skipSpace()
    }
    for (const problem of duplicateKeys(members)) this.#problems.push(problem)
    return members
  }
}
