import type { CredentialKind } from './credential-labels'
import { isRandom } from './is-random'

/** Letters of both kinds, and a digit or a sign: near a word for a secret that is enough. */
export const isMixed = (text: string) => /[A-Z]/.test(text) && /[a-z]/.test(text) && /[\d+/]/.test(text)

/** The name of how a request is signed stands where others have a token. */
const isScheme = (text: string) => text.startsWith('AWS4-HMAC')

/** A value that stands for a secret without being one: a reference, a placeholder, a word. */
const isNoSecret = (text: string) =>
  text.length < 16 && !(/.[\d+/]|^\d/.test(text) && /[a-z]/.test(text) && /[A-Z]/.test(text))

/** Letters with digits among them, as no word with its number has them: enough behind the name of a password. */
const isDrawn = (text: string) =>
  text.length >= 8 && /^[a-z\d]+$/i.test(text) && !/^(?:\d*[a-z]*|[a-z]+\d{1,2})$/i.test(text)

/** The code of an error, as `AccessDeniedException`: it stands behind the name of a call that ends as a secret's does. */
const IS_ERROR_CODE = /^(?:[A-Z][a-z]{1,24}){1,7}(?:Exception|Error|Fault|Denied|Failure)$/

/** The next option of a command, where a reference stands for the value of the one before: `"$TOKEN" --duration-seconds`. */
const IS_OPTION = /^--[a-z]{2,20}(?:-[a-z]{2,20}){0,4}$/

/** Words, as a placeholder or a sentence has them: small letters or capitals alone, or parted by signs. */
const isWords = (text: string) =>
  IS_ERROR_CODE.test(text) ||
  IS_OPTION.test(text) ||
  /^(?:[a-z]+|[A-Z]+)$/.test(text) ||
  (/^[a-z]+(?:[-_.][a-z]+)*[-_.]?={0,2}$/i.test(text) && /[-_.]/.test(text) && !isRandom(text))

/** Words and dots: a password, the name of a host, or the member of something. */
export const DOTTED = /^[\w+/~-]{1,100}(?:\.[\w+/~-]{1,100}){1,4}={0,2}(?![\w.(])/
/** The name of a constant, in what holds it. */
const CONSTANT = /^[a-z][\w.]*\.[A-Z][A-Z\d_]*$/
/** All that a password is asked to have: letters of both kinds and a digit. */
export const isOfAllKinds = (text: string) =>
  text.length >= 8 && !CONSTANT.test(text) && /[A-Z]/.test(text) && /[a-z]/.test(text) && /\d/.test(text)

/** Small letters alone are no secret whatever stands before them, unless they are as long as a signature. */
export const SMALL_WORD = /^[a-z]{1,26}$/

/** As long as the hash of a signature is in base64, with its padding: SHA-1 in older signatures, SHA-256 in newer ones. */
const isPaddedHash = (text: string) => /^(?:[a-z\d+/]{27}|[a-z\d+/]{43})=$/i.test(text)

const isKey = (text: string) =>
  text.length >= 8 && !isNoSecret(text) && (/\d/.test(text) ? /[a-z]/i.test(text) : isRandom(text))

/** What a value has to be to be taken for a secret, by what the label before it says. */
export const IS_VALUE: Readonly<Record<CredentialKind, (text: string) => boolean>> = {
  'secret-key': (text) => isDrawn(text) || (!isNoSecret(text) && !isWords(text)),
  token: (text) => text.length >= 16 && !isScheme(text) && !isWords(text),
  signature: (text) => /^[\da-f]{32,}$/i.test(text) || isPaddedHash(text) || (text.length >= 27 && isRandom(text)),
  named: (text) =>
    text.length >= 8 &&
    !isWords(text) &&
    ((isDrawn(text) && text.length >= 12) ||
      /^[\da-f]{24,}$/i.test(text) ||
      (isRandom(text) && !isNoSecret(text)) ||
      (isMixed(text) && /\d/.test(text))),
  password: (text) => isDrawn(text) || isKey(text),
  key: isKey,
}
