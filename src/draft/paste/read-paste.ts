import { parseDenials, type ReadDenials } from '../../denial/parse-denials'
import { findPolicies } from '../../policy/find-policies'
import type { PolicyReaders } from '../../policy/policy-readers'
import { readPasteWith, type PasteReading } from './read-paste-with'

/** Reads a paste as `readPasteWith` does, where the code that finds policies is loaded anyway. */
export const readPaste = (
  paste: string,
  readers?: PolicyReaders,
  denialsOf: ReadDenials = parseDenials,
): PasteReading => readPasteWith(paste, { readers, denialsOf, findPolicies })
