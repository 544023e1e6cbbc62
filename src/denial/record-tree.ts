import type { Range } from '../text/mapped-text'

/**
 * A record of AWS as it stands in pastes and logs: JSON cut at both ends, with single quotes or none, `=` for `:`,
 * Python's True and None. Its escapes are gone already, so that quotes may stand inside of strings, which `readLoose`
 * takes for their ends. Every value is the text that is there, with its place; nothing is added where it is cut.
 */
export type RecordNode =
  | { readonly kind: 'text'; readonly value: string; readonly range: Range }
  | { readonly kind: 'list'; readonly items: readonly RecordNode[]; readonly range: Range }
  | { readonly kind: 'object'; readonly members: readonly RecordMember[]; readonly range: Range }

interface RecordMember {
  readonly key: string
  readonly value: RecordNode
}

const MAX_DEPTH = 40
const SEPARATOR = /[\s,;]*/y
const COLON = /\s?[:=]\s?/y
const BARE_KEY = /[\w.:/@-]+?(?=\s?[:=])/y
const RUN = /[\w.:/@-]+|./sy
const BARE = /[^,}\]\n]+/y
/** A quote that ends a string: one that JSON goes on after. */
const AFTER_STRING = /\s?[,}\]:=]|\n|$/y

function sticky(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? null
}

/** Where the string that opens at a quote closes, or the end of the text. */
function stringEnd(text: string, at: number, to: number): number {
  const quote = text.charAt(at)
  for (let end = text.indexOf(quote, at + 1); end >= 0 && end < to; end = text.indexOf(quote, end + 1)) {
    if (sticky(AFTER_STRING, text, end + 1) !== null) return end
  }
  return to
}

class Reader {
  at: number
  constructor(
    readonly text: string,
    from: number,
    readonly to: number,
  ) {
    this.at = from
  }

  #skip(): void {
    this.at += sticky(SEPARATOR, this.text, this.at)?.length ?? 0
  }

  #string(): RecordNode {
    const start = this.at + 1
    const end = stringEnd(this.text, this.at, this.to)
    this.at = Math.min(end + 1, this.to)
    return { kind: 'text', value: this.text.slice(start, end), range: [start, end] }
  }

  value(depth: number): RecordNode {
    const start = this.at
    const char = this.text.charAt(start)
    if (depth < MAX_DEPTH && char === '{') {
      this.at++
      return { kind: 'object', members: this.members(depth + 1, true), range: [start, this.at] }
    }
    if (depth < MAX_DEPTH && char === '[') {
      this.at++
      return { kind: 'list', items: this.#items(depth + 1), range: [start, this.at] }
    }
    if (char === '"' || char === "'") return this.#string()
    const bare = (sticky(BARE, this.text, start) ?? '').trimEnd()
    this.at = Math.min(start + Math.max(bare.length, 1), this.to)
    return { kind: 'text', value: bare, range: [start, start + bare.length] }
  }

  #items(depth: number): RecordNode[] {
    const items: RecordNode[] = []
    for (;;) {
      this.#skip()
      if (this.at >= this.to) return items
      const char = this.text.charAt(this.at)
      if (char === ']') this.at++
      if (char === ']' || char === '}') return items
      items.push(this.value(depth))
    }
  }

  /** The members up to the closing brace; in a slice without its beginning, closing braces are passed over. */
  members(depth: number, closes: boolean): RecordMember[] {
    const members: RecordMember[] = []
    for (;;) {
      this.#skip()
      if (this.at >= this.to) return members
      const char = this.text.charAt(this.at)
      if (char === '}' || char === ']') {
        this.at++
        if (closes) return members
        continue
      }
      const key = this.#key()
      const colon = sticky(COLON, this.text, this.at)
      if (key === null || colon === null) {
        if (key === null) this.at += sticky(RUN, this.text, this.at)?.length ?? 1
        continue
      }
      this.at += colon.length
      members.push({ key, value: this.value(depth) })
    }
  }

  #key(): string | null {
    const char = this.text.charAt(this.at)
    if (char === '"' || char === "'") {
      const node = this.#string()
      return node.kind === 'text' ? node.value : null
    }
    const bare = sticky(BARE_KEY, this.text, this.at)
    if (bare !== null) this.at += bare.length
    return bare
  }
}

/** The object of a range of the normalised text; a range without its opening brace gives the members that are there. */
export function readRecord(text: string, [from, to]: Range): RecordNode {
  const whole = text.charAt(from) === '{'
  const reader = new Reader(text, whole ? from + 1 : from, to)
  return { kind: 'object', members: reader.members(0, whole), range: [from, to] }
}

/** The value under a path of keys, in any case. */
export function under(node: RecordNode | null, ...path: string[]): RecordNode | null {
  return path.reduce<RecordNode | null>((here, key) => {
    if (here?.kind !== 'object') return null
    return here.members.find((member) => member.key.toLowerCase() === key.toLowerCase())?.value ?? null
  }, node)
}

const NOTHING = /^(?:null|None|nil|undefined)?$/

/** The text under a path of keys; null where there is none or it says null. */
export function textUnder(node: RecordNode | null, ...path: string[]): string | null {
  const found = under(node, ...path)
  return found?.kind === 'text' && !NOTHING.test(found.value) ? found.value : null
}

/** The items of a list under a path, also where they hang on an `items` key. */
export function itemsUnder(node: RecordNode | null, ...path: string[]): readonly RecordNode[] {
  const found = under(node, ...path)
  if (found?.kind === 'object') return itemsUnder(found, 'items')
  return found?.kind === 'list' ? found.items : []
}

/** How many objects of one kind may stand in each other, as an event in its envelope. */
const MAX_NESTING = 4

/** Ranges in order, each once, without those that are nested too deep to mean anything. */
function withoutDeepNesting(ranges: readonly Range[]): Range[] {
  const kept: Range[] = []
  const open: number[] = []
  for (const [start, end] of ranges) {
    const last = kept.at(-1)
    if (last && last[0] === start) continue
    while (open.length > 0 && (open.at(-1) ?? 0) <= start) open.pop()
    if (open.length >= MAX_NESTING) continue
    open.push(end)
    kept.push([start, end])
  }
  return kept
}

/** The objects that enclose the positions (in order), found in one pass over the text. */
export function enclosingObjects(text: string, positions: readonly number[]): Range[] {
  const open: number[] = []
  const waiting = new Map<number, number[]>()
  const ranges: [number, number][] = positions.map(() => [-1, text.length])
  let next = 0
  const brace = /[{}]/g
  for (;;) {
    const at = brace.exec(text)?.index ?? text.length
    for (; next < positions.length && (positions[next] ?? 0) < at; next++) {
      const start = open.at(-1) ?? -1
      ranges[next] = [start, text.length]
      const others = waiting.get(start)
      if (others) others.push(next)
      else waiting.set(start, [next])
    }
    if (at >= text.length) break
    if (text.charAt(at) === '{') open.push(at)
    else {
      const start = open.pop() ?? -1
      for (const index of waiting.get(start) ?? []) ranges[index] = [start, at + 1]
      waiting.delete(start)
    }
  }
  return withoutDeepNesting(ranges.map(([start, end], i) => [start >= 0 ? start : (ranges[i - 1]?.[1] ?? 0), end]))
}
