import { duplicateKeys } from './duplicate-keys'
import type { JsonMember, JsonNode } from './json-node'
import { JSON_LIMITS, MAX_JSON_DEPTH, type JsonLimits } from './json-limits'
import type { JsonProblem, JsonProblemCode } from './json-messages'
import type { JsonReading } from './json-value'
import { parseBrokenJson } from './parse-broken-json'
import type { Span } from './span'

let text = ''
let at = 0
let left = 0
let problems: JsonProblem[] = []
let tooMuch: JsonProblemCode | null = null

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
  text = source
  at = source.startsWith(BYTE_ORDER_MARK) ? 1 : 0
  left = limits.values
  problems = []
  tooMuch = null
  try {
    skipSpace()
    const root = readValue(0)
    skipSpace()
    if (at < text.length) throw BROKEN
    return { root, problems }
  } catch (error) {
    if (error !== BROKEN) throw error
    if (tooMuch !== null) {
      return refuse(tooMuch, [at, at + 1], { limit: tooMuch === 'json-too-deep' ? MAX_JSON_DEPTH : limits.values })
    }
    return parseBrokenJson(source)
  } finally {
    text = ''
  }
}

const refuse = (code: JsonProblemCode, span: Span, data: JsonProblem['data']): JsonReading => ({
  root: null,
  problems: [{ code, severity: 'error', span, data }],
})

function skipSpace(): void {
  const source = text
  let to = at
  for (;;) {
    const code = source.charCodeAt(to)
    if (code > 32 || (code !== 32 && code !== 10 && code !== 13 && code !== 9)) break
    to++
  }
  at = to
}

function readValue(depth: number): JsonNode {
  if (--left < 0) tooMuch = 'json-too-many-values'
  if (depth > MAX_JSON_DEPTH) tooMuch = 'json-too-deep'
  if (tooMuch !== null) throw BROKEN
  const start = at
  switch (text.charCodeAt(at)) {
    case 34: {
      const value = readString()
      return { kind: 'string', value, span: [start, at] }
    }
    case 123: {
      const members = readMembers(depth)
      return { kind: 'object', members, span: [start, at] }
    }
    case 91: {
      const items = readItems(depth)
      return { kind: 'array', items, span: [start, at] }
    }
    case 116:
      return { kind: 'boolean', value: true, span: readWord('true') }
    case 102:
      return { kind: 'boolean', value: false, span: readWord('false') }
    case 110:
      return { kind: 'null', span: readWord('null') }
    default:
      return readNumber()
  }
}

function readWord(word: string): Span {
  if (!text.startsWith(word, at)) throw BROKEN
  const start = at
  at += word.length
  return [start, at]
}

/** Reads a string that begins here; escapes are left to JSON.parse, which knows them all. */
function readString(): string {
  const source = text
  const start = at
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
  at = to
  if (!escaped) return source.slice(start + 1, to - 1)
  try {
    return JSON.parse(source.slice(start, to)) as string
  } catch {
    throw BROKEN
  }
}

function readNumber(): JsonNode {
  const start = at
  const digits = () => {
    const first = at
    while (text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at++
    if (at === first) throw BROKEN
  }
  if (text[at] === '-') at++
  if (text[at] === '0') at++
  else digits()
  if (text[at] === '.') {
    at++
    digits()
  }
  if (text[at] === 'e' || text[at] === 'E') {
    at++
    if (text[at] === '+' || text[at] === '-') at++
    digits()
  }
  const raw = text.slice(start, at)
  return { kind: 'number', value: Number(raw), raw, span: [start, at] }
}

function readItems(depth: number): JsonNode[] {
  const items: JsonNode[] = []
  at++
  skipSpace()
  if (text.charCodeAt(at) === 93) {
    at++
    return items
  }
  for (;;) {
    items.push(readValue(depth + 1))
    skipSpace()
    const code = text.charCodeAt(at++)
    if (code === 93) return items
    if (code !== 44) throw BROKEN
    skipSpace()
  }
}

function readMembers(depth: number): JsonMember[] {
  const members: JsonMember[] = []
  at++
  skipSpace()
  if (text.charCodeAt(at) === 125) {
    at++
    return members
  }
  for (;;) {
    if (text.charCodeAt(at) !== 34) throw BROKEN
    const start = at
    const key = readString()
    const keySpan: Span = [start, at]
    skipSpace()
    if (text.charCodeAt(at++) !== 58) throw BROKEN
    skipSpace()
    members.push({ key, keySpan, value: readValue(depth + 1) })
    skipSpace()
    const code = text.charCodeAt(at++)
    if (code === 125) break
    if (code !== 44) throw BROKEN
    skipSpace()
  }
  for (const problem of duplicateKeys(members)) problems.push(problem)
  return members
}
