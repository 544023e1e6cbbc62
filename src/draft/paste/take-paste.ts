import { parseDenials } from '../../denial/parse-denials'
import { findPolicies } from '../../policy/find-policies'
import type { PolicyReaders } from '../../policy/policy-readers'
import type { Draft } from '../draft'
import type { UnplacedPolicy } from './place-policies'
import { readPaste } from './read-paste'
import type { PasteReading } from './read-paste-with'
import { takeReading, type PlacingOutcome } from './take-reading'

/** What became of a paste. */
export interface PasteOutcome extends PlacingOutcome {
  readonly reading: PasteReading
}

/** Reads a paste and takes it into a draft, see takeReading. */
export function takePaste(
  draft: Draft,
  paste: string,
  readers?: PolicyReaders,
  waiting: readonly UnplacedPolicy[] = [],
): PasteOutcome {
  const reading = readPaste(paste, readers)
  // What was read is not read again.
  const denialsOf = (text: string) => (text === reading.text ? reading.denials : parseDenials(text))
  return { ...takeReading(draft, reading, findPolicies, waiting, denialsOf), reading }
}
