import type { ElementResult } from '../../evaluation/evaluation'
import { tellingElements, type Miss } from '../../evaluation/describe/nearest-miss'
import { valueFormOf } from '../../facts/keys/condition-keys'
import { canBeOfForm } from '../../facts/keys/value-forms'
import { familyFacts, parseOperator } from '../../iam/condition-operators'
import { hasHole } from '../../iam/find-holes'
import { caseLayerOf } from '../../iam/layers'
import { valueOfNode } from '../../text/json-value'
import type { TextEdit } from '../../text/text-edit'
import { memberOf, statementNode, type CaseDocument, type ObjectNode } from '../../case/case-documents'
import { reachOf, type Reach } from '../../policy/reach'
import { isOfOldVersion, listedBeside, missedTest, meantOperatorOf } from '../steps/missed-test'
import { standIn } from '../steps/missed-exception'
import { BETWEEN_VALUES, swappedKeys } from '../messages/fixes'
import type { JudgedCase } from '../judged-case'
import { asRange } from './address-range'
import { documentAt, edited, type FixCandidate, type Obstacle } from './candidate'
import { testMember } from './deny-edit'
import { moveTest } from './edit-condition'
import { meantKey } from './meant-key'
import { addValue, renameMember, replaceValue } from './edit-json'
import { isPlace, whereOf } from './fit-place'
import { isFence } from './kept-conditions'
import { hasVariable } from './own-part'
import { keysOfTests } from './fix-statements'

interface Edit {
  readonly code:
    | 'add-condition-value'
    | 'use-meant-operator'
    | 'use-version'
    | 'correct-test-key'
    | 'correct-test-value'
  /** The key that the test has then, where it is another one. */
  readonly key?: string
  readonly edits: readonly TextEdit[]
  readonly value: string
  readonly values: readonly string[]
}

/** A pattern under an operator that reads none, or a list under one that takes none: the test is meant for the operator that does. */
export function meantOperator(document: CaseDocument, node: ObjectNode, test: ElementResult): Edit | null {
  const { operator = '', key = '', values } = test
  const meant = meantOperatorOf(test)
  const condition = memberOf(node, 'Condition')?.value
  if (meant === null || condition?.kind !== 'object') return null
  const edit = moveTest(document.text, condition, { operator, key }, meant)
  if (edit === null) return null
  return {
    code: 'use-meant-operator',
    edits: [edit],
    value: [operator, meant, key].join(BETWEEN_VALUES),
    values: values.map(({ text }) => text),
  }
}

const WITH_VARIABLES = '2012-10-17'

/** Variables that are plain text in their policy: it gets the version that has them, as its first element where it has none. */
function versionOfVariables({ text, root }: CaseDocument, test: ElementResult): Edit | null {
  const [first] = root?.kind === 'object' ? root.members : []
  if (!isOfOldVersion(test) || root?.kind !== 'object' || first === undefined) return null
  const written = memberOf(root, 'Version')?.value
  const [start] = first.keySpan
  const lead = text.slice(root.span[0] + 1, start)
  const edit =
    written === undefined
      ? { span: [start, start] as const, text: `"Version": "${WITH_VARIABLES}",${lead === '' ? ' ' : lead}` }
      : replaceValue(text, written, WITH_VARIABLES)
  return { code: 'use-version', edits: [edit], value: WITH_VARIABLES, values: test.values.map((one) => one.text) }
}

/** A test by a key that AWS does not have, or that never holds such values, so that no request meets it: it gets the key that is meant. */
function wrongKey(judged: JudgedCase, node: ObjectNode, miss: Miss): Edit | null {
  for (const test of miss.statement.elements) {
    const { key = '', matches, values } = test
    const meant = matches === 'yes' ? null : meantKey(judged, test)
    const member = meant === null ? null : testMember(node, test)
    if (meant === null || member === null) continue
    return {
      code: 'correct-test-key',
      edits: [renameMember(member, meant.key)],
      value: swappedKeys(key, meant),
      values: values.map(({ text }) => text),
      key: meant.key,
    }
  }
  return null
}

