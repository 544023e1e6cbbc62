import { findCredentials } from '../../iam/find-credentials'

/** A paste that is nothing but one value, as the access portal copies them: a secret access key, or a session token. */
const BARE_KEY = /^[a-z\d/+]{40}$/i
const BARE_TOKEN = /^(?:IQoJb3JpZ2lu|FwoG|FQoG|AQoD)[\w/+=%-]{80,}$/

function isBareSecret(text: string): boolean {
  const isKey = BARE_KEY.test(text) && /[A-Z]/.test(text) && /[a-z]/.test(text) && /\d/.test(text)
  return isKey || BARE_TOKEN.test(text)
}

/** Stands where a secret was. */
export const REMOVED = '[removed]'

/** A text without its secrets, and how many there were. */
export interface MaskedText {
  readonly text: string
  readonly removed: number
}

/** Takes credentials out of a text: secret access keys, session tokens, signatures, private keys. Access key ids stay. */
export function maskCredentials(text: string): MaskedText {
  if (isBareSecret(text.trim())) return { text: '', removed: 1 }
  const spans = findCredentials(text)
  if (spans.length === 0) return { text, removed: 0 }
  let at = 0
  const pieces = spans.map(([start, end]) => {
    const piece = `${text.slice(at, start)}${REMOVED}`
    at = end
    return piece
  })
  return { text: `${pieces.join('')}${text.slice(at)}`, removed: spans.length }
}
