/** Sentences that the ui part says by itself; a {gap} is filled by messageText. */
export const UI_TEXTS = {
  thisPartOfThe: 'This part of the page couldn’t be loaded. Check the connection. Your case is kept.',
  thisPartOfThePage: 'This part of the page failed. Your case is kept.',
  theCodeOfA: 'Part of the page couldn’t be loaded.',
} as const
