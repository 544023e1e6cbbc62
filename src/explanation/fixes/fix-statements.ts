import { fieldsOf, itemsIn, type Fields } from '../../text/fields'
import { statementsIn } from '../../policy/statements-in'
import type { FixChange } from '../explanation'

/** The statements that a policy has after a change, and had not before: new ones, and those that it changes. */
export const newStatements = ({ before, after }: FixChange): readonly Fields[] => {
  const had = new Set(statementsIn(before).map((one) => JSON.stringify(one)))
  return statementsIn(after).filter((one) => !had.has(JSON.stringify(one)))
}

/** Those of them that it adds behind what was there. */
export const addedStatements = (change: FixChange): readonly Fields[] => {
  const had = statementsIn(change.before).length
  const all = new Set(newStatements(change).map((one) => JSON.stringify(one)))
  return statementsIn(change.after)
    .slice(had)
    .filter((one) => all.has(JSON.stringify(one)))
}

/** The texts of a value that is one or a list of them. */
export const textsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? itemsIn(value) : [value]).filter((one) => typeof one === 'string')

/** The tests of a statement: operator, key in lower case, and values. */
export const testsOf = (
  statement: Fields,
): readonly { readonly operator: string; readonly key: string; readonly values: readonly string[] }[] =>
  Object.entries(fieldsOf(statement['Condition'])).flatMap(([operator, tests]) =>
    Object.entries(fieldsOf(tests)).map(([key, values]) => ({
      operator,
      key: key.toLowerCase(),
      values: textsOf(values),
    })),
  )
