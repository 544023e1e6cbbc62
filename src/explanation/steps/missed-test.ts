import { ANY_PART } from '../../iam/any-part'
import type { ElementResult } from '../../evaluation/evaluation'
import type { Miss } from '../../evaluation/describe/nearest-miss'
import { familyFacts, parseOperator } from '../../iam/condition-operators'
import { parseVariables } from '../../iam/policy-variables'
import { matchWildcard, hasWildcard } from '../../iam/wildcard'
import type { JudgedCase } from '../judged-case'

/** The one test that an Allow fails for certain, where nothing else of it does. */
export const missedTest = ({ failed }: Pick<Miss, 'failed'>): ElementResult | null => {
  const [certain, ...more] = failed.filter(({ matches }) => matches === 'no')
  return certain?.element === 'Condition' && more.length === 0 ? certain : null
}

/** The operator that reads the patterns of one that compares texts as they are; the same where it reads them. */
export const readingPatterns = (operator: string): string => operator.replace(/String(Not)?Equals/i, 'String$1Like')

/**
 * The operator that a test is meant for: one that reads its patterns, or that takes one of a list; null where it has it, or
 * where the request is known not to fit.
 */
export const meantOperatorOf = ({ operator = '', values, actual, reason }: ElementResult): string | null => {
  const parsed = parseOperator(operator)
  if (parsed === null || actual === null || actual?.length === 0) return null
  const patterns = values.map(({ text }) => text)
  const fits = (value: string) => patterns.some((pattern) => matchWildcard(pattern, value))
  const reading = parsed.family === 'string' && patterns.some(hasWildcard) ? readingPatterns(operator) : operator
  if (reason === 'multivalued-without-set-operator')
    return parsed.negated || actual?.some(fits) === false ? null : `ForAnyValue:${reading}`
  // Of a value that nobody knows it is certain at least that it is no pattern.
  const isMeant = actual === undefined ? values.some((one) => one.reason === 'wildcard-is-literal') : actual.every(fits)
  return isMeant && reading !== operator ? reading : null
}

/** Is there a wildcard in the text of a value, and not in a variable alone? */
const hasPattern = (text: string): boolean =>
  (parseVariables(text) ?? [{ kind: 'text', text }]).some((part) => part.kind === 'text' && hasWildcard(part.text))

/**
 * The operator that a test of patterns alone is meant for, where it compares them as they stand with a value that nobody knows;
 * null of any other. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String
 */
export const operatorOfPatterns = ({ operator = '', values, actual }: ElementResult): string | null => {
  const parsed = parseOperator(operator)
  const reading = readingPatterns(operator)
  if (parsed?.family !== 'string' || parsed.negated || actual !== undefined || reading === operator) return null
  return values.length > 0 && values.every(({ text }) => hasPattern(text)) ? reading : null
}

/** Of what nobody names every one is meant. What API Gateway sends names the stage, and a test in its console has one of its own. */
const ofEach = (value: string): string =>
  value.replace(/^(arn:[^:]{1,20}:execute-api:[^/]{1,80})\/test-invoke-stage\//, '$1/*/').replaceAll(ANY_PART, '*')

/** Keys that the service sets which makes the call for the caller, in the Region of that call: no value of them is a mistake. */
const SET_BY_SERVICE: ReadonlySet<string> = new Set(['kms:viaservice'])

/** The values of a tested key that the text lists and the test does not take; none where it tests no list of things. */
export const listedBeside = (
  { pasted = [] }: JudgedCase,
  { operator = '', key = '', values, actual }: ElementResult,
): readonly string[] => {
  const parsed = parseOperator(operator)
  const lower = key.toLowerCase()
  const listed =
    pasted.find((one) => one.key.toLowerCase() === lower)?.listed ?? (SET_BY_SERVICE.has(lower) ? actual : null)
  if (parsed === null || !listed || !actual || actual.length === 0) return []
  const { listsThings, takesWildcards } = familyFacts(parsed.family)
  if (!listsThings || parsed.negated || /^ForAnyValue:/i.test(operator)) return []
  const isMet = (value: string) =>
    values.some(({ text }) => (takesWildcards ? matchWildcard(text, value) : text === value))
  return listed.filter((value) => !isMet(value)).map((value) => (takesWildcards ? ofEach(value) : value))
}

/** Does a test end in time, and has its time ended? */
export const hasEnded = ({ key = '', operator = '', actual }: ElementResult): boolean =>
  key.toLowerCase() === 'aws:currenttime' &&
  (parseOperator(operator)?.comparison ?? '').startsWith('lessThan') &&
  (actual?.length ?? 0) > 0

/** Is it a list by which a Deny exempts accounts, networks or the like, of which the request is known not to be one? */
export const isMissedException = ({ element, key = '', matches, operator = '', actual }: ElementResult): boolean => {
  const parsed = element === 'Condition' && matches === 'yes' ? parseOperator(operator) : null
  return (
    parsed !== null &&
    parsed.negated &&
    familyFacts(parsed.family).listsThings &&
    key.toLowerCase() !== 'aws:principalarn' &&
    (actual?.length ?? 0) > 0
  )
}

/** Does a test fail by a variable that is plain text in its policy? */
export const isOfOldVersion = ({ values }: ElementResult): boolean =>
  values.some(({ reason }) => reason === 'variables-need-version-2012')
