import { unread } from '../hcl-template'
import { MAX_JSON_DEPTH } from '../json-limits'
import type { JsonNode } from '../json-node'
import type { Span } from '../span'
import { isBuilder, LooseConstructions } from './constructions'
import type { LooseToken } from './tokens'
import { own } from '../own'

/** What a reader of loose text knows of what it reads. */
export interface LooseHints {
  /** Keys of objects that may lack their braces. */
  readonly isMember: (key: string) => boolean
  /** Values that may lack their quotes. */
  readonly isValue: (text: string) => boolean
}

/** What stands where a part is left out. */
export const LEFT_OUT = '...'

const LITERALS: Readonly<Record<string, boolean | null>> = {
  true: true,
  false: false,
  True: true,
  False: false,
  null: null,
  None: null,
  nil: null,
  undefined: null,
}
const NUMBER = /^\d+(?:\.\d+)?$/
const LONGEST_RAW = 400

/** Reads values: literals, calls, and expressions of which only the name is kept. */
export abstract class LooseValues extends LooseConstructions {
  private depth = 0

  constructor(
    text: string,
    tokens: readonly LooseToken[],
    private readonly json: ReadonlyMap<number, JsonNode>,
    protected readonly hints: LooseHints,
  ) {
    super(text, tokens)
  }

  /** The value at this place; nothing to read gives null, which takes no tokens. */
  protected value(): JsonNode {
    this.skipLines()
    const token = this.token
    const start = this.from
    if (token === undefined || this.isMark(',}]);')) return { kind: 'null', span: [start, start] }
    if (this.depth >= MAX_JSON_DEPTH) {
      this.i += 1
      return { kind: 'null', span: token.span }
    }
    this.depth += 1
    const value = this.expression()
    this.depth -= 1
    return value
  }

  protected operand(): JsonNode | null {
    const token = this.token!
    const start = token.span[0]
    if (token.kind === 'json') {
      this.i += 1
      return this.json.get(start)!
    }
    if (token.kind === 'gap') {
      this.i += 1
      if (this.token?.kind !== 'word' || this.token.span[0] !== token.span[1])
        return { kind: 'string', value: LEFT_OUT, span: token.span }
      return this.word()
    }
    if (token.kind === 'text') return this.string(token)
    // The address of a value, in Go.
    if (this.isMark('&') && this.tokens[this.i + 1]?.kind === 'word') {
      this.i += 1
      return this.word()
    }
    if (this.isMark('{')) return this.object(start)
    if (this.isMark('[')) return this.list(start, ']')
    if (this.isMark('(')) {
      const list = this.list(start, ')')
      const only = list.kind === 'array' && list.items.length === 1 ? list.items[0]! : list
      if (!this.isMark('=') || this.tokens[this.i + 1]?.value !== '>') return only
      this.i += 2
      return this.value()
    }
    return token.kind === 'word' ? this.word() : null
  }

  private string(token: LooseToken): JsonNode {
    this.i += 1
    const span: Span = token.span
    const isCutOff = token.open && span[1] >= this.text.trimEnd().length
    const value = token.open ? withoutRest(token.value) : token.value
    return { kind: 'string', value: tidy(isCutOff ? `${value}${LEFT_OUT}` : value), span }
  }

  /** A name, a number, or the call of a function: `name(…)` stands as an object with the one member `name()`. */
  private word(): JsonNode | null {
    const start = this.from
    if (this.token!.value === 'new') {
      const made = this.initialised(start)
      if (made !== null) return made
      if (this.tokens[this.i + 1]?.kind === 'word') this.i += 1
    }
    const name = this.token!.value
    const from = this.from
    this.i += 1
    // What a program of Go fills in for the properties of a construct.
    if (this.isMark('{') && /(?:^|\.)[A-Z]\w*(?:Props|Args)$/.test(name)) return this.object(start)
    if (this.isMark('(')) {
      const span = (): Span => [start, this.until]
      const list = this.list(this.from, ')')
      if (isBuilder(name)) return this.built(name, start)
      const members = [{ key: `${name}()`, keySpan: [from, from + name.length] as const, value: list }]
      return { kind: 'object', members, span: span() }
    }
    const span: Span = [start, this.until]
    if (NUMBER.test(name)) return { kind: 'number', value: Number(name), raw: name, span }
    const value = own(LITERALS, name)
    if (value === undefined) return null
    return value === null ? { kind: 'null', span } : { kind: 'boolean', value, span }
  }

