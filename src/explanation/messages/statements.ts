import type { ElementResult, StatementResult } from '../../evaluation/evaluation'
import { code, codes, join, say, strong, type Phrase } from '../../text/phrase'
import { actualClause, allClauses, clauseOf, knownLimit, writtenValues } from './conditions'
import { isAccountId } from '../../iam/arn'

/** A level in words: "on the organization's root", "on account 111122223333", "on Workloads OU". */
export const targetPhrase = (target: string | null): Phrase => {
  if (target === null) return []
  if (/^root$/i.test(target)) return say` on the organization’s root`
  return isAccountId(target) ? say` on account ${code(target)}` : say` on ${strong(target)}`
}

/** A policy with its level and statement: "RegionGuard on Workloads OU (statement OutsideEurope)". */
export const policyPhrase = (statement: StatementResult, target: string | null): Phrase => {
  const sid = statement.sid === null || statement.sid === '' ? [] : say` (statement ${code(statement.sid)})`
  return join(strong(statement.policyName), targetPhrase(target), sid)
}

const element = (statement: StatementResult, name: ElementResult['element']): ElementResult | null =>
  statement.elements.find((one) => one.element === name) ?? null

const conditions = (statement: StatementResult): readonly ElementResult[] =>
  statement.elements.filter((one) => one.element === 'Condition')

/** The values that matched, or all where none did. */
const telling = (one: ElementResult): readonly string[] => {
  const matched = one.values.filter((value) => value.matches === 'yes').map((value) => value.text)
  return matched.length > 0 ? matched : writtenValues(one)
}

const isAll = (values: readonly string[]): boolean => values.includes('*')

/** The actions a statement speaks of. */
export const actionsPhrase = (statement: StatementResult): Phrase => {
  const not = element(statement, 'NotAction')
  if (not) return say`every action except ${codes(writtenValues(not))}`
  const action = element(statement, 'Action')
  if (!action) return say`no action`
  return isAll(telling(action)) ? say`every action` : codes(telling(action))
}

/** The resources a statement speaks of, with their preposition; nothing where it means all. */
const resourcesPhrase = (statement: StatementResult): Phrase => {
  const not = element(statement, 'NotResource')
  if (not) return say` on every resource except ${codes(writtenValues(not))}`
  const resource = element(statement, 'Resource')
  return resource === null || isAll(telling(resource)) ? [] : say` on ${codes(telling(resource))}`
}

const principalsPhrase = (statement: StatementResult): Phrase => {
  const not = element(statement, 'NotPrincipal')
  if (not) return say` to everyone except ${codes(writtenValues(not))}`
  const principal = element(statement, 'Principal')
  if (principal === null) return []
  return isAll(telling(principal)) ? say` to everyone` : say` to ${codes(telling(principal))}`
}

/** Tests that only spare somebody, so that the limit beside them says it all. */
const SPARING: readonly string[] = [
  'aws:principalisawsservice',
  'aws:viaawsservice',
  'aws:principalarn',
  'aws:calledvia',
]

const isSparing = ({ key }: ElementResult): boolean => SPARING.includes((key ?? '').toLowerCase())

/** The one test by which a Deny sets a limit that has words of its own, when its other tests only spare somebody. */
const limitIn = (tests: readonly ElementResult[]): ElementResult | null => {
  const limits = tests.length === 1 ? tests : tests.filter((test) => !isSparing(test))
  const [only] = limits
  return limits.length === 1 && only && knownLimit(only) !== null ? only : null
}

/** The one test of a Deny that its fact speaks of; null where that tells the whole statement. */
export const limitOf = (statement: StatementResult): ElementResult | null => limitIn(conditions(statement))

const soleLimit = (tests: readonly ElementResult[]): Phrase | null => {
  const only = limitIn(tests)
  const limit = only && knownLimit(only)
  const isSpared = tests.some(({ key }) => (key ?? '').toLowerCase() === 'aws:principalarn')
  return limit && isSpared && tests.length > 1 ? say`${limit}, and this principal is not exempt` : limit
}

/** What a Deny that applies does, in the words that its author would use. */
export const denyFact = (statement: StatementResult): Phrase => {
  const tests = conditions(statement)
  const limit = soleLimit(tests)
  if (limit) return limit
  const denied = join('denies ', actionsPhrase(statement), resourcesPhrase(statement), principalsPhrase(statement))
  if (tests.length === 0) return denied
  const [only] = tests
  if (tests.length === 1 && only) return say`${denied} when ${clauseOf(only)}; ${actualClause(only)}`
  return say`${denied} when ${allClauses(tests)}`
}

/** What an Allow gives. */
export const allowFact = (statement: StatementResult): Phrase => {
  const tests = conditions(statement)
  const allowed = join('allows ', actionsPhrase(statement), resourcesPhrase(statement), principalsPhrase(statement))
  return tests.length === 0 ? allowed : say`${allowed} when ${allClauses(tests)}`
}
