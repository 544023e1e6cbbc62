import type { Range } from '../text/mapped-text'
import { situationOfCode } from '../facts/situations/situations'
import { isMentioned } from './mentions'
import { DENIAL_CODE, UNUSUAL_CODE, type Side, type Wrapper, type WrapperField, WRAPPER_FIELDS } from './wrapper'
import { WRAPPERS, wrapperName } from './wrappers'

/** Masks: a request id of which nothing is left. */
const MASKED = /^(?:[x*.\-_#]+|null|nil|none|undefined|unknown|redacted|removed|hidden|edited|masked|id|requestid)$/i

const LONGEST_WRAPPER = 200

const isKnownCode = (code: string): boolean =>
  DENIAL_CODE.test(code) || UNUSUAL_CODE.test(code) || situationOfCode(code) !== null

/** A response that succeeded has a request id too, and a message that is cut has a piece of one. */
function isOfDenial(text: string, end: number): boolean {
  const after = text.slice(end, end + 60)
  return !/^["',\s}]{0,6}HTTPStatusCode["']?:\s?2\d\d/i.test(after) && !after.startsWith(' (truncated')
}

const REQUEST_ID = /^(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9A-Z]{16})$/i

/** A request id that a line break cuts goes on in the next line when both together have the form of one. */
function overLines(text: string, [start, end]: Range): Range {
  const rest = text.charAt(end) === '\n' ? /^[\w-]+/.exec(text.slice(end + 1, end + 40))?.[0] : undefined
  const whole = rest !== undefined && REQUEST_ID.test(text.slice(start, end) + rest)
  return whole ? [start, end + 1 + rest.length] : [start, end]
}

function fieldsOf(text: string, match: RegExpExecArray, rank: number): Wrapper['fields'] | null {
  const fields: Partial<Record<WrapperField, Range>> = {}
  for (const field of WRAPPER_FIELDS) {
    const range = match.indices?.groups?.[field]
    const value = match.groups?.[field] ?? ''
    if (!range || value === '' || value.length > LONGEST_WRAPPER) continue
    if (field === 'requestId' && (MASKED.test(value) || !isOfDenial(text, range[1]))) continue
    if (field === 'errorCode' && rank >= 2 && !isKnownCode(value)) continue
    fields[field] = field === 'requestId' ? overLines(text, range) : range
  }
  return Object.keys(fields).length > 0 ? fields : null
}

/** Java's own exception of this name speaks of a file on a disk, if not of an S3 path. */
const isOfFiles = (text: string, start: number, end: number): boolean =>
  text.slice(Math.max(0, start - 14), start).endsWith('java.nio.file.') &&
  !/^:\ss3[an]?:/.test(text.slice(end, end + 7))

/** Words of a program before the name of a class of errors: it says what can be thrown, not that it was. */
const OF_SOURCE =
  /(?:\bclass|\bextends|\binstanceof|\bimport|\bcatch|\bexcept|\brescue|@throws|@link|\btypeof)\s\(?(?:[\w:.]{1,80},\s){0,4}(?:\w{1,40}(?:\.|::)){0,6}$/

/** How far before the name of a class such a word stands, with the names of packages between. */
const SOURCE = 100

/** A code in quotes that a program compares, lists or hands over, or that a comment of a program speaks of: nothing failed. */
function isListed(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 40), start)
  if (/(?:[[(,]|[=!]=|\b(?:in|case|is))\s{0,20}["'`]$/.test(before))
    return /^["'`]\s{0,20}[\])},:]/.test(text.slice(end, end + 22))
  return /(?:^|\n)\s{0,20}(?:#|\/\/|\*)\s[^\n]{0,40}$/.test(before) && /^[).,]/.test(text.slice(end, end + 1))
}

/** A word of English with a capital, which stands in many texts: a code only where a frame says so. */
const PLAIN_WORD = /^[A-Z][a-z]+$/

const CODE_WORD = /\b(?:Client\.)?[A-Z][A-Za-z_]{5,60}(?:\.[A-Z]\w{3,60})?\b/g

/** Codes that stand somewhere in the text, without a key or a wrapper of their own. */
function findCodeWords(text: string): Wrapper[] {
  const found: Wrapper[] = []
  for (const { 0: code, index: start } of text.matchAll(CODE_WORD)) {
    const end = start + code.length
    if (PLAIN_WORD.test(code) && !/["':]/.test(text.charAt(end))) continue
    const heads = UNUSUAL_CODE.test(code) && /^:\s/.test(text.slice(end, end + 2))
    if (!heads && !DENIAL_CODE.test(code) && situationOfCode(code) === null) continue
    if (
      isOfFiles(text, start, end) ||
      OF_SOURCE.test(text.slice(Math.max(0, start - SOURCE), start)) ||
      isListed(text, start, end) ||
      isMentioned(text, start, end)
    )
      continue
    found.push({
      name: 'code word',
      start,
      end,
      fields: { errorCode: [start, end] },
      side: 'near',
      reach: 600,
      rank: 4,
    })
  }
  return found
}

/** All that tools and SDKs wrote round the messages of the text, in order. */
export function findWrappers(text: string): Wrapper[] {
  const found: Wrapper[] = []
  /** Where the request ids stand that a wrapper of a message before or after them holds. */
  const sides = new Map<number, Side>()
  for (const row of WRAPPERS) {
    const { pattern, hint, side, reach, rank } = row
    const name = wrapperName(row)
    if (!text.includes(hint)) continue
    for (const match of text.matchAll(pattern)) {
      const start = match.index
      const end = start + match[0].length
      const fields = fieldsOf(text, match, rank)
      // the parts of a Go error are found once, in the longest form that is there
      const part =
        name.startsWith('go v2') && found.some((w) => w.name.startsWith('go v2') && w.start <= start && end <= w.end)
      const isNamed = rank > 0 && OF_SOURCE.test(text.slice(Math.max(0, start - SOURCE), start))
      if (!fields || part || isNamed) continue
      const id = fields.requestId?.[0] ?? -1
      if (side !== 'near' && id >= 0) sides.set(id, side)
      found.push({ name, start, end, fields, side: sides.get(id) ?? side, reach, rank })
    }
  }
  return [...found, ...findCodeWords(text)].sort((a, b) => a.start - b.start)
}