  /** A value up to its end: text that is put together, or the name of what is not read. */
  private expression(): JsonNode {
    const first = this.i
    const start = this.from
    const parts: JsonNode[] = []
    for (;;) {
      if (this.token === undefined) break
      const at = this.i
      const part = this.operand()
      const isAssigned = part === null && this.isMark('=') && this.tokens[this.i + 1]?.value !== '='
      if (isAssigned) {
        this.i += 1
        return this.value()
      }
      const read = part ?? this.reference(at)
      if (parts.length === 0 && isWhole(read)) return read
      parts.push(read)
      const before = this.i
      this.skipLines()
      if (!this.take('+')) {
        this.i = before
        break
      }
      this.skipLines()
    }
    const [only] = parts
    const isName = this.i === first + 1 && this.tokens[first]?.kind === 'word'
    if (only?.kind === 'string' && this.take('%')) return this.formatted(only, start)
    if (!this.atEnd() && (isName || this.goesOn())) {
      this.passExpression()
      if (this.i === first) this.i += 1
      return this.unread(start)
    }
    if (parts.length === 1 && only) return only
    const value = parts.map((part) =>
      part.kind === 'string' ? part.value : this.unread(part.span[0], part.span[1]).value,
    )
    return { kind: 'string', value: value.join(''), span: [start, this.until] }
  }

  /** A string with the values that follow it in the places that it keeps for them, as Python writes it. */
  private formatted({ value }: Extract<JsonNode, { kind: 'string' }>, start: number): JsonNode {
    const given = this.value()
    const rest = given.kind === 'array' ? [...given.items] : [given]
    const filled = value.replaceAll(/%[sdr]/g, (place) => {
      const next = rest.shift()
      if (next === undefined) return place
      return next.kind === 'string' ? next.value : this.unread(...next.span).value
    })
    return { kind: 'string', value: filled, span: [start, this.until] }
  }

  /** A name that stands for a value: `${name}`; a value that lacks its quotes is what it says. */
  protected reference(at: number): JsonNode {
    const start = this.tokens[at]!.span[0]
    if (this.i === at) this.i += 1
    return this.unread(start)
  }

  private unread(start: number, end = this.until): Extract<JsonNode, { kind: 'string' }> {
    const raw = this.text.slice(start, Math.min(end, start + LONGEST_RAW)).trim()
    return {
      kind: 'string',
      value: this.hints.isValue(raw) ? raw : unread(raw),
      span: [start, Math.max(end, start + 1)],
    }
  }
}

/** What a string without its end holds, before the punctuation that follows it. */
function withoutRest(text: string): string {
  let end = text.length
  while (end > 0 && '"\',]} \t\r'.includes(text[end - 1]!)) end -= 1
  return text.slice(0, end)
}

/** A list or an object that is no call: nothing after it makes another value of it. */
const isWhole = (node: JsonNode): boolean =>
  node.kind === 'array' ||
  (node.kind === 'object' && !(node.members.length === 1 && node.members[0]!.key.endsWith('()')))

const VARIABLE = /^[\w-]+:[^:{}][^{}]*$/

/** The text of a string with the names of what is filled in: `${…}` of templates, but for policy variables. */
const tidy = (text: string): string =>
  text.includes('${')
    ? text.replaceAll(/\$\$\{|\$\{([^{}]*)\}/g, (whole, expression?: string) =>
        expression === undefined
          ? whole.slice(1)
          : VARIABLE.test(expression) || /^[*?$]$/.test(expression)
            ? whole
            : unread(expression),
      )
    : text
