import { parseDenials, type ReadDenials } from '../../denial/parse-denials'
import { findPolicies } from '../../policy/find-policies'
import type { PolicyReaders } from '../../policy/policy-readers'
import { readPasteWith, type PasteReading } from './read-paste-with'

/** The same as `readPasteWith`, for who does not load what finds policies by itself. */
export const readPaste = (
  paste: string,
  readers?: PolicyReaders,
  denialsOf: ReadDenials = parseDenials,
): PasteReading => readPasteWith(paste, { readers, denialsOf, findPolicies })
