/** What is said of the verdict of a check that no policy here settles. */
export const CHECK_MESSAGES = {
  'said-by-aws': 'AWS says so',
} as const
