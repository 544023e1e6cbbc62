/** Where a text says in which account something is that is written to; a source account in the same sentence is none. */
const DESTINATION = /\b(?:destination|target)\b[^\n;]{1,100}?(?<!\bsource\s)\baccount\s?(?:id\s)?["'(]?(\d{12})(?!\d)/gi

/** The account of an organization that keeps logs: what is in it is written to. */
const KEEPS_LOGS =
  /\bbucket\s(?:is|lives|sits)\s[^\n;]{1,40}?\b(?:log(?:ging|s)?|audit|archive|security)(?:[ -]archive)?\saccount\s?["'(]?(\d{12})(?!\d)/gi

/** Is an account, by a text, the one that is written to? Then it isn’t known for whom a service writes. */
export const isDestination = (text: string, account: string): boolean =>
  [...text.matchAll(DESTINATION), ...text.matchAll(KEEPS_LOGS)].some(([, named]) => named === account)
