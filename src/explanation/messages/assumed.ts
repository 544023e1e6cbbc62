import { code, join, list, say, type Phrase } from '../../text/phrase'

/** A sentence without the capital that it begins with. */
const inSentence = ([first, ...rest]: Phrase): Phrase =>
  first === undefined || first.mark === 'code'
    ? [...(first ? [first] : []), ...rest]
    : [{ ...first, text: first.text.charAt(0).toLowerCase() + first.text.slice(1) }, ...rest]

/** What is said of an answer that hangs on what the user assumes. */
export const ASSUMED = {
  headline: (headline: Phrase): Phrase => join('As assumed, ', inSentence(headline)),
  note: (assumed: readonly (readonly [hole: string, value: string])[]): Phrase =>
    say`This assumes that ${list(
      assumed.map(([hole, value]) => say`${code(hole)} is ${code(value)}`),
      'and',
      6,
    )}. Nothing you pasted says so.`,
  fact: (hole: string): string => `Assumed for ${hole}`,
} as const
