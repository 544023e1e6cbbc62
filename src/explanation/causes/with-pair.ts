import { PAIRS, type PairRow } from '../../knowledge/pairs/pairs'
import { own } from '../../text/own'
import type { Answer, Cause } from '../answer'
import type { JudgedCase } from '../judged-case'
import { HEADLINES, SAID } from '../messages/answers'
import { blank, factOf } from './answer-parts'
import type { KnownFacts } from './known-facts'
import { ofCause } from './tell-no-policy'

/** Does it tell of two places that show why a service said such a sentence? */
const isOfSentence = ({ code, isRefuted, layer }: Cause): boolean =>
  !isRefuted && layer === 'none' && own<PairRow>(PAIRS, code)?.beside !== undefined

/** Nothing else is known of the error than that its text shows such two places. */
const byPair = (judged: JudgedCase, pair: Cause, causes: readonly Cause[]): Answer => ({
  ...blank(judged),
  notGiven: [],
  basis: 'likely',
  decision: 'none',
  layer: 'none',
  headline: HEADLINES['likely-no-policy'](pair.title ?? null),
  fact: factOf(judged, pair.sentence, null),
  causes: [pair, ...causes.filter(({ code }) => code !== pair.code)],
})

/**
 * An answer to a sentence of a service, with the two places of the text that show why it was said: what they say comes before
 * what such a sentence usually means. What the service itself says stays the headline, where it says more than that it failed.
 */
export function withPair(judged: JudgedCase, answer: Answer, known: KnownFacts): Answer {
  const { noPolicy, basis, causes } = answer
  const pair = known.causes.find(isOfSentence)
  if (pair === undefined) return answer
  if (noPolicy === undefined) return basis === 'open' ? byPair(judged, pair, causes) : answer
  const leads = own<PairRow>(PAIRS, pair.code)?.leads === true
  const isLikely = basis === 'likely' || leads
  return {
    ...answer,
    ...(isLikely && { basis: 'likely' as const }),
    ...(leads && noPolicy.speaker === 'aws' && { said: SAID['shown-beside']() }),
    ...(isLikely && pair.title !== undefined && { headline: HEADLINES.situation(pair.title) }),
    fact: factOf(judged, pair.sentence, null),
    causes: [pair, ...causes.filter(({ code }) => code !== pair.code)],
    noPolicy: {
      ...noPolicy,
      means: pair.sentence,
      changes: [ofCause(pair), ...noPolicy.changes.filter(({ sentence }) => sentence !== pair.remedy)],
    },
  }
}
