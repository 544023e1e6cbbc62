import { codes, say, strong, type Phrase } from '../../text/phrase'

interface StoryFacts {
  readonly target: Phrase
  /** The elements that did not match, or are not known to. */
  readonly failed: readonly string[]
}

const elementsOf = (failed: readonly string[]): Phrase => codes(failed, 'and')

const doMatch = (failed: readonly string[]): string => (failed.length === 1 ? 'doesn’t match' : 'don’t match')

type Summaries = Readonly<Record<'yes' | 'no' | 'unknown', (facts: StoryFacts) => Phrase>>

/** What an Allow, or a Deny, did to the request, by whether it matches. */
export const STORY_SUMMARIES: Readonly<Record<'Allow' | 'Deny', Summaries>> = {
  Allow: {
    yes: ({ target }) => say`${strong('Allows', 'allow')} this request${target}.`,
    no: ({ target, failed }) => say`Doesn’t cover this request${target}: ${elementsOf(failed)} ${doMatch(failed)}.`,
    unknown: ({ target, failed }) =>
      say`${strong('May allow', 'depends')} this request${target}, depending on ${elementsOf(failed)}.`,
  },
  Deny: {
    yes: ({ target }) => say`${strong('Denies', 'deny')} this request${target}.`,
    no: ({ target, failed }) => say`Doesn’t apply to this request${target}: ${elementsOf(failed)} ${doMatch(failed)}.`,
    unknown: ({ target, failed }) =>
      say`${strong('May deny', 'depends')} this request${target}, depending on ${elementsOf(failed)}.`,
  },
}
