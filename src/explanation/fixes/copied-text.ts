import { fieldsOf } from '../../text/fields'
import type { FixChange } from '../explanation'

const inLines = (value: unknown): string => JSON.stringify(value, null, 2)

/** Statements as they are added to a list of others. */
export const statementsText = (statements: readonly unknown[]): string => statements.map(inLines).join(',\n')

/** The statements of a document that was written for a policy which is not given; null where it is no JSON. */
function statementsOf(written: string): readonly unknown[] | null {
  try {
    return [fieldsOf(JSON.parse(written))['Statement']].flat()
  } catch {
    return null
  }
}

/** What people take out of a change: the policy with it, or the statements alone where the policy is not given. */
export const changeText = ({ after, isIntoUnseen }: Pick<FixChange, 'after' | 'isIntoUnseen'>): string => {
  const statements = isIntoUnseen === true ? statementsOf(after) : null
  return statements === null ? after : statementsText(statements)
}

/** Are statements alone taken out of changes, to be added to a policy? */
export const areStatements = (changes: readonly FixChange[]): boolean =>
  changes.some(({ isIntoUnseen }) => isIntoUnseen === true)

/** What people take out of several changes. */
export const fixText = (changes: readonly FixChange[]): string => changes.map(changeText).join('\n\n')
