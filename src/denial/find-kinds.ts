import {
  ALL_KINDS,
  BROAD_KINDS,
  gateOfWords,
  isCertainKind,
  kindOfCode,
  kindOfStatus,
  kindOfWords,
} from '../facts/situations/error-kinds'
import { isToldBeside } from '../facts/situations/beside/shown-beside'
import { situationOfCode, SITUATIONS, type SituationId } from '../facts/situations/situations'
import type { DenialSentence } from './denial-sentence'
import type { Range } from '../text/mapped-text'
import { isOfAwsByWords, NAMES_AWS } from './names-of-aws'
import { principalsNamedIn } from './service-callers'
import { DENIAL_CODE, type Wrapper } from './wrapper'

/** How long a message is that is looked at, and how long one that is quoted. */
const MESSAGE = 600
const QUOTE = 200

/** What stands in a line before a place, and what goes on behind it. */
const lineBefore = (text: string, at: number): string => {
  const from = Math.max(text.lastIndexOf('\n', at - 1) + 1, at - MESSAGE)
  return text.slice(from, at)
}
const lineAfter = (text: string, at: number): string => text.slice(at, at + MESSAGE).split('\n', 1)[0] ?? ''

/** The words that a frame stands round: before it, behind it, or in its line. */
function messageOf(text: string, { start, end, side }: Wrapper): string {
  if (side === 'after') return lineBefore(text, start)
  if (side === 'before') return lineAfter(text, end)
  return `${lineBefore(text, start)} ${lineAfter(text, end)}`
}

