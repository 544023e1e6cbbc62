import { hasNear, isContradictedBy } from '../facts/situations/find-says'
import { shownBeside } from '../facts/situations/beside/shown-beside'
import type { SituationShape } from '../facts/situations/situation-row'
import { ALL_KINDS, BROAD_KINDS } from '../facts/situations/error-kinds'
import { SITUATION_ROWS, situationOfCode, SITUATIONS, type SituationId } from '../facts/situations/situations'
import { once } from '../text/once'
import type { DenialSentence } from './denial-sentence'
import { NAMES_AWS } from './names-of-aws'
import { gateOf, innerKind, kindInLine, kindOf, lineAt, namedBeside } from './find-kinds'
import { kindOfFailure, printedFailure } from './find-failures'
import { isOfOtherServer } from './other-speakers'
import { OF_DATABASE } from './refused-party'
import { UNREACHED } from './situation-sentences'
import { isOfGuide } from './told-sentences'
import { DENIAL_CODE, type Wrapper } from './wrapper'

const statementOf = (row: string, situation: SituationId, start: number, end: number): DenialSentence => ({
  row,
  start,
  end,
  pieces: {},
  decision: 'unknown',
  layer: 'unknown',
  situation,
})

/** A line that a program begins so when it fails, with the name of what was thrown, or an object that says so. */
const ERROR_LINE =
  /^(?!\s{0,40}except\s)[^\w\n]{0,8}(?:[\w./: -]{0,60}\s)?(?:[\w.$]{0,100}[A-Z]\w{1,60}(?:Exception|Error)(?=:\s)|(?:[Ee]rror|ERROR|fatal|panic)(?:\s\d{1,6}(?:\s\(\w{1,10}\))?)?(?=:\s)|npm\s(?:ERR!|error)(?=\s))|"(?:error|errors|errorMessage|errorType|error_description|stackTrace)"(?=\s?:)/m

/** An error whose code is in no table: its frame says for certain that it is one, or else its line. */
function unknownError(text: string, wrappers: readonly Wrapper[], whole: string): DenialSentence[] {
  const frame =
    wrappers.find(({ rank, fields }) => rank <= 1 && fields.errorCode) ??
    wrappers.find(({ rank, side }) => rank === 0 && side !== 'near')
  if (frame !== undefined) {
    const [start, end] = frame.fields.errorCode ?? [frame.start, frame.end]
    return [{ ...statementOf('unknown code', kindOf(text, frame), start, end), ...namedBeside(text, frame) }]
  }
  const told = kindInLine(text) ?? kindOfFailure(text, whole)
  if (told !== null) return [told]
  const line = ERROR_LINE.exec(text)
  return line ? [statementOf('unknown error', 'unknown-error', line.index, line.index + line[0].length)] : []
}

