import type { MatchedStatement } from '../../denial/denial'
import type { LayerResult, StatementResult } from '../../evaluation/evaluation'
import type { JudgedCase } from '../judged-case'

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
export const listedDenies = ({ denial }: JudgedCase): readonly MatchedStatement[] =>
  (denial?.matchedStatements ?? []).filter(({ effect }) => effect === 'Deny')

/** Of some statements those that AWS's message lists; all of them where it lists none of these. */
export const listedAmong = (judged: JudgedCase, statements: readonly StatementResult[]): readonly StatementResult[] => {
  const listed = statements.filter((statement) => listedDenies(judged).some((one) => isNamed(statement, one)))
  return listed.length > 0 ? listed : statements
}

/** A given statement that AWS's message lists, and its layer. */
export interface ListedStatement {
  readonly result: LayerResult
  readonly statement: StatementResult
}

/** The given Deny statements that AWS's message lists and that can cover the request, in any layer. */
export const givenListedDenies = (judged: JudgedCase): readonly ListedStatement[] => {
  const listed = listedDenies(judged)
  if (listed.length === 0) return []
  return judged.evaluation.layers.flatMap((result) =>
    result.statements
      .filter(({ effect, openEffect, matches }) => (effect === 'Deny' || openEffect === true) && matches !== 'no')
      .filter((statement) => listed.some((one) => isNamed(statement, one)))
      .map((statement) => ({ result, statement })),
  )
}
