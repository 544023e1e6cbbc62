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
  /\broles?\s(?:also\s|still\s)?$/i.test(text.slice(Math.max(0, start - 20), start)) &&
  !FAILED.test(text.slice(Math.max(0, start - NEAR), end + NEAR))

/** Does a text tell of a refusal, or expect one, without one that has happened? */
export function isTold(text: string, sentence: DenialSentence): boolean {
  const { start, end, row } = sentence
  const before = text.slice(Math.max(0, start - 160), start)
  if (EXPECTED.test(before) || MEMBER.test(before) || isAdvice(text, sentence)) return true
  return (
    row === 'access denied' &&
    ANSWERS.test(before) &&
    /^["'`*\u2019\u201D]{0,2}\s(?:errors?|responses?|exceptions?|messages?)\b/.test(text.slice(end, end + 20)) &&
    text.length > TELLS &&
    !FIRST_PERSON.test(text)
  )
}
