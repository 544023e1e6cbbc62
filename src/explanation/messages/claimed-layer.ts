import type { Answer } from '../answer'

/** What AWS says of the layer that it names, in a word or two, while nothing that was pasted shows it. */
export const claimText = (decision: Answer['decision']): string =>
  decision === 'explicitDeny' ? 'AWS: denies' : 'AWS: no allow'
