import type { Basis } from '../../explanation/answer'
import type { Phrase } from '../../text/phrase'

/** Red is for what is proven or AWS's word: in what is only likely, what denies has the look of a doubt. */
export const softened = (phrase: Phrase, basis: Basis): Phrase =>
  basis === 'proven' || basis === 'claimed'
    ? phrase
    : phrase.map((word) => (word.tone === 'deny' ? { ...word, tone: 'depends' } : word))
