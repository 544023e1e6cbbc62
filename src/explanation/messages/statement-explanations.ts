import { codes, say, strong, type Phrase } from '../../text/phrase'

interface StoryFacts {
  readonly target: Phrase
  /** The elements that did not match, or are not known to. */
  readonly failed: readonly string[]
}

const elementsOf = (failed: readonly string[]): Phrase => codes(failed, 'and')

const doMatch = (failed: readonly string[]): string => (failed.length === 1 ? 'does not match' : 'do not match')

/** What one statement did to the request. */
export const STORY_SUMMARIES: Readonly<
  Record<`${'allow' | 'deny'}-${'yes' | 'no' | 'unknown'}`, (facts: StoryFacts) => Phrase>
> = {
  'allow-yes': ({ target }) => say`${strong('Allows', 'allow')} this request${target}.`,
  'allow-no': ({ target, failed }) =>
    say`Does not reach this request${target}: ${elementsOf(failed)} ${doMatch(failed)}.`,
  'allow-unknown': ({ target, failed }) =>
    say`${strong('May allow', 'depends')} this request${target}; that depends on ${elementsOf(failed)}.`,
  'deny-yes': ({ target }) => say`${strong('Denies', 'deny')} this request${target}.`,
  'deny-no': ({ target, failed }) =>
    say`Does not touch this request${target}: ${elementsOf(failed)} ${doMatch(failed)}.`,
  'deny-unknown': ({ target, failed }) =>
    say`${strong('May deny', 'depends')} this request${target}; that depends on ${elementsOf(failed)}.`,
}
