import { findPolicies } from '../../policy/find-policies'
import type { PolicyReaders } from '../../policy/policy-readers'
import { restoreCase } from '../file/case-file'
import { readPasteWith, type PasteReading, type ReadingHelp } from './read-paste-with'

/** Reads a paste as `readPasteWith` does, where the code that finds policies is loaded anyway. */
export const readPaste = (
  paste: string,
  readers?: PolicyReaders,
  memory: Pick<ReadingHelp, 'denialsOf' | 'undress'> = {},
): PasteReading => readPasteWith(paste, { ...memory, readers, policies: { findPolicies, restoreCase } })
