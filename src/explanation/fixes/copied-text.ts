import { isFields } from '../../text/fields'
import { valueOfNode } from '../../text/json-value'
import { parseJson } from '../../text/parse-json'
import type { FixChange } from '../explanation'

const inLines = (value: unknown): string => JSON.stringify(value, null, 2)

/** Statements as they are added to a list of others. */
export const statementsText = (statements: readonly unknown[]): string => statements.map(inLines).join(',\n')

const statementsOf = (text: string): readonly unknown[] | null => {
  const { root } = parseJson(text)
  const document = root && valueOfNode(root)
  if (!isFields(document)) return null
  return [document['Statement']].flat()
}

/** What people take out of a change: the policy with it, or the statements alone where the policy is not given. */
export const changeText = ({ after, isIntoUnseen }: Pick<FixChange, 'after' | 'isIntoUnseen'>): string => {
  const statements = isIntoUnseen === true ? statementsOf(after) : null
  return statements === null ? after : statementsText(statements)
}

/** What people take out of several changes. */
export const fixText = (changes: readonly FixChange[]): string => changes.map(changeText).join('\n\n')
