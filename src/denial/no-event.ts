import { either } from '../text/either'
import { isPrinted } from './source-code'

/** A few words of a text, with its lines as they were written and as it is read. */
export interface WordsAt {
  readonly written: string
  /** Where they begin in what was written. */
  readonly at: number
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Somebody who tells of an own case. */
const ABOUT_ME = /\b(?:I|[Ww]e|[Oo]ur)\b|\b[Mm]y\s/

/** So much of a line is looked at before and behind the words, and so much of a text above them. */
const SOME = 600
const PART = 3_000

/** The line of a place, up to it and behind it. */
function lineRound(text: string, start: number, end = start): readonly [before: string, behind: string] {
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - SOME)
  return [text.slice(from, start), text.slice(end, end + SOME).split('\n', 1)[0] ?? '']
}

/** The head of a hunk, and the marks of its lines. https://git-scm.com/docs/diff-format */
const HUNK = /^@@ -\d/
const OF_HUNK = /^[ +\-\\]/
/** How many lines a hunk is followed back. */
const HUNK_LINES = 400

/** A line of a change to a program: what is in it was written there. */
function isInChange({ written, at }: WordsAt): boolean {
  let end = at
  for (let lines = 0; lines < HUNK_LINES; lines++) {
    const start = written.lastIndexOf('\n', end - 1) + 1
    const line = written.slice(start, start + 20)
    if (HUNK.test(line)) return lines > 0
    if (start === 0 || !(OF_HUNK.test(line) || (lines > 0 && line.startsWith('\n')))) return false
    end = start - 1
  }
  return false
}

/** A counter of errors by their code: it tells no call. https://prometheus.io/docs/instrumenting/exposition_formats/ */
const COUNTER = /^[a-z_:][\w:]{2,100}\{[^{}\n]{0,400}\}\s{1,4}[\d.e+-]{1,30}(?:\s\d{1,16})?\s*$/i

function isCounter({ written, at }: WordsAt): boolean {
  const [before, behind] = lineRound(written, at)
  return COUNTER.test(before + behind)
}

