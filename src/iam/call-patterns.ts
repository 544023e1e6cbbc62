import { matchWildcard, matchAnyCase } from './wildcard'

/** Is a name among patterns? Letter case is not told apart. */
export const isOneOf = (patterns: readonly string[], name: string | null): boolean =>
  name !== null && patterns.some((pattern) => matchAnyCase(pattern, name))

/** Is an operation one of these calls, as far as its service is known? It is written as in an observation. */
export const isCall = (patterns: readonly string[], operation: string): boolean =>
  operation.startsWith(':')
    ? // Every call of a service says nothing of a call whose service nobody knows.
      patterns.some(
        (pattern) => !pattern.endsWith(':*') && matchWildcard(pattern.slice(pattern.indexOf(':')), operation),
      )
    : isOneOf(patterns, operation)
