import type { Answer } from '../../explanation/answer'

const CLAIM_WORDS = { denies: 'AWS: denies', lacksAllow: 'AWS: no allow' } as const

/** What AWS says of the layer that it names, in a word or two, while nothing that was pasted shows it. */
export const claimWords = ({ decision }: Answer): string =>
  decision === 'explicitDeny' ? CLAIM_WORDS.denies : CLAIM_WORDS.lacksAllow
