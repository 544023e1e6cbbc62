import { codes, say, type Phrase } from '../../text/phrase'

/** What cannot be read, as a clause. */
export const NOT_READ = {
  policies: (names: readonly string[]): Phrase =>
    names.length === 0 ? say`a policy can’t be read` : say`${codes(names)} can’t be read`,
  case: (fields: readonly string[]): Phrase =>
    fields.length === 0 ? say`the case can’t be read` : say`the case’s ${codes(fields)} can’t be read`,
} as const

/** A layer, or a level of it, that cannot be read, and why. */
export interface Unread {
  /** The level: " on the organization’s root". */
  readonly where: Phrase
  /** What of it cannot be read. */
  readonly what: Phrase
}
