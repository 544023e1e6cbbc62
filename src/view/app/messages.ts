/** Sentences that the app part says by itself; a {gap} is filled by messageText. */
export const APP_TEXTS = {
  aNewCaseThe: 'A new case. The one before is kept for undo.',
} as const
