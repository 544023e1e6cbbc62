import { formatJson } from '../text/format-json'
import { parseJson } from '../text/parse-json'
import { findPolicies } from './find-policies'
import { isWholeJson } from './policy-trees'

/** A document laid out over lines; null where it is no JSON, or laid out so already. */
export function formattedDocument(text: string): string | null {
  if (!isWholeJson(parseJson(text))) return null
  const formatted = formatJson(text)
  return formatted === text.trim() ? null : formatted
}

/** Longer lines are read by nobody. In characters. */
const LONGEST_LINE = 200

/** A document as it can be read: as it stands, or laid out where it is written in few long lines. */
export const readableDocument = (text: string): string =>
  text.split('\n').some((line) => line.length > LONGEST_LINE) ? (formattedDocument(text) ?? text) : text

/** The document that is read of a fragment, broken JSON or code; null where there is none, or the text is one already. */
export function completedDocument(text: string): string | null {
  const [only, ...others] = findPolicies(text)
  if (!only || others.length > 0 || only.text === '') return null
  return only.recognisedAs === 'document' ? null : only.text
}
