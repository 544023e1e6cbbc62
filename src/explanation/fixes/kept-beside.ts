import { evaluate } from '../../evaluation/evaluate'
import type { Miss } from '../../evaluation/describe/nearest-miss'
import type { ElementResult, StatementResult } from '../../evaluation/evaluation'
import { serviceOfAction } from '../../iam/action'
import { caseLayerOf, type Layer } from '../../iam/layers'
import { memberOf, statementNode, withDocument, type CaseDocument } from '../../case/case-documents'
import { applyEdits, type TextEdit } from '../../text/text-edit'
import type { StatementRef } from '../../case/policy-ref'
import { joinConditions, type ConditionJson } from '../causes/condition-json'
import { judgedWith, layerResult, type JudgedCase } from '../judged-case'
import { isGuard, knownValue } from '../causes/guards'
import { isNegated } from '../messages/conditions'
import { documentAt } from './candidate'
import { addValue } from './edit-json'
import { isAbsent, testOf, written } from './written-tests'

/** What of an Allow's tests a statement beside it keeps. */
interface TestsBeside {
  readonly condition: ConditionJson | null
  readonly asWritten: readonly string[]
}

const failedOf = (statement: StatementResult): readonly ElementResult[] =>
  statement.elements.filter(({ matches }) => matches !== 'yes')

const placeOf = ({ level, policy, statement }: StatementRef): string => `${level} ${policy} ${statement}`

/**
 * Statements as they were with the action that was asked for among their own: without it nothing else of them is judged.
 * What a statement does hangs on no other, so that all are changed and judged at once.
 */
function withAction(judged: JudgedCase, layer: Layer, misses: readonly Miss[]): readonly StatementResult[] {
  const { request } = judged.accessCase
  const edits = new Map<string, { readonly document: CaseDocument | null; readonly made: TextEdit[] }>()
  const editsOf = (statement: StatementRef) => {
    const key = `${statement.level} ${statement.policy}`
    const before = edits.get(key)
    if (before) return before
    const begun = { document: documentAt(judged, { ...statement, layer: caseLayerOf(layer) }), made: [] }
    edits.set(key, begun)
    return begun
  }
  const changed = misses.filter(({ statement }) => {
    const { document, made } = editsOf(statement)
    const node = document && statementNode(document, statement)
    const actions = node && memberOf(node, 'Action')?.value
    if (document && actions) made.push(addValue(document.text, actions, request.action))
    return document && actions
  })
  if (changed.length === 0) return []
  const after = [...edits.values()].reduce(
    (before, { document, made }) =>
      document === null || made.length === 0
        ? before
        : withDocument(before, document.place, document.name, applyEdits(document.text, made)),
    judged.accessCase,
  )
  const result = layerResult(evaluate(after, judgedWith(judged)), layer)?.statements ?? []
  const byPlace = new Map(result.map((one) => [placeOf(one), one]))
  return changed.flatMap(({ statement }) => byPlace.get(placeOf(statement)) ?? [])
}

/** Is a statement for some things, and not for all there are? */
const isOnThing = ({ elements }: StatementResult): boolean =>
  elements.find(({ element }) => element === 'Resource')?.values.every(({ text }) => text !== '*') ?? true

/** Does a statement fail by one of its names alone, as far as it is known, or, without a name, by nothing? */
const failsBy = (statement: StatementResult, names: readonly ElementResult['element'][]): boolean =>
  failedOf(statement).every(({ element, matches }) => matches === 'unknown' || names.includes(element))

const OF_THING: readonly ElementResult['element'][] = ['Resource', 'Principal']

/**
 * The Allow beside which a statement is to stand, as far as its tests are judged: it misses the request by one thing that it
 * names alone, the action, the resource or the caller.
 */
function allowBeside(judged: JudgedCase, layer: Layer, misses: readonly Miss[]): StatementResult | null {
  const [nearest] = misses
  if (nearest === undefined) return null
  const { action, principal } = judged.accessCase.request
  const service = `${serviceOfAction(action).toLowerCase()}:`
  const isOfService = ({ element, values, matches }: ElementResult) =>
    element === 'Action' && matches === 'no' && values.some(({ text }) => text.toLowerCase().startsWith(service))
  const certain = nearest.failed.filter(({ matches }) => matches === 'no')
  const [name, ...names] = certain
  if (name === undefined || names.length > 0) return null
  if (name.element !== 'Action')
    // A service or a token is named for what its tests say of it alone.
    return name.element === 'Resource' || (name.element === 'Principal' && principal.startsWith('arn:'))
      ? nearest.statement
      : null
  const ofService = misses.filter(({ failed }) => failed.some(isOfService))
  if (ofService[0] !== nearest) return null
  const beside = withAction(judged, layer, ofService).filter((one) => isOnThing(one) && failsBy(one, []))
  const hasTests = ({ elements }: StatementResult) => elements.some(({ element }) => element === 'Condition')
  // What one of them does without guards nothing.
  return beside.every(hasTests) ? (beside[0] ?? null) : null
}

/** The test of a guard that lists others than what this call is known to carry: a copy of the list would let it in no more. */
function withKnown(judged: JudgedCase, layer: Layer, { key = '', operator = '', matches }: ElementResult) {
  const value = matches === 'unknown' && isGuard(key) && !isNegated(operator) ? knownValue(judged, layer, key) : null
  return value === null ? null : { [operator]: { [key]: value } }
}

/** The tests of an Allow for something else or somebody else, as they are written, where it misses by that alone. */
export function testsBeside(judged: JudgedCase, layer: Layer, misses: readonly Miss[]): TestsBeside | null {
  const statement = allowBeside(judged, layer, misses)
  const tests = (statement?.elements ?? []).filter((one) => one.element === 'Condition' && !isAbsent(judged, one))
  if (statement === null || tests.length === 0 || !failsBy(statement, OF_THING)) return null
  const condition = written(judged, layer, { statement, failed: [] })
  return {
    condition: joinConditions(...tests.map((test) => withKnown(judged, layer, test) ?? testOf(condition, test))),
    asWritten: tests.filter((test) => withKnown(judged, layer, test) === null).flatMap(({ key }) => key ?? []),
  }
}
