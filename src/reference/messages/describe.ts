/** Sentences that the describe part says by itself; a {gap} is filled by messageText. */
export const DESCRIBE_MESSAGES = {
  aRequestCarriesIt: 'A request carries it {when}.',
} as const
