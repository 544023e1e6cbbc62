import type { Span } from '../text/span'
import { unescapeRun } from '../text/unescape-run'
import { isRandom } from './is-random'

/** The opening line of a private key: of PEM, also where a URL holds it, of PGP, and of PuTTY. */
const KEY_OPENING =
  /-----BEGIN(?:[+ ]|%(?:25)?20)(?:[A-Z]{2,12}(?:[+ ]|%(?:25)?20)){0,2}PRIVATE(?:[+ ]|%(?:25)?20)KEY(?:(?:[+ ]|%(?:25)?20)BLOCK)?-----|Private-Lines(?::|%3A)(?:[+ ]|%20)\d{1,4}/g
const KEY_CLOSING = /-----|Private-MAC/g

/** What the body of a key holds, however it is written. */
const BODY = String.raw`[\w+/=\s\\:,.%&#;│|<>"'-]`
const WHOLE_BODY = new RegExp(`^${BODY}*`)
/** The same, of which pieces were taken out. */
const BODY_LEFT = new RegExp(String.raw`^(?:\[removed\]|${BODY})*`)
const isLeft = (body: string) => /[\w+/=]/.test(body.replaceAll('[removed]', ''))

/** What is being written behind the opening line of a private key that has no closing one. */
export function* begunKeys(text: string): Iterable<Span> {
  let reached = 0
  for (const { 0: opening, index } of text.matchAll(KEY_OPENING)) {
    const start = index + opening.length
    KEY_CLOSING.lastIndex = start
    if (index < reached || KEY_CLOSING.test(text)) continue
    const body = BODY_LEFT.exec(text.slice(start))![0]
    reached = start + body.length
    if (isLeft(body)) yield [start, reached]
  }
}

/** Private keys: all between the two lines, also what is left where pieces of it were taken out; of one that was cut off, all behind the first. */
export function* privateKeys(text: string): Iterable<Span> {
  let reached = 0
  for (const match of text.matchAll(KEY_OPENING)) {
    if (match.index < reached) continue
    const start = match.index + match[0].length
    KEY_CLOSING.lastIndex = start
    const close = KEY_CLOSING.exec(text)?.index
    const body = (close === undefined ? WHOLE_BODY : BODY_LEFT).exec(text.slice(start, close))![0]
    reached = start + body.length
    if (isLeft(body)) yield [start, reached]
  }
}

const KEY_END = /-----END(?:[+ ]|%(?:25)?20)(?:[A-Z]{2,12}(?:[+ ]|%(?:25)?20)){0,2}PRIVATE/g
/** As much of a key is looked at before its closing line; the lines of one are as long as these. */
const LONGEST_KEY = 8000
const SHORTEST_KEY_LINE = 60

