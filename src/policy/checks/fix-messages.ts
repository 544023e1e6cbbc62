/** What each quick fix does, in a few words; `{name}` is filled from the fix's data. */
export const QUICK_FIX_MESSAGES = {
  'replace-with': 'Replace with "{text}"',
  remove: 'Remove it',
  'add-version': 'Add "Version": "2012-10-17"',
  'use-version': 'Use version 2012-10-17',
  'use-operator': 'Use {operator}',
} as const

/** A code of a quick fix. */
export type QuickFixCode = keyof typeof QUICK_FIX_MESSAGES
