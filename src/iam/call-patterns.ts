import { matchWildcard, matchAnyCase } from './wildcard'

/** Is a name among patterns? Letter case is not told apart. */
export const isOneOf = (patterns: readonly string[], name: string | null): boolean =>
  name !== null && patterns.some((pattern) => matchAnyCase(pattern, name))

/** Patterns that name no more than a verb, which every service has. */
const VERB_ALONE =
  /:(?:add|associate|attach|batch|copy|create|delete|describe|get|import|list|modify|put|register|restore|run|start|stop|tag|update)?\*$/

/** Is an operation one of these calls, as far as its service is known? It is written as in an observation. */
export const isCall = (patterns: readonly string[], operation: string): boolean =>
  operation.startsWith(':')
    ? // Every call of a service, or every one of a verb, says nothing of a call whose service nobody knows.
      patterns.some(
        (pattern) => !VERB_ALONE.test(pattern) && matchWildcard(pattern.slice(pattern.indexOf(':')), operation),
      )
    : isOneOf(patterns, operation)
