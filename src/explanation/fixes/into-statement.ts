import { memberOf, type ObjectNode } from '../../case/case-documents'
import { fieldsOf } from '../../text/fields'
import type { JsonNode } from '../../text/json-node'
import { valueOfNode } from '../../text/json-value'
import type { TextEdit } from '../../text/text-edit'
import type { StatementJson } from '../causes/least-statement'
import { readingPatterns } from '../steps/missed-test'
import { moveTest, takesMoreValues } from './edit-condition'
import { addValue, replaceValue } from './edit-json'
import { isFilled } from './same-statement'

/** One test of a condition: its operator, its key, its values. */
type Test = readonly [operator: string, key: string, values: readonly string[]]

const testsOf = (condition: unknown): readonly Test[] =>
  Object.entries(fieldsOf(condition)).flatMap(([operator, keys]) =>
    Object.entries(fieldsOf(keys)).map(([key, value]): Test => [operator, key, [value].flat().map(String)]),
  )

/** A value as a list, whatever its order and whether it is written as one. */
const asList = (value: unknown): string => JSON.stringify([value].flat().map(String).toSorted())

const sameElement = (one: unknown, other: unknown): boolean => {
  if (typeof one !== 'object' || Array.isArray(one) || one === null) return asList(one) === asList(other)
  const [left, right] = [Object.entries(fieldsOf(one)), fieldsOf(other)]
  return (
    left.length === Object.keys(right).length &&
    left.every(([name, value]) => Object.hasOwn(right, name) && asList(value) === asList(right[name]))
  )
}

/** What two statements have in common where only their tests differ. */
const isSameBut = (there: StatementJson, added: StatementJson): boolean => {
  const names = new Set([...Object.keys(there), ...Object.keys(added)])
  for (const apart of ['Sid', 'Condition']) names.delete(apart)
  return [...names].every(
    (name) => Object.hasOwn(there, name) && Object.hasOwn(added, name) && sameElement(there[name], added[name]),
  )
}

/** What is to be done to the tests of one statement, so that it also says what the other says; null: two statements are needed. */
function editOf(text: string, condition: ObjectNode, there: readonly Test[], added: readonly Test[]): TextEdit | null {
  const keys = new Set(there.map(([, key]) => key.toLowerCase()))
  if (there.length !== added.length || keys.size < there.length) return null
  const other = (key: string) => added.find(([, one]) => one.toLowerCase() === key.toLowerCase())
  const differing = there.filter(([operator, key, values]) => {
    const [now, , wanted] = other(key) ?? []
    return now !== operator || asList(wanted) !== asList(values)
  })
  const [test, ...more] = differing
  if (test === undefined || more.length > 0) return null
  const [operator, key, values] = test
  const [now = '', , wanted = []] = other(key) ?? []
  const missing = wanted.filter((value) => !values.includes(value))
  // What one of the values can be, once its blanks are filled in, is no value more.
  if (missing.some((value) => values.some((one) => isFilled(one, value)))) return null
  if (!takesMoreValues(operator)) return null
  if (now !== operator) {
    const isPattern = now === readingPatterns(operator) && asList(wanted) === asList(values)
    return isPattern ? moveTest(text, condition, { operator, key }, now) : null
  }
  const written = memberOf(condition, operator)?.value
  const list = written?.kind === 'object' ? memberOf(written, key)?.value : undefined
  const [first, ...others] = missing
  if (list === undefined || first === undefined) return null
  return others.length === 0 ? addValue(text, list, first) : replaceValue(text, list, [...values, ...missing])
}

/**
 * The edit that makes a statement of a policy say what another would, where they differ in one test alone: a value more, or the
 * operator that reads its patterns. Null: it takes a statement of its own.
 */
export function intoStatement(text: string, root: JsonNode, added: StatementJson): TextEdit | null {
  if (root.kind !== 'object') return null
  const held = memberOf(root, 'Statement')?.value
  const nodes = held?.kind === 'array' ? held.items : held ? [held] : []
  for (const node of nodes) {
    const condition = node.kind === 'object' ? memberOf(node, 'Condition')?.value : undefined
    const there = fieldsOf(valueOfNode(node))
    if (condition?.kind !== 'object' || !isSameBut(there, added)) continue
    const edit = editOf(text, condition, testsOf(there['Condition']), testsOf(added['Condition']))
    if (edit) return edit
  }
  return null
}
