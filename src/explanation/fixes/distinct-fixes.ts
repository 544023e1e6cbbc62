import { statementsIn } from '../../policy/statements-in'
import type { Fix } from '../explanation'
import { ordered } from './deny-edit'
import { addedStatements } from './fix-statements'
import { isSaidBy } from './same-statement'

/** What a statement says but for its name and its tests. */
const withoutTests = ({ layer, statement }: Fix): string | null => {
  if (statement === null) return null
  const { Condition: _condition, Resource: _resource, ...rest } = statement
  return JSON.stringify([layer, ordered(rest)])
}

const isTested = ({ statement }: Fix): boolean => statement !== null && Object.hasOwn(statement, 'Condition')

/** Without those of tables that do without the tests of one before them for the same action. */
export const withoutLooser = (fixes: readonly Fix[]): readonly Fix[] =>
  fixes.filter(
    (fix, at) =>
      fix.isSupposed !== true ||
      isTested(fix) ||
      !fixes.slice(0, at).some((one) => isTested(one) && withoutTests(one) === withoutTests(fix)),
  )

/** Without those that give the same as one before them. */
export const different = (fixes: readonly Fix[]): readonly Fix[] => {
  const givenBy = ({ layer, statement, changes }: Fix): string =>
    JSON.stringify([layer, statement === null ? changes : ordered(statement)])
  const keys = fixes.map(givenBy)
  return fixes.filter((_, at) => keys.indexOf(keys[at]!) === at)
}

/** Do two fixes leave the same policies behind? */
const leavesTheSame = (one: Fix, other: Fix): boolean =>
  one.changes.length > 0 &&
  JSON.stringify(one.changes.map(({ name, after }) => [name, after])) ===
    JSON.stringify(other.changes.map(({ name, after }) => [name, after]))

/** Does one before it say already what a fix of a table adds, in the same policy or with values in the place of its blanks? */
const repeats = (fix: Fix, before: Fix): boolean => {
  if (fix.layer === before.layer && leavesTheSame(fix, before)) return true
  const made = fix.isSupposed === true && fix.layer === before.layer ? fix.changes.flatMap(addedStatements) : []
  const said = before.changes.flatMap(({ after }) => statementsIn(after))
  return made.length > 0 && made.every((one) => said.some((there) => isSaidBy(one, there)))
}

/** Without those that a fix before them says, or one behind them with less to be filled in. */
export const withoutRepeated = (fixes: readonly Fix[]): readonly Fix[] =>
  fixes.filter((fix, at) => {
    const isFilledLater = (fix.blanks?.length ?? 0) > 0 && fixes.slice(at + 1).some((later) => fillsIn(later, fix))
    return !isFilledLater && !fixes.slice(0, at).some((before) => repeats(fix, before))
  })

/** Does a later one say the same, with less to be filled in? */
const fillsIn = (later: Fix, { blanks = [], ...fix }: Fix): boolean => {
  const left = later.blanks ?? []
  return left.length < blanks.length && left.every((one) => blanks.includes(one)) && repeats(fix, later)
}
