import type { ElementResult, StatementResult } from '../../evaluation/evaluation'
import { memberOf, statementNode, type ObjectNode } from '../../case/case-documents'
import { caseLayerOf } from '../../iam/layers'
import { reachOf } from '../../policy/reach'
import { fieldsOf } from '../../text/fields'
import { valueOfNode } from '../../text/json-value'
import { writtenValues } from '../messages/conditions'
import { BETWEEN_VALUES } from '../messages/fixes'
import { documentAt, edited, type FixCandidate, type Obstacle } from './candidate'
import { testMember } from './deny-edit'
import { removeItem, replaceValue } from './edit-json'
import { whereOf } from './fit-place'

/** The one test of a Deny that is open, where it exempts what it lists. */
const openList = ({ effect, matches, elements }: StatementResult): ElementResult | null => {
  const [test, ...others] = elements.filter((one) => one.matches === 'unknown')
  const isList = test?.element === 'Condition' && /^StringNot(?:Equals|Like)$/i.test(test.operator ?? '')
  return effect === 'Deny' && matches === 'unknown' && others.length === 0 && isList ? test : null
}

/** What a statement says besides its name and its tests. */
const besidesTests = (node: ObjectNode): string => {
  const { Sid: _sid, Condition: _tests, ...rest } = fieldsOf(valueOfNode(node))
  return JSON.stringify(rest)
}

/**
 * Two Denies of the same, of which each denies what the other one exempts, so that nobody passes both: one of them gets
 * both lists, and the other one goes.
 */
export function joinLists({ judged, layer, result }: Obstacle): readonly FixCandidate[] {
  const lists = result.statements.flatMap((statement) => {
    const test = openList(statement)
    return test === null ? [] : [{ statement, test }]
  })
  const [first, second, ...more] = lists
  if (first === undefined || second === undefined || more.length > 0) return []
  const { level, policy } = first.statement
  const isSame =
    second.statement.policy === policy &&
    second.statement.level === level &&
    second.test.key === first.test.key &&
    second.test.operator === first.test.operator
  const place = { layer: caseLayerOf(layer), level, policy }
  const document = documentAt(judged, place)
  const node = document && statementNode(document, first.statement)
  const other = document && statementNode(document, second.statement)
  const all = document?.root?.kind === 'object' ? memberOf(document.root, 'Statement')?.value : undefined
  const list = node && testMember(node, first.test)?.value
  if (!isSame || !document || !node || !other || !list || all?.kind !== 'array') return []
  // What only one of them tests or denies besides would be lost, or denied to more.
  const hasOneTest = [first, second].every(
    ({ statement }) => statement.elements.filter(({ element }) => element === 'Condition').length === 1,
  )
  if (!hasOneTest || besidesTests(node) !== besidesTests(other)) return []
  const values = [...new Set([first, second].flatMap(({ test }) => writtenValues(test)))]
  const after = edited(document, replaceValue(document.text, list, values), removeItem(all, second.statement.statement))
  if (after === null) return []
  const key = first.test.key ?? ''
  return [
    {
      code: 'join-lists',
      place,
      name: document.name,
      after,
      reach: { ...reachOf(node), when: [{ key, values }] },
      value: [key, ...values].join(BETWEEN_VALUES),
      where: whereOf({ judged, layer, result }, place),
      statement: null,
    },
  ]
}
