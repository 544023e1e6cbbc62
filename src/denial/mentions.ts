import type { DenialSentence } from './denial-sentence'

/** What shows that something happened: an id or time of a request, a frame of an error, an ARN, or somebody who tells of it. */
const HAPPENED =
  /\barn:aws|\brequest\s?id["'\s]{0,3}[:=]|\ban?\serror\soccurred\b|\b\d\d:\d\d:\d\d\b|\b(?:\w{0,40}exception|\w{0,40}denied|error|failed|fatal)\w{0,10}"?:\s|\b(?:I|we|my|our)\b/i

/** The heads of a table of codes: what they are called, and what they mean. */
const TABLE_OF_CODES =
  /(?:^|\n)(?:\|\s)?(?:(?:error|status|exception)\s)?(?:codes?|errors?|exceptions?|names?)\s\|[^\n]{0,120}\b(?:meaning|description|explanation|handling|remedy|what\sit\smeans)\b[^\n]{0,120}\n[^\n]{0,4}-{2,}/i

/** The heading of a release, its number alone or with its date, and nothing but the list of what changed in it. */
const RELEASE =
  /(?:^|\n)(?:#{1,4}\s)?\[?v?\d{1,4}\.\d{1,4}\.\d{1,6}\]?(?:\s\W{0,3}(?:\d{4}-\d\d-\d\d|[a-z]{3,9}\s\d{1,2},?\s\d{4}|unreleased)\W{0,2})?\n(?:(?:[*+-]\s[^\n]{0,400}|(?:#{1,6}\s)?(?:features|enhancements|improvements|bug\sfixes|fixe[sd]|added|changed|removed|deprecated|security|notes|breaking\schanges)[^\w\n]{0,4})?\n){0,60}$/i

/** A line that tells in one what a release changed. */
const RELEASE_LINE = /^\W{0,4}(?:v?\d{1,4}\.\d{1,4}\.\d{1,6}|(?:release|version)\sv?\d{1,4}\.\d{1,6})\W{0,3}\s/i

/** A note to the reader of a guide. */
const READER_NOTE = /^>?\s?\*{0,2}(?:Note|Tip|Hint|Caution|Info|Hinweis)\*{0,2}:/i

/** A thing to do, or one that is done, in a list of such. */
const TO_DO = /^\s{0,8}[*+-]\s\[[ x]\]\s/i

/** A program that fails so on purpose. */
const THROWN = /\bthrow\snew\s$/

/** PowerShell's own name for what it may not run. */
const OF_POWERSHELL = /\bFullyQualifiedErrorId\s?:\s?$/

/** What a line of a list begins with. */
const BULLET = /^[*+-]\s/
const BULLETS = /^[*+-]\s/gm

/** A note of an author to himself. Without the sign of a comment XXX is a name that somebody hides. */
const NOTE = /^(?:[#/*]{1,2}\s?XXX|[#/*]{0,2}\s?(?:TODO|FIXME|HACK))\b/

/** What a program is told to do with an error, just before its name. */
const HANDLED =
  /\b(?:treat|ignore|swallow|suppress|retry\son|no\slonger\son|(?:don['\u2019]t|no\slonger|not)\s(?:fail|crash|stop|panic|abort|retry)s?\s(?:with|on|for|at))\s(?:an?\s|the\s)?["'`]?$/i

/** A stand-in of a test that is told to fail so. */
const MOCKED =
  /(?:\bmock(?:ed)?(?:Rejected|Resolved|Return|Implementation)\w{0,20}|\bside_effect|\.(?:rejects|then(?:Throw|Return)|will(?:Throw|Return)|callsFake))\s?[(=][^\n]{0,100}$/

/** Lines of a query over logs, or of a filter of metrics: what they look for has not happened. */
const QUERIES: readonly RegExp[] = [
  // A line of its own, as in CloudWatch Logs Insights, or in SQL.
  /^\W{0,6}(?:filter|where|and|or|having)\s{1,4}\(?[@$.\w]{1,60}\)?\s{0,2}(?:!?=|\blike\b|\bin\b|\bcontains\b)/i,
  /^\W{0,6}select\s[^\n]{1,300}\swhere\s/i,
  // Behind other commands of the line.
  /\|\s?(?:filter|where)\s[@$.\w]{1,60}\s{0,2}(?:!?=|\blike\b|\bin\b)/i,
  // The filter of a metric: `{ $.errorCode = "AccessDenied" }`.
  /\{\s?[( ]{0,3}\$\.\w{1,40}\s?=/,
]

/** An entry of a reference of errors: a name, a sentence, and the status that goes with it. */
const ENTRY = /(?:^|\n)\w{3,60}\n{1,2}[A-Z][^\n]{5,300}\n{1,2}HTTP\sStatus\sCode:\s\d{3}(?=\n|$)/g

/** How far round a name what it stands in is looked for. */
const NEAR = 2_000
const SOME = 400

/** A few words with what stands round them: their line up to them and whole, and the text above and nearby. */
interface Place {
  readonly before: string
  readonly line: string
  readonly above: string
  readonly near: string
}

/** Where the name of an error stands though nothing failed, each by what shows it. */
const MENTIONS: readonly ((place: Place) => boolean)[] = [
  // Table of codes.
  ({ line, above }) => line.includes(' |') && TABLE_OF_CODES.test(above),
  // Release notes.
  ({ line, above, near }) => BULLET.test(line) && RELEASE.test(above) && (near.match(BULLETS)?.length ?? 0) > 1,
  // Note of an author.
  ({ line }) => NOTE.test(line),
  // Note to the reader.
  ({ line }) => READER_NOTE.test(line),
  // Release in a line.
  ({ line }) => RELEASE_LINE.test(line) && /\b(?:now|no\slonger|fixe[sd]|adde?[ds]?|changes?)\b/i.test(line),
  // Thing to do.
  ({ line }) => TO_DO.test(line),
  // Error that a program makes.
  ({ before }) => THROWN.test(before),
  // Script that may not run.
  ({ before, near }) => OF_POWERSHELL.test(before) && !/\baws|amazon|\bS3\b/i.test(near),
  // Error that is to be handled.
  ({ before }) => HANDLED.test(before),
  // Query of a log.
  ({ line }) => QUERIES.some((one) => one.test(line)),
  // Reference of errors.
  ({ near }) => near.includes('HTTP Status') && (near.match(ENTRY)?.length ?? 0) > 1,
]

/** Does the name of an error, or a few words, stand in a table, in release notes, in a note or a test of a program? */
export function isMentioned(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(text.lastIndexOf('\n', start - 1) + 1, start - SOME), start)
  const line = before + (text.slice(start, end + SOME).split('\n', 1)[0] ?? '')
  if (MOCKED.test(before)) return true
  const above = text.slice(Math.max(0, start - NEAR), start - before.length)
  const near = text.slice(Math.max(0, start - SOME), end + SOME)
  return MENTIONS.some((isOf) => isOf({ before, line, above, near })) && !HAPPENED.test(line)
}

/** A name in angle brackets that says what is to stand in its place. */
const BLANK = /^<[^<>\n]{1,60}>$/

/** What a guide says just before the form of a message. */
const OF_FORM = /\b(?:form(?:at)?|looks\slike|pattern|template)\b[^\n]{0,40}$/i

/** Is a sentence the form of a message, of which every part is a blank? */
export function isForm(text: string, { start, end, pieces: { principal, action, resource } }: DenialSentence): boolean {
  const parts = [principal, action, resource].flatMap((one) => one?.value ?? [])
  if (principal === undefined || action === undefined || !parts.every((one) => BLANK.test(one))) return false
  return (
    OF_FORM.test(text.slice(Math.max(0, start - 80), start)) ||
    /\bbecause\s<[^<>\n]{1,60}>/.test(text.slice(start, end + 80))
  )
}
