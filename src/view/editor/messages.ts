/** Sentences that the editor part says by itself; a {gap} is filled by messageText. */
export const EDITOR_TEXTS = {
  theEditorCouldNot: 'The editor couldn’t be loaded. You can still edit the text, without marks.',
} as const
