/** Where a text says in which account something is that is written to. */
const DESTINATION = /\b(?:destination|target)\b[^\n]{1,100}?\baccount\s?(?:id\s)?["'(]?(\d{12})(?!\d)/gi

/** Is an account, by a text, the one that is written to? Then it isn’t known for whom a service writes. */
export const isDestination = (text: string, account: string): boolean =>
  [...text.matchAll(DESTINATION)].some(([, named]) => named === account)
