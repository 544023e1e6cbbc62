/** Sentences that the explorer part says by itself; a {gap} is filled by messageText. */
export const EXPLORER_TEXTS = {
  exploreActions: 'Explore actions',
  everyActionForThe: 'See every action that a case’s principal may call on its resource.',
  noCaseYet: 'There is no case yet',
  whatItNeeds:
    'A case says who calls and which policies apply. From it, this page evaluates every action of a service at once.',
  pasteAnError: 'Paste an error',
  tryAnExample: 'Choose an example',
  theListOfActions: 'The list of actions could not be read. Check the connection.',
  thisBrowserCouldNot: 'This browser couldn’t start this part. Your case is kept.',
} as const
