import { stickyMatch } from '../text/sticky-match'
import { closingMark } from './emphasis'
import type { Range } from '../text/mapped-text'
import { dropEnd, type Fragment } from './denial-sentence'
import { own } from '../text/own'

/** Words with which the sentence, or the next one, goes on after a value. */
const GOES_ON =
  /^(?:(?:on|because|with|is|are|not|status|at|in|and|or|for|to|request|The|User:?|Encoded|Go|Error:?|Caused|Traceback)(?![\w/-])|\(?Service:?|[({[<"'*+|•]|-(?: |$)|\d{4}-\d\d-|$)/
/** What AWS writes behind an action or a resource: what a tool says next, as in "Exited with code 254", goes on otherwise. */
const REASON = /^(?:because\s(?:no|public|an?|the)\b|with\san\s|\(Service)/
const CLAUSE = new RegExp(String.raw`${REASON.source}|^(?:on\s(?:the\s)?resources?|status\scode)\b`)

const PLAIN = /[^\s"'`<>,;、{[]+/y
const PLACEHOLDER = /<(?!\/)[^<>\n]{0,60}>|\{\{[^{}\n]{1,60}\}\}|\{[^{}\n]{1,60}\}|\[[^[\]\n]{1,60}\]|[{[]| (?=:\w)/y

/** Where a value ends that has no quotes: at a blank, but not inside a placeholder such as `<account id>`. */
function tokenEnd(text: string, at: number): number {
  let end = at
  for (;;) {
    end += stickyMatch(PLAIN, text, end)?.[0].length ?? 0
    const placeholder = stickyMatch(PLACEHOLDER, text, end)
    if (!placeholder) return end
    end += placeholder[0].length
  }
}

/** The word at the beginning of the next line, and what comes after it. */
interface NextLine {
  readonly start: number
  readonly token: string
  readonly rest: string
}

function nextLine(text: string, end: number): NextLine | null {
  if (text.charAt(end) !== '\n') return null
  const stop = tokenEnd(text, end + 1)
  if (stop === end + 1) return null
  return { start: end + 1, token: text.slice(end + 1, stop), rest: text.slice(stop, stop + 40).trimStart() }
}

/** Whether an action that stops at a line end goes on in the next line, as in `iam:PutRolePo⏎licy`. */
function actionContinues(value: string, { token, rest }: NextLine): boolean {
  if (!value.includes(':')) return /^[a-z0-9-]*:[A-Za-z*]+$/.test(token)
  if (value.endsWith(':')) return /^[a-z*]+$/i.test(token)
  return /^[a-z]+$/i.test(token) && !GOES_ON.test(token) && CLAUSE.test(rest)
}

/** The end of brackets that the whole message stands in. */
const CLOSED = /^[^()]*\)[:.,;]?$/

/** Whether an ARN or a name that stops at a line end goes on in the next line. */
function resourceContinues(value: string, { token, rest }: NextLine): boolean {
  if (GOES_ON.test(token) || CLOSED.test(value)) return false
  if (value.startsWith('arn:') && value.split(':').length < 6) return true
  if (REASON.test(rest)) return true
  return /[-/:_]$/.test(value) && /^[\w/:.*-]+$/.test(token) && (rest === '' || /[\d/:_-]/.test(token))
}

/** Reads the action or the resource that begins at a place, over the lines that a medium broke it into. */
export function readToken(text: string, at: number, kind: 'action' | 'resource'): Fragment {
  const ranges: Range[] = []
  const continues = kind === 'action' ? actionContinues : resourceContinues
  let start = at
  let value = ''
  for (let line = 0; line < 8; line++) {
    const end = tokenEnd(text, start)
    if (end > start) ranges.push([start, end])
    value += text.slice(start, end)
    const next = nextLine(text, end)
    if (!next || value === '' || !continues(value, next)) break
    start = next.start
  }
  return { value, ranges }
}

/** The end of an ARN of CloudWatch Logs that names no group or no stream. */
const LOG_END = /:log-(?:group|stream):$/

const BRACKETS: Readonly<Record<string, string>> = { '}': '{', ']': '[', ')': '(' }

const count = (value: string, char: string) => value.split(char).length

/** How many characters at the end of a value are punctuation, quotes or markup that follow it. */
function tailLength(value: string): number {
  const last = value.at(-1) ?? ''
  const open = own(BRACKETS, last)
  if (open !== undefined) return count(value, last) > count(value, open) ? 1 : 0
  if (last === '.') return value.endsWith('..') ? 0 : 1
  // an ARN that is cut keeps its colon, and so does one of CloudWatch Logs with an empty name
  if (last === ':') return value.startsWith('arn:') && (value.split(':').length < 6 || LOG_END.test(value)) ? 0 : 1
  if (',;\'"|\\'.includes(last)) return 1
  return closingMark(value)
}

/** A value without what follows it. */
export function trimValue(piece: Fragment): Fragment {
  let current = piece
  for (let i = 0; i < 12 && current.value !== ''; i++) {
    const length = tailLength(current.value)
    if (length === 0) break
    current = dropEnd(current, length)
  }
  return current
}
