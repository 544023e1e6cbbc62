/** What is said of the verdict of a check that no policy here settles. */
export const VERDICT_MESSAGES = {
  'said-by-aws': 'AWS says so',
} as const
