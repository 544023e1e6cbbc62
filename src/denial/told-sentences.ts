import { either } from '../text/either'
import type { DenialSentence } from './denial-sentence'

/** What answers somebody so, where a text tells how things are. */
const ANSWERS =
  /\b(?:returns?|receives?|gets?|throws?|raises?|results?\sin|produces?)\s(?:an?|the)\s["'`*\u2018\u201C]{0,2}$/
const FIRST_PERSON = /\b(?:I|we|my|our|me|us|I'm|I\u2019m)\b/
/** What a text that only tells of a denial is longer than. */
const TELLS = 400

/** Words that a test of a program expects. */
const EXPECTED =
  /(?:\bto(?:Throw(?:Error)?|Contain|Equal|Be|Match\w{0,20}|StrictEqual)|\bassert\w{0,30}|\bmatch\s?=|\bexpect\w{0,10})\s?\(?\s?(?:[\w.]{1,40},\s?)?["'`/][^"'`\n]{0,80}$|\b(?:get|find|query)(?:All)?By\w{1,20}\(\s?["'`/][^"'`\n]{0,80}$/

/** A table of a program, of which the words are a member. */
const MEMBER = /\b(?:const|let|var|enum)\s\w{1,60}\s?=\s?\{[^{}\n]{0,120}$/

/** What shows near a sentence of what is needed that it was not there. */
const FAILED =
  /\b(?:den(?:y|ied|ies)|forbidden|errors?|fail(?:s|ed|ure|ing)?|exceptions?|unauthori[sz]ed|authori[sz]ed|allowed|missing|lacks?|lacking|insufficient|refused|reject(?:s|ed)?|invalid|cannot|unable|warn(?:ing)?)\b|(?:n['\u2019]t|\bnot)\s|\b40\d\b|(?:Denied|Error|Exception|Failed|Fault)\b/i

const NEAR = 300

/** Is it advice on what somebody needs, in a text without anything that failed? */
const isAdvice = (text: string, { start, end, row, weak, pieces }: DenialSentence): boolean =>
  row === 'not authorized to perform' &&
  weak === true &&
  pieces.principal === undefined &&
  (/\b(?:roles?|you)\s(?:also\s|still\s)?$/i.test(text.slice(Math.max(0, start - 20), start)) ||
    /^(?:needs?|requires?)\s/i.test(text.slice(start, end))) &&
  !FAILED.test(text.slice(Math.max(0, start - NEAR), end + NEAR))

/** What a guide says of errors in general: when they occur, what somebody gets then, what a number counts. */
const IN_GENERAL = either(
  /^\W{0,6}(?:if|when|whenever)\syou\s(?:see|get|hit|encounter|receive|run\sinto)\b/,
  /\b(?:raises?|throws?|returns?):?\s["'`]?\w{0,60}(?:Denied|Unauthorized|Forbidden)\w{0,20}["'`]?:?\s(?:if|when|unless)\b/,
  /\berrors?\s(?:messages?\s)?(?:can\s|might\s|may\s)?(?:occurs?|appears?|happens?|is\sraised)\b/,
  /\b(?:can|might|may)\s(?:also\s)?(?:fail|occur|happen)\s(?:with|if|when)\b/,
  /\byou(?:['\u2019]ll)?\s(?:(?:might|may|can|will)\s)?(?:get|see|receive)\s(?:an?|this|the)\b/,
  /\b(?:they|users?|clients?|callers?|requests?)\s(?:get|receive)s?\san?\b/,
  /\bresults?\sin\san?\b/,
  /\bOtherwise,\sit\sis\b/,
  /^\W{0,6}(?:\w{1,60}\W{1,6})?The\s(?:total\s)?number\sof\b/,
  /\bthe\sfollowing\s(?:requirements|methods|example|policy)\b/,
  /\b(?:might|may)\sinclude\sthis\b/,
  /\beither\sdenies\b/,
  /\bby\sdefault,\s/,
  /\b(?:would|will)\sbe\sdenied\b/,
  /\b(?:is|are)\sdenied\s(?:if|unless|when)\b/,
  /\bleading\sto\b/,
  /^>?\s?\*{0,2}(?:Note|Tip|Hint|Caution|Info)\*{0,2}:/,
  /^\s{0,4}(?:feat|fix|docs|chore|refactor|perf|test|build|ci)(?:\([\w./-]{1,40}\))?!?:\s/,
  /^\s{0,4}[*-]\s{1,3}\S[^\n]{1,400}\(\[?#\d{1,6}\b/,
  /^[^\n]{0,40}[\u00D7\u2717]\s[a-z][a-z ]{2,60}\s["'`\u201C]/,
  /\bexpected\s["'`][^"'`\n]{1,80}["'`]\sto\s/,
  /\bFixed\san?\s(?:bug|issue)\b/,
  /\binstead\sof\s(?:failing|crashing|aborting|raising|throwing|stopping)\b/,
  /\b(?:accounts|regions|buckets|roles|resources)\s(?:in|for|to|on)\swhich\s[^.\n]{1,90}\b(?:is|are)\s(?:denied|not\s(?:allowed|permitted|authori[sz]ed))\b/,
)

/** What a guide says to its reader, which an error can say once. */
const TO_READER =
  /\b(?:if|when|unless)\syou(?:['\u2019]re)?\b|\bwhen\susing\b|\byou\s(?:can|must|need\sto)\b|\byou(?:['\u2019]ll|\swill)\sneed\b|\bin\s(?:some|this|most|certain)\s(?:cases?|event|situations?)\b|\bdepending\son\b|\busers?\scan\b|\brecommend\b|\bfor\s(?:example|instance|most|any|APIs)\b|\bsuch\sas\b|\bat\sany\stime\b|\bhowever,|\btherefore,|\bbecause\b|\bif\sa\b|\bit\s(?:first|also)\b|\bmight\b|\bwon['\u2019]t\b/gi

/** What is only supposed where a sentence goes on to say that somebody has no permission. */
const SUPPOSES = /\b(?:if|unless|whether|before|until)\b[^.]{1,160}$/i

/** An instance of an error: AWS names who was refused, or a tool the call, the request or the time; a console says it to its reader. */
const AN_INSTANCE =
  /\bUser:\s["'`]?arn:|\ban?\serror\soccurred\b|\brequest\s?id\b|\bStatus\sCode:|\barn:aws[\w-]{0,12}:sts::\d{12}:|\b\d{2}:\d{2}:\d{2}\b|\b(?:\w{3,60}Exception|error|failed|reason|message)"?:\s|\b[1-5]\d\d\sForbidden\sfor\b|(?:^|[.>:]\s)You\s(?:do\snot|don['\u2019]t|are\snot|aren['\u2019]t)\s/i

/** How much of a line is looked at. */
const SOME = 900

/** Does the line of a place tell of errors as a guide does, without one that has happened? */
export function isOfGuide(text: string, at: number): boolean {
  const start = Math.max(text.lastIndexOf('\n', at - 1) + 1, at - SOME)
  const line = text.slice(start, at + SOME).split('\n', 1)[0] ?? ''
  if (AN_INSTANCE.test(line) || FIRST_PERSON.test(line.replaceAll(/\bwe\s(?:\w{1,12}\s)?recommend\b/gi, 'recommend')))
    return false
  return IN_GENERAL.test(line) || SUPPOSES.test(text.slice(start, at)) || (line.match(TO_READER)?.length ?? 0) > 1
}

/** Does a sentence say no more than that somebody was refused, or may be? */
const saysLittle = ({ pieces, layer, decision }: DenialSentence): boolean =>
  pieces.principal === undefined && pieces.reason === undefined && layer === 'unknown' && decision === 'unknown'

/** What a question begins with. */
const BEGINS_QUESTION =
  /^\W{0,6}(?:(?:and|so|or|but)\s)?(?:(?:which|what)\s(?:[\w:*-]{1,60}\s){1,4}(?:am|do|did|are)\s(?:I|we)|does|do|did|is|are|was|were|could|can|should|would|has|have|might|may|am)\s/i

/** How much of a question stands before and behind what it asks about. */
const QUESTION = 220

/** Does a person only ask whether it is so? That is no error beside one that says what happened. */
export function isQuestion(text: string, { start, end }: Pick<DenialSentence, 'start' | 'end'>): boolean {
  const head = text.slice(Math.max(0, start - QUESTION), end).trimEnd()
  const isWhole = head.endsWith('?')
  const asked = (isWhole ? head.slice(0, -1) : head).split(/[.!?]\s|\n/).at(-1) ?? ''
  return BEGINS_QUESTION.test(asked) && (isWhole || /^[^.!\n?]{0,120}\?/.test(text.slice(end, end + QUESTION)))
}

/** Does somebody ask so below an error? */
export const isAskedBelow = (text: string, sentence: Pick<DenialSentence, 'start' | 'end'>): boolean =>
  isQuestion(text, sentence) && AN_INSTANCE.test(text.slice(0, sentence.start))

/** What a person says of the calls that go through, in the sentence that tells of those that don't. */
const OTHERS_WORK =
  /\b(?:works?|worked|succeeds?|succeeded|goes\sthrough|go\sthrough|are\sfine|is\sfine)\b[^\n]{0,120}[;,]\s(?:but\s|while\s|whereas\s)?/i

/** Does a person compare, below an error, what works with what does not? The error says more. */
export const isCompared = (text: string, { start, end }: Pick<DenialSentence, 'start' | 'end'>): boolean =>
  OTHERS_WORK.test(text.slice(start, Math.min(end, start + SOME))) && AN_INSTANCE.test(text.slice(0, start))

/** Does a text tell of a refusal, or expect one, without one that has happened? */
export function isTold(text: string, sentence: DenialSentence): boolean {
  const { start, end, row } = sentence
  const before = text.slice(Math.max(0, start - 160), start)
  if (EXPECTED.test(before) || MEMBER.test(before) || isAdvice(text, sentence) || isAskedBelow(text, sentence))
    return true
  if (saysLittle(sentence) && (isOfGuide(text, start) || isCompared(text, sentence))) return true
  return (
    row === 'access denied' &&
    ANSWERS.test(before) &&
    /^["'`*\u2019\u201D]{0,2}\s(?:errors?|responses?|exceptions?|messages?)\b/.test(text.slice(end, end + 20)) &&
    text.length > TELLS &&
    !FIRST_PERSON.test(text)
  )
}
