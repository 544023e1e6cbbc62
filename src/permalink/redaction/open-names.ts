import { LETTERS_IN_NAMES } from '../../iam/find-holes'

/**
 * What is no name within one: wildcards, policy variables, and letters that hide a part of it. These stay where the rest gets
 * a stand-in: a pattern matches what it matched, and what was hidden is hidden.
 */
export const OPEN = new RegExp(String.raw`(\*|\?|\$\{[^{}]{0,200}\}|${LETTERS_IN_NAMES})`)

const HIDES_LETTERS = new RegExp(`^(?:[*?]+|${LETTERS_IN_NAMES})$`)

/** Does a hole stand within a name as letters do, so that what stands around it is one name with it? */
export const isWithinNames = (hole: string): boolean => HIDES_LETTERS.test(hole)

/** The pieces of a name between what is open in it. */
export const piecesOf = (name: string): readonly string[] =>
  name.split(OPEN).filter((piece) => piece !== '' && !OPEN.test(piece))