const isBase64 = (char: string) => /[\w+/=]/.test(char)
const isBetweenLines = (char: string) => /[\s>|│"'\\]/.test(char)

/** Where the lines of base64 begin that a text ends with; its end where there are none. The last may be a short one. */
function baseLinesStart(text: string): number {
  const before = (at: number, is: (char: string) => boolean) => {
    let start = at
    while (start > 0 && is(text[start - 1]!)) start -= 1
    return start
  }
  let [start, stop] = [text.length, before(text.length, isBetweenLines)]
  while (stop > 0) {
    const line = before(stop, isBase64)
    if (stop - line < (start === text.length ? 1 : SHORTEST_KEY_LINE)) break
    start = line
    stop = before(line, isBetweenLines)
    if (stop === line) break
  }
  return start
}

/** Private keys of which the opening line was cut off: the lines before the closing one. */
export function* privateKeyTails(text: string): Iterable<Span> {
  let reached = 0
  for (const { index: end } of text.matchAll(KEY_END)) {
    const from = Math.max(reached, end - LONGEST_KEY)
    reached = end
    const run = unescapeRun(text.slice(from, end))
    const start = baseLinesStart(run.text)
    if (start < run.text.length) yield [from + run.starts[start]!, end]
  }
}

/** A character of base64, and what stands between two lines: as they are, in JSON, and in an address. */
const BASE64 = String.raw`(?:[A-Za-z\d+/]|%(?:25)?2[BbFf]|\\{1,4}u002[BbFf]|\\{1,4}/)`
const LINE_END = String.raw`(?:\r?\n|(?:\\{1,4}r)?(?:\\|%(?:25)?5[Cc]){1,4}n|(?:%(?:25)?0[Dd])?%(?:25)?0[Aa]|\\{1,4}u000[Aa])[ \t>|│"']{0,8}`
const BASE64_LINES = new RegExp(
  `${BASE64}{60,76}(?:${LINE_END}${BASE64}{60,76}){2,}(?:${LINE_END}${BASE64}{1,76}={0,2})?`,
  'g',
)

/** A word in the line below is no line of it. One of eight letters chance can have drawn, unless a sentence goes on behind it. */
const WORD_BELOW = new RegExp(`${LINE_END}([A-Z]?[a-z]{1,20}|[A-Z]{1,20})$`)
const GOES_ON = /^(?:[ \t]+[a-z]|[:.,;!?])/i

/** A line of base64, as long as those of a private key, above one that was taken out, perhaps with a part of the escaped line end. */
export const lineAbove = (removed: string): RegExp =>
  new RegExp(
    `(?<![\\w+/])${BASE64}{60,76}(?=(?:${LINE_END}|(?:\\\\|%(?:25)?5[Cc]){1,4}|%[25]{0,3})${removed.replace(/[[\]]/g, '\\$&')})`,
    'g',
  )

/** Has a text as many signs in a row as a line of base64 has? Looks at one of them at most where it has not. */
function hasLongRun(text: string): boolean {
  for (let end = SHORTEST_KEY_LINE - 1; end < text.length;) {
    let at = end
    while (at > end - SHORTEST_KEY_LINE && /[\w+/%\\]/.test(text[at]!)) at -= 1
    if (at === end - SHORTEST_KEY_LINE) return true
    end = at + SHORTEST_KEY_LINE
  }
  return false
}

/** Lines of base64 as the body of a private key has them, where nothing of what stood around it is left. */
export function* base64Lines(text: string): Iterable<Span> {
  if (!hasLongRun(text)) return
  for (const { 0: lines, index } of text.matchAll(BASE64_LINES)) {
    if (!/[+/%\\]/.test(lines) || !isRandom(lines.slice(0, SHORTEST_KEY_LINE))) continue
    const end = index + lines.length
    const below = WORD_BELOW.exec(lines)
    const isWord = below !== null && (below[1]!.length < 8 || GOES_ON.test(text.slice(end, end + 4)))
    yield [index, isWord ? index + below.index : end]
  }
}

/** The name and the password of an address, e.g. `postgres://user:password@host`, as it is, in JSON, and in another address. */
const IN_ADDRESS = [
  /:(?:\\{0,4}\/){2}[^\s:/@"'<>\\]{0,128}:([^\s:/@"'<>\\]{4,256})@/g,
  /%3A%2F%2F[\w.~-]{0,128}%3A((?:[\w.~-]|%(?!40)[\da-f]{2}){4,256})%40/gi,
  // A key in the place of a name.
  /:\/\/([\da-f]{32})@/g,
]

/** What stands for a password that is filled in elsewhere. */
const isPlaceholder = (text: string) => /^[$*<[{x]/.test(text) && !/^x.*\d/.test(text)

/** Passwords in addresses. */
export function* addressPasswords(text: string): Iterable<Span> {
  for (const pattern of IN_ADDRESS)
    for (const { 0: whole, 1: password, index } of text.matchAll(pattern)) {
      const end = index + whole.length - (whole.endsWith('@') ? 1 : 3)
      if (!isPlaceholder(password!)) yield [end - password!.length, end]
    }
}
