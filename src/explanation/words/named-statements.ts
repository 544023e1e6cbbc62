import type { MatchedStatement } from '../../denial/denial'
import type { LayerResult, StatementResult } from '../../evaluation/evaluation'
import type { Situation } from '../situation'

const valuesOf = ({ elements }: StatementResult, name: string): readonly string[] | null =>
  elements.find(({ element }) => element === name)?.values.map(({ text }) => text.toLowerCase()) ?? null

const isSameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((value) => other.includes(value.toLowerCase()))

/** Is it the statement that AWS's message lists: by its Sid, or where it has none by its actions? */
const isNamed = (statement: StatementResult, { sid, actions }: MatchedStatement): boolean => {
  if (sid !== null && sid !== '') return statement.sid === sid
  const written = valuesOf(statement, 'Action')
  const isUnnamed = statement.sid === null || statement.sid === ''
  return isUnnamed && actions !== undefined && written !== null && isSameSet(actions, written)
}

/** The Deny statements that AWS's message lists as those that matched. */
export const listedDenies = ({ denial }: Situation): readonly MatchedStatement[] =>
  (denial?.matchedStatements ?? []).filter(({ effect }) => effect === 'Deny')

/** Of some statements those that AWS's message lists; all of them where it lists none of these. */
export const listedAmong = (
  situation: Situation,
  statements: readonly StatementResult[],
): readonly StatementResult[] => {
  const listed = statements.filter((statement) => listedDenies(situation).some((one) => isNamed(statement, one)))
  return listed.length > 0 ? listed : statements
}

/** A given statement that AWS's message lists, and its layer. */
export interface ListedStatement {
  readonly result: LayerResult
  readonly statement: StatementResult
}

/** The given Deny statements that AWS's message lists and that can cover the request, in any layer. */
export const givenListedDenies = (situation: Situation): readonly ListedStatement[] => {
  const listed = listedDenies(situation)
  if (listed.length === 0) return []
  return situation.evaluation.layers.flatMap((result) =>
    result.statements
      .filter(({ effect, openEffect, matches }) => (effect === 'Deny' || openEffect === true) && matches !== 'no')
      .filter((statement) => listed.some((one) => isNamed(statement, one)))
      .map((statement) => ({ result, statement })),
  )
}
