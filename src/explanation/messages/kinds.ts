/** What is added to what a kind of errors means. */
export const KIND_MESSAGES = {
  said: 'The service says: “{words}”',
} as const