/** What only the tests of a program have. */
const OF_TEST =
  /^\s{0,20}(?:func\sTest\w|(?:async\s)?def\stest_|(?:describe|it|test)(?:\.\w{1,20})?\(|@Test\b|#\[test\]|expect\(|assert\w{0,30}[\s(]|class\s\w{0,60}Test\w{0,20}\b)/m

/** A value of a program that begins before the words in their line, and ends behind them. */
const OPENS = /(?:[=(,:[{+]|\breturn|=>)\s{0,3}[a-z]{0,2}["'][^"'\n]{0,200}$/
const CLOSES = /^[^"'\n]{0,300}["']\s?(?:[,;)\]}]|$)/

/** A value that a test of a program works with. */
function isOfTest({ text, start, end }: WordsAt): boolean {
  const [before, behind] = lineRound(text, start, end)
  return OPENS.test(before) && CLOSES.test(behind) && OF_TEST.test(text) && !isPrinted(text)
}

/** Calls that make a stand-in of a test, with what it answers in their brackets. */
const STAND_INS: readonly RegExp[] = [
  /\b(?:add_client_error|mock(?:ed)?(?:Rejected|Resolved|Return)\w{0,20}|(?:then|will|do)(?:Throw|Return)|rejects)\s?\([^()]{0,600}$/,
  /\bClientError\(\s{0,40}\{[^()]{0,600}$/,
]

/** The answer that a test gives to a stand-in. */
function isOfStandIn({ text, start }: WordsAt): boolean {
  const above = text.slice(Math.max(0, start - PART), start)
  return STAND_INS.some((one) => one.test(above))
}

/** A file of made-up answers says so of itself: in its first member, or by the folder that stands above it. */
const FIXTURE = either(
  /^\s{0,9}[{[]\s{0,9}(?:\{\s{0,9})?"(?:name|title|description|\$?comment)"\s?:\s?"[^"\n]{0,80}(?<![\w-])(?:fixture|mock(?:ed)?|stub|cassette)s?(?![\w-])/,
  /^\W{0,6}[\w./-]{0,100}\b(?:fixtures|__mocks__|__snapshots__|cassettes)\/[\w./-]{1,100}:?\n/,
)

const isOfFixture = ({ written }: WordsAt): boolean => FIXTURE.test(written.slice(0, SOME))

/** The people, things and actions of examples in AWS's own documentation. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
const OF_EXAMPLES =
  /:user\/(?:mateo(?:jackson)?|marymajor|JohnDoe)\b[^\n]{0,80}(?:\bmy-example-widget\b|\b[a-z\d-]{2,40}:GetWidget\b)|\b(?:widgets?:GetWidget|my-example-widget)\b/i

/** What the documentation writes round an example. */
const ROUND_EXAMPLE =
  /\bfictional\b|\bthe\sfollowing\s(?:error|message)\b|\bfor\sexample\b|\bin\sthis\scase\b|^Example\b/im

/** An example of AWS's documentation with the prose round it: no service has that action. */
function isOfExamples({ text, start, end }: WordsAt): boolean {
  const [before, behind] = lineRound(text, start, end)
  return OF_EXAMPLES.test(before + text.slice(start, end) + behind) && ROUND_EXAMPLE.test(text) && !ABOUT_ME.test(text)
}

/** What a text says of policies in general, which an error never does. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html */
const OF_EVALUATION =
  /\b(?:an?|any|every|each)\s(?:explicit\s)?(?:allow|deny)\b[^.\n]{1,160}\boverrides?\b|\bby\sdefault,?\s(?:all|every|each|any)\s(?:\w{1,12}\s)?requests?\b[^.\n]{1,60}\b(?:den|refus)/i

/** What calls a message an example, up to the message. */
const CALLED_EXAMPLE =
  /\b(?:examples?|samples?|e\.g\.)[^\n"\u201C]{0,80}(?:[:,]|\bis|\bas)\s{0,3}["'`\u201C]?(?:User:\s)?["'`]?$|^Example\b[^\n]{0,80}\n{1,2}[\s>`]{0,6}$/i

/** A message that a text on policies shows as an example of what AWS says. */
function isSample({ text, start }: WordsAt): boolean {
  const above = text.slice(Math.max(0, start - SOME), start)
  return CALLED_EXAMPLE.test(above) && OF_EVALUATION.test(text) && !ABOUT_ME.test(text) && !isPrinted(text)
}

/** A comment of a program that quotes a message: the line of a block, and a quote before the words. */
function isInDocComment({ written, at, text }: WordsAt): boolean {
  const [before] = lineRound(written, at)
  return (
    /^\s{0,20}(?:\*|\/\*\*)\s[^\n"]{0,200}["\u201C][^"\u201D\n]{0,200}$/.test(before) &&
    written.includes('*/', at) &&
    !isPrinted(text)
  )
}

/** The name of an error, with a text of a program behind it up to the words. */
const NAMED_ERROR = /["'][\w.-]{0,60}(?:denied|unauthori[sz]ed\w{0,20}|forbidden)["']\s?(?::|=>)\s?["'][^"'\n]{0,120}$/i
/** The same where the words are the name itself. */
const NAME_OF_ERROR = /^["']\w{0,40}(?:denied|unauthori[sz]ed|forbidden)\w{0,20}["']\s?(?::|=>)\s?["'][a-z]/i

/** A list of texts by the names of errors, as a program has it for each language it speaks. */
function isOfTexts({ text, start }: WordsAt): boolean {
  const [before] = lineRound(text, start)
  const name = /["']\w{0,40}$/.exec(before)?.[0]
  return NAMED_ERROR.test(before) || (name !== undefined && NAME_OF_ERROR.test(name + text.slice(start, start + SOME)))
}

/** What only the description of an API has. https://spec.openapis.org/oas/latest.html */
const OF_API = /(?:^|\n)\s{0,9}["']?(?:responses|openapi|swagger)["']?:/

/** What an API can answer, as it is described. */
const isOfApi = ({ text, start }: WordsAt): boolean =>
  /\bdescription["']?:\s["']?[^"'\n]{0,120}$/.test(lineRound(text, start)[0]) && OF_API.test(text)

/** The part of a guide that tells what to do about errors, and the advice below one of them. */
const OF_TROUBLE =
  /(?:^|\n)#{0,6}\s?\*{0,2}(?:Troubleshooting|Common\s(?:errors|issues|problems)|Known\s(?:errors|issues)|FAQ)\*{0,2}:?\s{0,2}\n/i
const ADVICE = /^[^\n]{0,80}\n{1,2}[*-]?\s?[A-Z][a-z]{1,12}\s[`\w]/

/** What a guide tells of an error that can come. */
const isOfTroubles = ({ text, start, end }: WordsAt): boolean =>
  ADVICE.test(text.slice(end, end + SOME)) &&
  OF_TROUBLE.test(text.slice(Math.max(0, start - PART), start)) &&
  !ABOUT_ME.test(text)

/** A question of an exam, with its answers. */
const isOfExam = ({ text }: WordsAt): boolean =>
  text.length < PART && /\bWhich\s[^?\n]{3,300}\?/.test(text) && /(?:^|\s)A[.)]\s[^\n]{3,300}\s{1,3}B[.)]\s/.test(text)

/** That an error is over. */
const OVER = either(
  /\b(?:is|was|been|got|issue|yes,|already)\s(?:fixed|resolved|solved)/,
  /\bfixed\s(?:in|by|with|since)\b/,
  /\bworks\s(?:now|again)/,
  /\ball\sgreen/,
  /\bis\sgone\b/,
  /\bwent\saway/,
)

/** That it is not over, that somebody asks about it, or that a program printed it. */
const NOT_OVER = either(
  /\?/,
  /\b(?:still|but|however|although|again|same|fails|failing|not\s(?:fixed|resolved|solved)|new\serror|now\s(?:it|we|I|the))\b/,
  /\ban?\serror\soccurred\b/,
  /\brequest\s?id\b/,
  /\b(?:Exception|Error|denied)"?:\s/,
  /\bstatus\s?code\b/,
)

/** What somebody tells, in a few words, of an error that is over. */
const isTelling = ({ text, start }: WordsAt): boolean =>
  text.length < PART / 2 &&
  (OVER.test(text.slice(start)) || /\bpost-?mortem\b/i.test(text.slice(0, start))) &&
  !NOT_OVER.test(text)

/** Where the words of an error stand though nothing failed, if they name no ARN. */
const NO_EVENTS_OF_WORDS: readonly ((words: WordsAt) => boolean)[] = [
  isOfTexts,
  isOfApi,
  isOfTroubles,
  isOfExam,
  isTelling,
]

/** Where they stand so, each by what shows it. */
const NO_EVENTS: readonly ((words: WordsAt) => boolean)[] = [
  isInDocComment,
  isInChange,
  isCounter,
  isOfTest,
  isOfStandIn,
  isOfFixture,
  isOfExamples,
  isSample,
]

/** Do the words of an error, also a whole message, stand where nothing happened: in a change, a counter, a test, an example? */
export const isNoEvent = (words: WordsAt): boolean =>
  NO_EVENTS.some((one) => one(words)) ||
  (!words.text.slice(words.start, words.end).includes('arn:') && NO_EVENTS_OF_WORDS.some((one) => one(words)))