/** What a service says where a permission can be what is missing. */
const SAYS_PERMISSION =
  /\bpermissions?\b|\bauthori[sz](?:ed|ation)\b|\bnot\sallowed\sto\b|\b(?:access|permission)\sdenied\b|AccessDenied|\bhave\s(?:the\s)?(?:\w+\s)?access\b|\b(?:can['\u2019]t|cannot)\sbe\s(?:accessed|assumed)\b|\btrust\s(?:relationships?|polic(?:y|ies))\b|\bpolicy\sis\sincorrect\b|\b(?:could\snot|unable\sto|cannot)\s(?:invoke|write\sto|publish\sto|deliver|assume|access|download|read\sfrom)\b|\bnot\saccessible\b|\bvalidate\s(?:the\s)?(?:\w+\s){0,2}destination|\bdestination\s(?:\w+\s){0,2}validation\sfailed|\bforbidden\sby\b|\bstatus\s?code:?\s403\b/i

/** How far from its code the message of an error goes. */
const NEAR = 600

/** Those that say the request was wrong, without saying that no policy was asked. */
const OF_REQUEST: ReadonlySet<SituationId> = new Set(['other-error', 'invalid-request'])

/** A text without a code that says that somebody was refused. */
const SAYS_REFUSED =
  /(?<!\b(?:if|unless|when|whether|must|should|can)\s[^.]{0,80})\b(?:(?:not|n['\u2019]t)\s(?:authori[sz]ed\sto|permitted\sto|allowed\sto)|unauthori[sz]ed(?!\w|\s(?:access|use|part|individual|person|activit|change|root))|(?:is|was|were|been|access|permission)\sdenied|(?<!required\s)insufficient\s(?:\w+\s)?(?:permissions?|privileges?|access)|lacks?\s(?:of\s)?(?:\w+\s){0,2}(?:permissions?|privileges?|access)|(?:can(?:not|['\u2019]t)|could(?:\snot|n['\u2019]t)|unable\sto)\s(?:be\s)?(?:accessed|assumed?)|(?:no|missing|invalid|incorrect)\s(?:\w+\s){0,2}(?:permissions?|privileges?|(?:IAM\s)?roles?)|(?:do|does|did)(?:\snot|n['\u2019]t)\shave\s(?:\w+\s){0,3}(?:permissions?|privileges?)|permissions?\s(?:are(?:(?:\snot|n['\u2019]t)(?!\s(?:required|needed|necessary))|\smissing)|error|issue|problem)|(?:permission|access|credentials?)\scheck\sfailed)\b/i

/** What was tried and did not work, and a word of permissions near it. */
const DID_NOT_WORK =
  /\b(?:could(?:\snot|n['\u2019]t)|(?:was|were|been)\s(?:unable|not\sable)|failed\sto|(?:is|are)\smissing|not\sbeing)\b[^.\n]{1,90}\b(?:roles?|permissions?|credentials?|polic(?:y|ies)|access)\b/i

/** A reason in capitals that ends so is of a service; these beginnings are of an operating system. */
const DENIED_REASON = /(?<![\w-])(?!(?:STATUS|ERROR|E|NT)_)[A-Z\d]{2,20}(?:_[A-Z\d]{2,20}){0,4}_ACCESS_DENIED\b/

/** The sentence that most services of AWS have for it, which others say too. */
const STOCK =
  /^\W{0,4}(?:you|the\s(?:current\s)?(?:user|account|caller|request)|callers?|users?)\s?[^.\n]{0,50}(?:\bnot|n['\u2019]t|\blacks?|\bno|(?=insufficient))\b[^.\n]{0,30}\b(?:sufficient\s(?:access|permissions?)|insufficient\spermissions?|access\srequired|permissions?(?=\sto\sperform\s)|authori[sz](?:ed|ation))(?:\sto\s(?:perform|make)\s(?:this|the)\s(?:\w{1,20}\s)?(?:action|operation|request|call))?(?:\.\sCheck\spermissions)?[."]{0,3}\s{0,4}$/i

/** So short is what an error says in words alone; what explains permissions is longer. */
const IN_WORDS = 260

/** A short text that says so in words alone: then somebody was refused, and it does not say whose permission it is. */
function refusedByWords(text: string): DenialSentence[] {
  if (text.length > IN_WORDS || UNREACHED.test(text) || OF_DATABASE.test(text)) return []
  const named = NAMES_AWS.test(text) ? (SAYS_REFUSED.exec(text) ?? DID_NOT_WORK.exec(text)) : null
  const said = named ?? DENIED_REASON.exec(text) ?? STOCK.exec(text)
  return said && !isOfGuide(text, said.index)
    ? [statementOf('refused by words', 'perhaps-denied', said.index, said.index + said[0].length)]
    : []
}

/** The errors that are no denials, and those of which the words leave it open. The whole text also has the commands that worked. */
export const findSituations = (
  text: string,
  wrappers: readonly Wrapper[],
  said: readonly DenialSentence[],
  whole = text,
): DenialSentence[] =>
  situationsIn(text, wrappers, said, whole).map((one) => {
    const { situation, start, end } = one
    if (situation === undefined || !BROAD_KINDS.has(situation)) return one
    // What stands behind the code of a refusal was read without that code.
    if (DENIAL_CODE.test(text.slice(start, end))) return one
    const words = OF_REQUEST.has(situation) ? text.slice(Math.max(0, start - NEAR), end + NEAR) : lineAt(text, one)
    return SAYS_PERMISSION.test(words) ? { ...one, situation: 'perhaps-denied' } : one
  })

/** Words of an error, without which the name of another provider says nothing. */
const OF_ERROR =
  /\b(?:denied|forbidden|unauthori[sz]ed|not\s(?:authori[sz]ed|allowed|permitted|in\sthe\ssudoers)|verweigert|refus\u00E9e?|insufficient|denegad|negato|permissions?|errors?|fail(?:ed|ure)|40[13]|UFW\sBLOCK|TRAFFIC,(?:deny|drop))\b/i

/** What shows that a client was on its way to AWS. */
const OF_AWS =
  /aws|amazon|\barn:|\bboto|\bs3\b|\bsts\b|\bkms\b|\bec2\b|\becr\b|lambda|cloudformation|terraform|\bcdk\b|sdk/i

/** A text so short is no more than the error. */
const ALONE = 700

/** Is a row told by its words alone, wherever they stand? */
const isWorded = ({ pattern, ofDenial }: SituationShape): boolean => pattern !== undefined && ofDenial !== true

const wordedRows = once(() => SITUATION_ROWS.filter(([, row]) => isWorded(row)))

/** Where the words of a row stand in the text: those of another provider only in an error, those of a client near a sign of AWS. */
function placeOf(text: string, row: SituationShape): number {
  const { pattern, speaker } = row
  const at = pattern && isWorded(row) ? text.search(pattern) : -1
  if (at < 0) return -1
  const lower = text.toLowerCase()
  if (isContradictedBy(row, lower) || !hasNear(row, lower)) return -1
  if (speaker === undefined) return at
  const near = text.slice(Math.max(0, at - NEAR), at + NEAR)
  const isMeant = speaker === 'other' ? OF_ERROR.test(near) : text.length <= ALONE || OF_AWS.test(near)
  return isMeant ? at : -1
}

/** Does a code tell less than whatever else the text says? */
const isBroad = ({ row, situation }: DenialSentence): boolean =>
  row === 'situation code' && situation !== undefined && BROAD_KINDS.has(situation)

/** What a code is of: of a row that names it, or where a frame says that it is one, of its kind. */
function situationIn(text: string, wrapper: Wrapper): SituationId | null {
  const code = text.slice(...(wrapper.fields.errorCode ?? [0, 0]))
  const known = situationOfCode(code)
  if (DENIAL_CODE.test(code)) return known ?? gateOf(text, wrapper)
  if (wrapper.rank > 1 || (known !== null && !BROAD_KINDS.has(known))) return known
  const kind = kindOf(text, wrapper)
  return kind === 'other-error' ? known : kind
}

/** The errors of the text that are no denials: what services say in words of their own, then of each situation the first, in the order of the table. */
function situationsIn(
  text: string,
  wrappers: readonly Wrapper[],
  said: readonly DenialSentence[],
  whole: string,
): readonly DenialSentence[] {
  const byCode = new Map<SituationId, DenialSentence & { readonly rank: number }>()
  for (const wrapper of wrappers) {
    const { fields, rank, start, end } = wrapper
    const situation = fields.errorCode ? situationIn(text, wrapper) : innerKind(text, wrapper)
    if (situation === null || (byCode.get(situation)?.rank ?? Infinity) <= rank) continue
    const beside = ALL_KINDS.has(situation) ? namedBeside(text, wrapper) : {}
    const place = fields.errorCode ?? ([start, end] as const)
    byCode.set(situation, { ...statementOf('situation code', situation, ...place), ...beside, rank })
  }
  const rows = byCode.size === 0 ? wordedRows() : SITUATION_ROWS.filter(([id, row]) => isWorded(row) || byCode.has(id))
  const known = rows.flatMap(([id, row]) => {
    const at = placeOf(text, row)
    const told = at < 0 ? id : shownBeside(text, { id, start: at, end: at + 1, groups: {} }, whole)
    const words = at < 0 ? [] : [statementOf('situation', told, at, at + 1)]
    const named = byCode.get(id)
    return named ? [...words, named] : words
  })
  // The inner error comes last, and it decides.
  const all = [...said.toReversed(), ...known.toSorted((a, b) => Number(isBroad(a)) - Number(isBroad(b)))]
  const isOfAnother = ({ situation }: DenialSentence) =>
    situation !== undefined && SITUATIONS[situation].speaker === 'other'
  // Which server answered decides whose the codes are.
  if (all.length > 0)
    return said.some(isOfAnother)
      ? all
      : all.toSorted((a, b) => Number(isOfOtherServer(b)) - Number(isOfOtherServer(a)))
  const [unknown] = unknownError(text, wrappers, whole)
  const byWords = unknown === undefined || unknown.situation === 'unknown-error' ? refusedByWords(text) : []
  if (byWords.length > 0) return byWords
  const last = unknown ?? printedFailure(text, whole)
  return last === null ? [] : [last]
}
