/** Sentences that the editor part says by itself; a {gap} is filled by messageText. */
export const EDITOR_TEXTS = {
  theEditorCouldNot: 'The editor could not be loaded. The text can be edited all the same, without marks.',
} as const
