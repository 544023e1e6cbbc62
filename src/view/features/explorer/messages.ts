/** Sentences that the explorer part says by itself; a {gap} is filled by messageText. */
export const EXPLORER_TEXTS = {
  exploreActions: 'Explore actions',
  everyActionForThe: 'Every action for the principal and the resource of a case, with its policies and context keys.',
  theListOfActions: 'The list of actions could not be read. Check the connection.',
  thisBrowserCouldNot: 'This browser could not start the part that asks. Your case is kept.',
} as const
