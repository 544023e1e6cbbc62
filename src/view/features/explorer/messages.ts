/** Sentences that the explorer part says by itself; a {gap} is filled by messageText. */
export const EXPLORER_TEXTS = {
  exploreActions: 'Explore actions',
  everyActionForThe: 'See every action that a case’s principal may call on its resource.',
  theListOfActions: 'The list of actions could not be read. Check the connection.',
  thisBrowserCouldNot: 'This browser couldn’t start this part. Your case is kept.',
} as const
