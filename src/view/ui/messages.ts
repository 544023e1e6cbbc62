/** Sentences that the ui part says by itself; a {gap} is filled by messageText. */
export const UI_TEXTS = {
  thisPartOfThe: 'This part of the page could not be loaded. Check the connection. Your case is kept.',
  thisPartOfThePage: 'This part of the page has met something that it cannot show. Your case is kept.',
  theCodeOfA: 'The code of a part of the page did not come.',
} as const