/** What a service says, short enough to be quoted; without what tools write before it. */
function quoteOf(text: string, wrapper: Wrapper): string | undefined {
  const { start, end, side } = wrapper
  const behind = side === 'before' ? lineAfter(text, end) : ''
  const words = behind === '' ? (lineBefore(text, start).split(/:\s/).at(-1) ?? '') : behind
  const said = words
    .replace(/^[\s:,"'()`]{1,10}/, '')
    .replace(/[\s"'`(\\]{1,10}$/, '')
    .replace(/\s?[([](?:Service|Aws|reached)\b[^\n]{0,300}$/, '')
  return said.length > 10 && said.length <= QUOTE && said.includes(' ') ? said : undefined
}

/** Names of services as frames write them, without the company. */
const speakerOf = (text: string, range: Range | undefined): string | undefined =>
  range !== undefined && /[A-Z]/.test(text.charAt(range[0]))
    ? text.slice(...range).replace(/^(?:Amazon|AWS)\s?(?=[A-Z])/, '')
    : undefined

/** What is told beside a kind: what the service says, and which it is. */
export function namedBeside(text: string, wrapper: Wrapper): Pick<DenialSentence, 'named'> {
  const said = quoteOf(text, wrapper)
  const speaker = speakerOf(text, wrapper.fields.service)
  const named = { ...(said !== undefined && { saidWords: said }), ...(speaker !== undefined && { saidBy: speaker }) }
  return Object.keys(named).length > 0 ? { named } : {}
}

/** The status of an answer, as SDKs write it. */
const STATUS = /\b(?:status\s?code|http\s?status(?:\s?code)?):?\s(?<status>[45]\d\d)\b/gi
const STATUS_IN = new RegExp(STATUS.source, 'i')

/** The kind of an error by its code, and by its words where the code tells little. */
export function kindOf(text: string, wrapper: Wrapper): SituationId {
  const { errorCode } = wrapper.fields
  const code = errorCode === undefined ? '' : text.slice(...errorCode)
  const kind = situationOfCode(code) ?? kindOfCode(code) ?? 'other-error'
  if (!BROAD_KINDS.has(kind)) return kind
  const status = errorCode === undefined ? STATUS_IN.exec(text.slice(wrapper.start, wrapper.end))?.groups?.status : ''
  return kindOfWords(messageOf(text, wrapper)) ?? kindOfStatus(status ?? '') ?? kind
}

/** What a service says that stands in the way, behind a code of a refusal that an SDK frames, or that stands alone before it. */
export function gateOf(text: string, { side, end, rank }: Wrapper): SituationId | null {
  const said = lineAfter(text, end)
  if (side === 'before' && rank === 0) return gateOfWords(said)
  // Programs name their own errors so too: then a service of AWS has to be spoken of.
  const isMessage = side === 'before' || (side === 'near' && /^:\s/.test(said))
  return isMessage && (isOfAwsByWords(said) || principalsNamedIn(said).length > 0) ? gateOfWords(said) : null
}

/** Is it a bare code of a refusal whose message says that the account or the service is what stands in the way? */
export const isOfGate = (text: string, { row, start }: DenialSentence, wrappers: readonly Wrapper[]): boolean =>
  row === 'code alone' && wrappers.some((one) => one.start === start && gateOf(text, one) !== null)

/** The kind of an inner error without a code, whose frame names the service and the status of its answer. */
export function innerKind(text: string, wrapper: Wrapper): SituationId | null {
  if (wrapper.rank > 0 || wrapper.fields.service === undefined) return null
  const kind = kindOfStatus(STATUS_IN.exec(text.slice(wrapper.start, wrapper.end))?.groups?.status ?? '')
  return kind && (kindOfWords(quoteOf(text, wrapper) ?? '') ?? kind)
}

/** The line of a place, as far as it is looked at. */
export const lineAt = (text: string, { start, end }: Pick<DenialSentence, 'start' | 'end'>): string =>
  lineBefore(text, start) + text.slice(start, end) + lineAfter(text, end)

/** A line in which a tool that deploys says what AWS answered: with a code, or in words alone. */
const DEPLOYED =
  /^[^\w\n]{0,8}Error:\s[^\n]{0,300}?:\s(?<code>[A-Z][A-Za-z]{4,80}(?:Exception|Fault|Error)):\s(?<words>[^\n]{1,600})/dm

const HANDLER =
  /\bResource\shandler\sreturned\smessage:\s["']?(?<words>[^\n]{10,600})|\b(?:CREATE|UPDATE|DELETE)_FAILED\b[^\n]{1,80}\b(?:AWS|Custom)::(?<type>[^\n]{1,300}(?:\n[^\n]{10,600})?)/

/** A statement of no more than its kind. */
export const statementOfKind = (situation: SituationId, start: number, end: number): DenialSentence => ({
  row: 'kind of an error',
  start,
  end,
  pieces: {},
  decision: 'unknown',
  layer: 'unknown',
  situation,
})

/** The kind of an error that a line of a tool tells, where a service speaks in it. */
export function kindInLine(text: string): DenialSentence | null {
  const deployed = DEPLOYED.exec(text)
  const [start = 0, end = 0] = deployed?.indices?.groups?.['code'] ?? []
  if (deployed !== null && isOfAwsByWords(text)) {
    const words = deployed.groups?.words ?? ''
    const kind = kindOfCode(text.slice(start, end))
    const told = kind !== null && BROAD_KINDS.has(kind) ? (kindOfWords(words) ?? kind) : kind
    const named = words.length <= QUOTE ? { named: { saidWords: words } } : {}
    if (told !== null) return { ...statementOfKind(told, start, end), ...named }
  }
  const said = HANDLER.exec(text)
  const words = said?.groups?.words ?? said?.groups?.type ?? ''
  // What a custom resource reports can be of any program.
  const kind = words !== '' && NAMES_AWS.test(words) ? kindOfWords(words) : null
  return said && kind ? statementOfKind(kind, said.index, said.index + said[0].length) : null
}

/** How far from its words the status or the code of a message stands. */
const REACH = 600

/** Does nothing but its message stand between a frame or a status and the words, in one line? */
const isSameMessage = (text: string, from: number, to: number): boolean =>
  to - from <= REACH && (to <= from || !text.slice(from, to).includes('\n'))

const isBeside = (text: string, { start, end }: DenialSentence, from: number, to: number): boolean =>
  to <= start ? isSameMessage(text, to, start) : isSameMessage(text, end, from)

/** Is a sentence read off general words: no service's own, and of nobody that AWS names? */
const isGeneral = ({ situation, pieces, decision, row }: DenialSentence): boolean => {
  if (pieces.principal !== undefined || decision !== 'unknown' || row === 'code alone') return false
  if (situation === undefined) return true
  const { says, codes, decides } = SITUATIONS[situation]
  return says === undefined && codes === undefined && decides !== 'none' && !isToldBeside(situation)
}

/** Does a code say for certain that no permission is missing? */
const rulesOut = (code: string): boolean => {
  if (DENIAL_CODE.test(code)) return false
  if (isCertainKind(code)) return true
  const known = situationOfCode(code)
  return known !== null && ALL_KINDS.has(known) && !BROAD_KINDS.has(known) && known !== 'perhaps-denied'
}

/** The kind of the inner status of a message that a sentence is part of. */
function kindOfStatusBeside(text: string, sentence: Pick<DenialSentence, 'start' | 'end'>): SituationId | null {
  const from = Math.max(0, sentence.start - REACH)
  for (const { 0: whole, index, groups } of text.slice(from, sentence.end + REACH).matchAll(STATUS)) {
    const kind = kindOfStatus(groups?.status ?? '')
    const at = from + index
    if (kind !== null && isBeside(text, sentence as DenialSentence, at, at + whole.length)) return kind
  }
  return null
}

/** Do general words of a refusal stand in a message whose code or status says that no policy decides it? */
export const isContradicted = (text: string, sentence: DenialSentence, wrappers: readonly Wrapper[]): boolean =>
  isGeneral(sentence) &&
  (kindOfStatusBeside(text, sentence) !== null ||
    wrappers.some(({ rank, start, end, fields: { errorCode } }) => {
      if (errorCode === undefined || rank > 1 || !isBeside(text, sentence, start, end)) return false
      return rulesOut(text.slice(...errorCode))
    }))
