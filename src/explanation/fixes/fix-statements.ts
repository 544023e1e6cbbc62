import type { StatementResult } from '../../evaluation/evaluation'
import { fieldsOf, type Fields, textsOf } from '../../text/fields'
import { statementsIn } from '../../policy/statements-in'
import type { Fix, FixChange } from '../explanation'
import type { StatementJson } from '../causes/least-statement'

/** The statements that a policy has after a change, and had not before: new ones, and those that it changes. */
export const newStatements = ({ before, after }: FixChange): readonly Fields[] => {
  const had = new Set(statementsIn(before).map((one) => JSON.stringify(one)))
  return statementsIn(after).filter((one) => !had.has(JSON.stringify(one)))
}

/** The statements that a change adds behind those that were there. */
export const addedStatements = ({ before, after }: FixChange): readonly Fields[] =>
  statementsIn(after).slice(statementsIn(before).length)

/** A test of a statement. */
interface Tested {
  readonly operator: string
  /** In lower case. */
  readonly key: string
  readonly written: string
  readonly values: readonly string[]
}

/** The tests of a statement. */
export const testedKeys = (statement: Fields): readonly Tested[] =>
  Object.entries(fieldsOf(statement['Condition'])).flatMap(([operator, tests]) =>
    Object.entries(fieldsOf(tests)).map(([key, values]) => ({
      operator,
      key: key.toLowerCase(),
      written: key,
      values: textsOf(values),
    })),
  )

/** The keys that a statement tests, each once, as it writes them. */
export const keysOfTests = ({ elements }: StatementResult): readonly string[] => [
  ...new Set(elements.flatMap(({ element, key }) => (element === 'Condition' && key ? [key] : []))),
]

/** Does a trust policy get an action that none takes? https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html */
export const isNoTrust = ({ layer, statement, changes }: Fix): boolean =>
  layer === 'trust' &&
  [...(statement === null ? [] : [fieldsOf(statement)]), ...changes.flatMap(newStatements)].some(
    ({ Action: actions }) => textsOf(actions).some((one) => !/^(?:sts:|\*$|[<$%[{])/i.test(one)),
  )

/** A test for equal texts reads no pattern: one that the text gives is put under the operator that does. */
export const withPatterns = (statement: StatementJson): StatementJson => {
  const condition = fieldsOf(statement['Condition'])
  const tests = Object.entries(fieldsOf(condition['StringEquals']))
  const isPattern = ([, value]: (typeof tests)[number]) => [value].flat().some((one) => /[*?]/.test(String(one)))
  const [patterns, others] = [tests.filter(isPattern), tests.filter((test) => !isPattern(test))]
  if (patterns.length === 0) return statement
  const { StringEquals: _equals, ...rest } = condition
  return {
    ...statement,
    Condition: {
      ...rest,
      ...(others.length === 0 ? {} : { StringEquals: Object.fromEntries(others) }),
      StringLike: { ...fieldsOf(condition['StringLike']), ...Object.fromEntries(patterns) },
    },
  }
}
