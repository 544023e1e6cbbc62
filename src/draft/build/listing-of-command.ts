import type { TestedKey } from './tested-keys'
import type { PastedText, PastedValue } from './pasted-value'

/** A command of the CLI that lists all below a prefix, and has no option by which it would ask for a delimiter. */
const LISTS_ALL = /^aws\s(?:[^\n|;&]{1,200}?\s)?s3\s(?:sync\b|(?:cp|mv|rm|ls)\s[^\n|;&]{0,1000}?--recursive\b)/

/** A listing of all below a prefix carries no delimiter. https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-prefixes.html */
export const delimiterOfCommand = ({ key }: TestedKey, { text, call }: PastedText): PastedValue | null => {
  if (key.toLowerCase() !== 's3:delimiter' || call === undefined) return null
  const written = LISTS_ALL.exec(text.slice(...call.span))?.[0]
  return written === undefined ? null : { key, values: [], listed: [], written, parameter: null }
}
