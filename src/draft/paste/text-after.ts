import type { Denial } from '../../denial/denial'
import { chosenDenial, isDetail, isSameRequest } from '../build/chosen-denial'
import type { ReadDenials } from '../../denial/parse-denials'
import type { PasteReading } from './read-paste-with'
import type { DraftQuestion } from './relation'

const below = (before: string, text: string): string => `${before}\n\n${text}`

/** Do all errors of a paste only tell more of the denial that is there: its decoded message, its details? */
function tellsMore(
  { draft, denial, denials: before }: DraftQuestion,
  { denials, text }: PasteReading,
  denialsOf: ReadDenials,
): boolean {
  if (denial === null || !denials.every(isDetail)) return false
  if (denials.every((detail) => isSameRequest(detail, denial))) return true
  // An error that names nothing is the one that its encoded message tells of.
  return denial.encodedMessage !== null && denialsOf(below(draft.paste, text)).length === before.length
}

/** A longer text is looked at alone, and not below the error. */
const LONGEST_ADDITION = 20_000

const partsOf = ({ principal, action, resource, inferred }: Denial): readonly (string | undefined)[] =>
  [inferred.principal ?? principal, inferred.action ?? action, inferred.resource ?? resource].map(
    (part) => part ?? undefined,
  )

/** The error with a text below it, where that text tells a part of the request that the error does not; else null. */
function withAddition(
  { draft, denial: before, denials }: DraftQuestion,
  text: string,
  denialsOf: ReadDenials,
): string | null {
  if (before === null || text.length > LONGEST_ADDITION) return null
  const whole = below(draft.paste, text)
  const read = denialsOf(whole)
  const after = read.length === denials.length ? chosenDenial(draft, read) : null
  if (after === null) return null
  const parts = partsOf(after)
  const pairs = partsOf(before).map((part, at) => [part, parts[at]] as const)
  const isSame = pairs.every(([was, is]) => was === undefined || was === is)
  return isSame && pairs.some(([was, is]) => was !== is) ? whole : null
}

/**
 * The text of the box after a paste. An error takes the place of the one before it, unless it only tells more of it, as a
 * decoded message does: then it stands below it. Policies leave the error, and so do the errors of the commands that fetch
 * them (`reads`). A text in which nothing is recognised is put below the error where it tells a part of the request that
 * the error does not, such as who calls; else it is shown only where there is no error yet.
 */
export function textAfter(
  question: DraftQuestion,
  reading: PasteReading,
  reads: readonly Denial[],
  denialsOf: ReadDenials,
): string {
  const { paste } = question.draft
  const { text, denials, policies } = reading
  if (reads.length > 0) return paste
  // A policy can hold words of an error that is none of AWS's, such as the name of a service account.
  const isPolicy = policies.length > 0 && denials.every(({ kind }) => kind === 'not-authorization')
  if (isPolicy && (paste !== '' || denials.length === 0)) return paste
  if (denials.length === 0) return paste === '' ? text : (withAddition(question, text, denialsOf) ?? paste)
  const isBelow = tellsMore(question, reading, denialsOf) && !text.includes(paste.trim())
  return isBelow ? below(paste, text) : text
}