/** The ARN of a session under `aws:PrincipalArn`, which is the role's for a session: the role is meant. */
function roleOfSession(document: CaseDocument, node: ObjectNode, test: ElementResult): Edit | null {
  const { operator = '', key = '', values, actual } = test
  const [arn] = actual ?? []
  const list = testMember(node, test)?.value
  const isOfCaller = key.toLowerCase() === 'aws:principalarn' && parseOperator(operator)?.negated === false
  if (!isOfCaller || arn === undefined || list === undefined) return null
  const meant = values.map(({ text }) => ({ text, role: standIn(text, arn)?.meant ?? null }))
  const [wrong] = meant.filter(({ role }) => role !== null)
  if (wrong === undefined || wrong.role === null) return null
  const all = meant.map(({ text, role }) => role ?? text)
  return {
    code: 'correct-test-value',
    edits: [replaceValue(document.text, list, all.length === 1 ? all[0] : all)],
    value: [wrong.text, wrong.role].join(BETWEEN_VALUES),
    values: [wrong.role],
  }
}

/** Values of which no request has any under this key, such as the word of a template in the place of a Region: the request’s is meant. */
function impossibleValues(document: CaseDocument, node: ObjectNode, test: ElementResult): Edit | null {
  const { operator = '', key = '', values, actual } = test
  const parsed = parseOperator(operator)
  const form = valueFormOf(key.toLowerCase())
  const list = testMember(node, test)?.value
  const [meant, ...more] = actual ?? []
  if (parsed === null || parsed.negated || form === null || list === undefined || isFence(key)) return null
  const isOpen = values.some(({ text }) => hasVariable(text) || hasHole(text, 'policy'))
  if (meant === undefined || more.length > 0 || isOpen) return null
  const { takesWildcards } = familyFacts(parsed.family)
  if (values.some(({ text }) => canBeOfForm(form, text, takesWildcards)) || !form.isValue(meant)) return null
  return {
    code: 'correct-test-value',
    edits: [replaceValue(document.text, list, list.kind === 'array' ? [meant] : meant)],
    value: [values[0]?.text ?? '', meant, key].join(BETWEEN_VALUES),
    values: [meant],
  }
}

/** What the text lists of the key, where the test lists others of the kind. */
function listedValues(judged: JudgedCase, document: CaseDocument, node: ObjectNode, test: ElementResult): Edit | null {
  const { operator = '', key = '', values } = test
  const missing = listedBeside(judged, test)
  const list = testMember(node, test)?.value
  if (missing.length === 0 || list === undefined || isFence(key)) return null
  if (values.some(({ text }) => hasVariable(text))) return null
  const isRange = parseOperator(operator)?.family === 'ip'
  const written = missing.map((value) => (isRange ? asRange(value) : value))
  const edit =
    written.length === 1
      ? addValue(document.text, list, written[0])
      : replaceValue(document.text, list, [...[valueOfNode(list)].flat(), ...written])
  return { code: 'add-condition-value', edits: [edit], value: written.join(BETWEEN_VALUES), values: missing }
}

/**
 * A test that the request misses by its value alone, which the text shows: the test gets the operator that it is meant for,
 * or the value. The statement stays what it is for all else.
 */
export function correctCondition(obstacle: Obstacle, miss: Miss): readonly FixCandidate[] {
  const { judged, layer } = obstacle
  const place = { layer: caseLayerOf(layer), level: miss.statement.level, policy: miss.statement.policy }
  const document = documentAt(judged, place)
  // Whom nobody knows, a test keeps out all the same; of a token the tables know which part of its subject stays.
  const isByTests = (layer === 'trust' ? miss.failed : tellingElements(miss)).every(
    ({ element }) => element === 'Condition',
  )
  if (!document || !isPlace(obstacle, document) || !isByTests) return []
  const node = statementNode(document, miss.statement)
  const test = missedTest(miss)
  const edit =
    node &&
    (wrongKey(judged, node, miss) ??
      (test &&
        (versionOfVariables(document, test) ??
          meantOperator(document, node, test) ??
          roleOfSession(document, node, test) ??
          impossibleValues(document, node, test) ??
          listedValues(judged, document, node, test))))
  const after = edit && edited(document, ...edit.edits)
  if (!node || !edit || !after) return []
  const key = edit.key ?? test?.key ?? ''
  const isGone = (name: string) => edit.code === 'correct-test-key' && edit.value.startsWith(`${name}\n`)
  const all: Reach = { ...reachOf(node), tests: keysOfTests(miss.statement).filter((name) => !isGone(name)) }
  return [
    {
      code: edit.code,
      place,
      name: document.name,
      after,
      reach: { ...all, when: [...all.when, { key, values: edit.values }] },
      value: edit.value,
      where: whereOf(obstacle, place),
      statement: null,
    },
  ]
}
