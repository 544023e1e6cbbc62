import type { Span } from '../text/span'
import { seenText } from '../text/seen-text'
import { unescapeRun } from '../text/unescape-run'
import { labelBefore } from './credential-labels'
import { isOfAllKinds } from './credential-values'
import { begunKeys } from './credential-blocks'
import { begunSecrets } from './credential-places'
import { isRandom } from './is-random'
import { unfinishedTokens } from './named-tokens'

const LINE_END = /[\n\r\u2028\u2029]|$/g
const ENDS_WORD = /[\s"'`<>[\]]/
/** A part of what announces a value. */
const ANNOUNCED =
  /secret|segret|token|signature|pass|pwd|psw|(?<![a-z\d])pw\b|device_?code|\bpsk\b|kennwort|contrase|senha|parola|wachtwoord|heslo|salasana|adgangskode|kata sandi|key|bearer|basic|auth|saml|plaintext|seed|\bsig\b|A[KS]IA|[\u0080-\uffff]/i
const REACH = 160
/** Where a value can begin within a word: behind a sign that follows a name, or the id of a key. */
const VALUE_START = /[=:：＝]|%3[ad]|(?<=A[KS]IA[A-Z\d]{16})[,;|]/gi
/** What stands between a name and its value: a sign, or nothing but blanks behind a name that is no word of a sentence. */
const SIGN =
  /(?:(?:[:=：＝>"'`|][+-]?|%3[ad])\s{0,8}["'`]?|\bA[KS]IA[A-Z\d]{16}[\s,;]{1,8}(?:\d{4}-\d\d-\d\dT\S{5,30}\s{1,8})?)$/i
/** What a sentence has for the sign. */
const TOLD = /\s(?:is|was):?\s{1,3}["'`]?$/i
/** What stands between a name that only looks like one of a secret, and its value. */
const ASSIGNED = /(?:[:=：＝]|%3[ad])[ \t]{0,8}["'`]?$/i
/** The end of a cell or of a name, and the beginning of what follows it. */
const NEXT_CELL = /<\/[\w:-]{1,40}>\s{0,8}<(?:td|th|dd|value|string)>$/i
/** One member of a list, and the next: what the one is called says nothing of the other. */
const NEXT_MEMBER = /["'`]\s{0,40},\s{0,40}["'`]?$/
const KEY_ID = /A[KS]IA[A-Z\d]{16}\W{0,40}$/
/** A word that goes on in a sentence behind such a name. */
const PLAIN_WORD = /^[a-z]{1,12}[:),.]?$/
const CODED_NAME = /(?:(?:[a-z][A-Z]|_|\w-\w)[\w-]{0,40}|\s--?[a-z][\w-]{2,40})\s{1,8}$/
/** Values that say that there is none, that name where it is, or what comes next. */
const NO_VALUE =
  /^(?:(?:null|none|true|false|undefined|no|yes|is|write|read|required|optional|string)[),;]?|-.{0,40}|\+\D{0,40}|[$*{(].*)$/i
/** The name of a variable or of a member, which is what stands for the value. */
const REFERENCE = /^(?:(?:[A-Z]+(?:[_-][A-Z]+)+|[a-z]+(?:[_-][a-z]+)+)[=:]?|[a-z]+\.[\w.]+)$/
const isNoValue = (text: string): boolean => NO_VALUE.test(text) || (REFERENCE.test(text) && !isRandom(text))
/** Where a name is part of something else: of an ARN, of an action, or of the key of a condition. */
const NO_NAME =
  /(?:arn:[^\s"']*|:\d{12}:secret:|(?:^|[^\w-])[a-z][a-z\d-]{1,40}:[A-Z]\w{2,60}\s{1,8}|\/[\w-]{0,48}["'`]?\s{0,4}[:=]\s{0,4}["'`]?)$/

/** What a key has and a name has not: signs that chance drew, of which words hold less than three fifths. */
function isDrawn(text: string): boolean {
  const words = (text.match(/[A-Z][a-z]{2,}|[a-z]{4,}/g) ?? []).reduce((sum, { length }) => sum + length, 0)
  return /[\d+/]/.test(text) && isRandom(text) && words * 10 < text.length * 6
}
const isStrong = (text: string) => isDrawn(text) || isOfAllKinds(text)

/** What is secret by how it begins, or by what will follow it: the last of a text. */
const BEGUN: readonly { readonly pattern: RegExp; readonly isSecret: (text: string) => boolean }[] = [
  // The password of an address.
  { pattern: /:\/\/[^\s:/@"'<>]{0,128}:(?<secret>\d*[A-Z][^\s/@"'<>]{0,2000})$/gim, isSecret: () => true },
  // A key that nothing announces.
  { pattern: /(?<=^|[\s"'`,])(?<secret>[a-z\d+/]{16,99})$/gi, isSecret: isDrawn },
  // The lines of a private key whose first is not there, up to its closing one.
  {
    pattern:
      /(?<=^|\s)(?<secret>[a-z\d+/]{60,76}(?:\r?\n[a-z\d+/]{60,76}){0,2}(?:\r?\n[a-z\d+/]{0,76}={0,2})?)(?:\s{1,4}-{0,5}[A-Z -]{0,40})?$/gi,
    isSecret: (text) => isDrawn(text.slice(0, 60)),
  },
  // The opening line of a private key in base64, and what follows it.
  { pattern: /(?<![\w+/])(?<secret>LS0tLS1CRUdJTi(?!BDRVJ|BQVUJ)[\w+/]{0,20000}={0,2})$/g, isSecret: () => true },
  // What a command may be told on its input: only what stands behind it says so.
  {
    pattern:
      /\b(?:echo|printf)(?:[ \t]-\w{1,3})?[ \t]{1,4}(?:["']%s(?:\\n)?["'] )?["']?(?<secret>[^\s"'`\\|]{8,400})["']?[ \t]{0,4}(?:\|[^\n]{0,200})?$/g,
    isSecret: isStrong,
  },
  // The first member of an object: what it is of is said behind it.
  {
    pattern:
      /[{-]\s{0,8}["']?(?:value|d)["']?\s{0,4}:\s{0,4}["']?(?<secret>[^\s"'`\\,{}]{8,400})["']?(?:[\s,][^{}]{0,400})?$/gi,
    isSecret: isStrong,
  },
]

/** What each line ends with, where it could be a value that is still being written. */
function* lastWords(text: string): Iterable<Span> {
  for (const { index: end } of text.matchAll(LINE_END)) {
    let start = end
    while (start > 0 && end - start < REACH && !ENDS_WORD.test(text[start - 1]!)) start -= 1
    if (start < end) yield [start, end]
  }
}

function announcedValues(text: string, words: readonly Span[]): readonly Span[] {
  const found: Span[] = []
  for (const [index, end] of words) {
    const word = text.slice(index, end)
    const starts = [0, ...[...word.matchAll(VALUE_START)].map(({ 0: sign, index: at }) => at + sign.length)]
    const start = starts.find((at) => {
      const written = text.slice(Math.max(0, index + at - REACH), index + at)
      if (!/[A-Z\d]/i.test(word.slice(at)) || !ANNOUNCED.test(written) || isNoValue(word.slice(at))) return false
      const before = unescapeRun(written).text
      if (NEXT_MEMBER.test(before) && !KEY_ID.test(before)) return false
      const isCoded = CODED_NAME.test(before) && !PLAIN_WORD.test(word.slice(at))
      const label = labelBefore(before) ?? labelBefore(before.replace(NEXT_CELL, ': '))
      const isTold = TOLD.test(before)
        ? /\d|[a-z][A-Z]/.test(word.slice(at))
        : label === 'secret-key' && /\d/.test(word.slice(at))
      if (NO_NAME.test(before) || !(SIGN.test(before) || isCoded || isTold)) return false
      return label !== null && (label !== 'named' || ASSIGNED.test(before))
    })
    if (start !== undefined) found.push([index + start, index + word.length])
  }
  return found
}

function begunValues(text: string): readonly Span[] {
  return BEGUN.flatMap(({ pattern, isSecret }) =>
    [...text.matchAll(pattern)].flatMap(({ 0: whole, index, groups }): readonly Span[] => {
      const secret = groups!['secret']!
      const start = whole.lastIndexOf(secret) + index
      return isSecret(secret) ? [[start, start + secret.length]] : []
    }),
  )
}

/**
 * Values that are secret by a name or by how they begin, and that are not written to their end: too short yet to be told
 * from a word. In the order of the text, without overlaps.
 */
export function unfinishedCredentials(written: string): readonly Span[] {
  const { text, sourceSpan } = seenText(written)
  const words = [...lastWords(text)]
  const all = [
    ...announcedValues(text, words),
    ...begunValues(text),
    ...begunKeys(text),
    ...begunSecrets(text),
    ...words.flatMap((word) => unfinishedTokens(text, word)),
  ]
  let reached = 0
  return all
    .toSorted((a, b) => a[0] - b[0])
    .filter(([start, end]) => {
      const isApart = start >= reached
      reached = Math.max(reached, end)
      return isApart
    })
    .map(sourceSpan)
}
