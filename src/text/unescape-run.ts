import { own } from './own'

/** A text without its escapes, and for each of its characters where the written ones stand. */
export interface Unescaped {
  readonly text: string
  /** For each character, where its written characters begin. */
  readonly starts: readonly number[]
  /** For each character, where its written characters end. */
  readonly ends: readonly number[]
}

/** Escapes may be escaped again, as in JSON in JSON in a URL; deeper ones stay. */
const DEPTH = 4

const ESCAPE =
  /%([\da-f]{2})|\\+u([\da-f]{4})|\\+x([\da-f]{2})|&#x([\da-f]{1,4});|&#(\d{1,5});|&(quot|amp|lt|gt|apos|sol|plus|equals);|\\+([nrt])|\\+(.)/giy

const NAMED: Readonly<Record<string, string>> = {
  quot: '"',
  amp: '&',
  lt: '<',
  gt: '>',
  apos: "'",
  sol: '/',
  plus: '+',
  equals: '=',
}
const CONTROL: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }

function characterOf([, percent, unicode, hex, entityHex, entity, named, control, other]: RegExpExecArray): string {
  const code = percent ?? unicode ?? hex ?? entityHex
  if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16))
  if (entity !== undefined) return String.fromCharCode(Number(entity))
  if (named !== undefined) return own(NAMED, named.toLowerCase())!
  return control !== undefined ? own(CONTROL, control.toLowerCase())! : other!
}

function once({ text, starts, ends }: Unescaped): Unescaped {
  const made: string[] = []
  const [from, to]: [number[], number[]] = [[], []]
  for (let at = 0; at < text.length;) {
    ESCAPE.lastIndex = at
    const escape = '%\\&'.includes(text[at]!) ? ESCAPE.exec(text) : null
    const length = escape?.[0].length ?? 1
    made.push(escape ? characterOf(escape) : text[at]!)
    from.push(starts[at]!)
    to.push(ends[at + length - 1]!)
    at += length
  }
  return { text: made.join(''), starts: from, ends: to }
}

/** Most runs are shorter: they share one list of places. */
const SHORT = 512
const PLACES = Array.from({ length: SHORT + 1 }, (_, at) => at)
const ENDS = PLACES.slice(1)

const asWritten = (text: string): Unescaped =>
  text.length <= SHORT
    ? { text, starts: PLACES, ends: ENDS }
    : {
        text,
        starts: Array.from({ length: text.length }, (_, at) => at),
        ends: Array.from({ length: text.length }, (_, at) => at + 1),
      }

const ESCAPED = /[%\\&]/

/** Takes the escapes of JSON, URLs, XML and programming languages out of a piece of text, also where they are nested. */
export function unescapeRun(written: string): Unescaped {
  let run = asWritten(written)
  for (let depth = 0; depth < DEPTH && ESCAPED.test(run.text); depth += 1) run = once(run)
  return run
}
