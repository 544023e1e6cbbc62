import { testsIn, type ConditionJson } from '../causes/condition-json'
import type { StatementJson } from '../causes/least-statement'
import { blanksAsAny, hasBlank } from '../../text/blank'
import { matchWildcard, matchAnyCase } from '../../iam/wildcard'
import { fieldsOf, type Fields, textsOf } from '../../text/fields'
import { testedKeys } from './fix-statements'

/** Can one text be what another becomes once its blanks are filled in? */
export const isFilled = (text: string, withBlanks: string): boolean =>
  text === withBlanks || (hasBlank(withBlanks) && matchWildcard(blanksAsAny(withBlanks), text))

/** Is a text one of some patterns, in any case of letters? */
export const isCovered = (text: string, patterns: readonly string[]): boolean =>
  patterns.some((pattern) => matchAnyCase(pattern, text))

/** Is each text of one list in the other, as far as its blanks leave it open? */
const areFilled = (values: readonly string[], withBlanks: readonly string[]): boolean =>
  withBlanks.length > 0 && withBlanks.every((one) => values.some((value) => isFilled(value, one)))

const principalsOf = (statement: Fields): readonly string[] => {
  const named = statement['Principal']
  return textsOf(named).length > 0 ? textsOf(named) : Object.values(fieldsOf(named)).flatMap(textsOf)
}

const areSamePrincipals = (one: Fields, other: Fields): boolean =>
  principalsOf(other).length === 0 ? principalsOf(one).length === 0 : areFilled(principalsOf(one), principalsOf(other))

/** Does a statement allow what another one allows, to the same and under its tests, but for blanks in whom it names and in values? */
const allowsSame = (made: Fields, there: Fields): boolean => {
  if (there['Effect'] !== 'Allow' || made['Effect'] !== 'Allow') return false
  const mine = testedKeys(made)
  return (
    textsOf(made['Action']).every((one) => isCovered(one, textsOf(there['Action']))) &&
    areSamePrincipals(there, made) &&
    testedKeys(there).every((test) =>
      mine.some(
        ({ operator, key, values }) => operator === test.operator && key === test.key && areFilled(test.values, values),
      ),
    )
  )
}

/**
 * Does a statement say what another one says, but for blanks in the values of its tests, in its resources, or of whom it
 * names? Where neither tests anything, whom it names has to be the same.
 */
export const isCopyOf = (made: Fields, there: Fields): boolean => {
  if (!allowsSame(made, there)) return false
  if (testedKeys(there).length > 0) return isSaidBy(made, there) || areCovered(made, there)
  const named = principalsOf(made)
  return named.length > 0 && !named.some(hasBlank) && isSaidBy(made, there)
}

/** Does a statement have each resource of another one? */
const areCovered = (made: Fields, there: Fields): boolean =>
  textsOf(made['Resource']).every((one) => isCovered(one, textsOf(there['Resource'])))

/** Does another statement say all that one says, with something in the place of its blanks? */
export const isSaidBy = (made: Fields, there: Fields): boolean => {
  const resources = textsOf(there['Resource'])
  return (
    allowsSame(made, there) &&
    testedKeys(made).length === testedKeys(there).length &&
    textsOf(made['Resource']).every((one) => isCovered(one, resources) || resources.some((it) => isFilled(it, one)))
  )
}

/** Has a statement all tests of another one, and more? What these keep shut, no statement without them opens. */
export const isTestedMore = (tests: unknown, { Condition: other }: StatementJson): boolean => {
  const testsOf = (condition: unknown) =>
    testsIn((condition ?? null) as ConditionJson | null).map(([key, values]) => `${key} ${values.join()}`.toLowerCase())
  const [fewer, there] = [testsOf(tests), testsOf(other)]
  return fewer.length > 0 && fewer.length < there.length && fewer.every((one) => there.includes(one))
}
