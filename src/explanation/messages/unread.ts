import { codes, say, type Phrase } from '../../text/phrase'

/** What cannot be read, as a clause. */
export const NOT_READ = {
  policies: (names: readonly string[]): Phrase =>
    names.length === 0 ? say`a policy there cannot be read` : say`${codes(names)} cannot be read`,
  case: (fields: readonly string[]): Phrase =>
    fields.length === 0 ? say`the case cannot be read` : say`${codes(fields)} of the case cannot be read`,
} as const

/** A layer, or a level of it, that cannot be read, and why. */
export interface Unread {
  /** The level: " on the organization’s root". */
  readonly where: Phrase
  /** What of it cannot be read. */
  readonly what: Phrase
}
