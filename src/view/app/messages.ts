/** Sentences that the app part says by itself; a {gap} is filled by messageText. */
export const APP_TEXTS = {
  aNewCaseThe: 'A new case. The one before is kept for undo.',
  thePageIsNot: 'The rest of this page couldn’t be loaded. Check the connection. What you typed is kept.',
  thisPageIsLoading: 'This page is loading.',
} as const
