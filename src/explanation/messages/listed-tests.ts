import { code, codes, say, type Phrase } from '../../text/phrase'

/** What the request carried of what a Deny tests that a decoded message lists. */
export const LISTED_TESTS = {
  absent: (keys: readonly string[]): Phrase => say`The request carried no ${codes(keys, 'or')}.`,
  carried: (key: string, values: readonly string[]): Phrase =>
    say`The request carried ${codes(values)} as ${code(key)}.`,
} as const
