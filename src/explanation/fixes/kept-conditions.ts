import { own } from '../../text/own'
import { missesOf, type Miss } from '../../evaluation/describe/nearest-miss'
import type { ElementResult, LayerResult } from '../../evaluation/evaluation'
import { familyFacts, parseOperator } from '../../iam/condition-operators'
import { isUntoldSource } from '../../facts/keys/untold-sources'
import { nameOfAction } from '../../iam/action'
import { parseArn } from '../../iam/arn'
import { insteadOf, isTagOfMade } from '../causes/instead-keys'
import { memberOf, statementNode } from '../../case/case-documents'
import { caseLayerOf, namesPrincipals, type Layer } from '../../iam/layers'
import { valueOfNode } from '../../text/json-value'
import { joinConditions, type ConditionJson } from '../causes/condition-json'
import { requestChangeOf } from '../../facts/keys/condition-keys'
import { blankOfKey, knownValue } from '../causes/guards'
import type { Situation } from '../situation'
import { asRange } from './address-range'
import { documentAt, type Obstacle } from './candidate'
import { hasVariable } from './own-part'

const UNDER_BOUNDARY = 'iam:PermissionsBoundary'

/** What a new statement keeps of the Allow that would let the request pass but for its tests. */
export interface KeptTests {
  readonly condition: ConditionJson | null
  /** Tests that no other value could meet: without them the statement would open what they keep shut. */
  readonly unmet: readonly ElementResult[]
  /** The keys of those that stay as they are written: the statement goes on testing them. */
  readonly asWritten?: readonly string[]
  /** The one resource that it names, which the request may be for. */
  readonly resource?: string | null
}

const NOTHING_KEPT: KeptTests = { condition: null, unmet: [] }

/** A key whose value is never let go for another: who gives permissions away gives them under this boundary alone. */
export const isFence = (key: string): boolean => key.toLowerCase() === UNDER_BOUNDARY.toLowerCase()

/** Does a test leave a part to each caller, by a variable? */
const isOfEachCaller = ({ values }: ElementResult): boolean => values.some(({ text }) => hasVariable(text))

/** Does an Allow miss the request by its tests alone, as far as it is known? */
const isByTests = ({ failed }: Miss): boolean => {
  const tests = failed.filter(({ element }) => element === 'Condition')
  const isOpen = ({ element, matches }: ElementResult) =>
    element === 'Condition' || (matches === 'unknown' && !element.endsWith('Action') && element !== 'Effect')
  return tests.length > 0 && failed.every(isOpen)
}

/** Is it the call that brings the key, by an option of its own, as `--tags`, or by what it asks of its service? */
const isOfCall = (key: string): boolean => {
  const change = requestChangeOf(key)?.change
  return (change?.adds ?? []).length > 0 || (change !== undefined && !/^aws:/i.test(key))
}

/** What the request has: of a caller whom nobody names, what the evaluation calls the unknown is no value. */
const valuesOfRequest = ({ accessCase }: Situation, { actual, matches }: ElementResult): ElementResult['actual'] =>
  accessCase.request.principal === '' && matches === 'unknown' && actual !== null ? undefined : actual

/** The test with the value of this request, or with a blank for it; null where it is no list of things. */
const withOwnValue = (situation: Situation, layer: Layer, test: ElementResult): ConditionJson | null => {
  const { operator = '', key = '' } = test
  const actual = valuesOfRequest(situation, test)
  const parsed = parseOperator(operator)
  if (parsed === null || !familyFacts(parsed.family).listsThings || actual === null) return null
  // What is one caller's own, everybody who has the policy would get; under another boundary nobody is to be made.
  if (isOfEachCaller(test) || isFence(key)) return null
  const [value, ...more] = actual ?? [
    knownValue(situation, layer, key) ?? (isOfCall(key) ? undefined : blankOfKey(key)),
  ]
  // What the call has to carry, it is the call that brings: a copy of the test with a blank helps nobody.
  if (value === undefined || more.length > 0) return null
  // What a test leaves out is not known to be this value.
  if (actual === undefined ? parsed.negated : parsed.set !== 'none') return null
  const set = parsed.set === 'none' ? '' : `${operator.slice(0, operator.indexOf(':'))}:`
  const isPattern = actual !== undefined && familyFacts(parsed.family).takesWildcards && /[*?]/.test(value)
  const positive = isPattern ? parsed.positive.replace(/Like$/, 'Equals') : parsed.positive
  return { [`${set}${positive}`]: { [key]: parsed.family === 'ip' ? asRange(value) : value } }
}

/** The tests as they are written. */
const written = (situation: Situation, layer: LayerResult['layer'], { statement }: Miss): ConditionJson => {
  const place = { layer: caseLayerOf(layer), level: statement.level, policy: statement.policy }
  const document = documentAt(situation, place)
  const node = document && statementNode(document, statement)
  const condition = node && memberOf(node, 'Condition')?.value
  return condition?.kind === 'object' ? (valueOfNode(condition) as ConditionJson) : {}
}

/** One test of a condition as it is written. */
const testOf = (condition: ConditionJson, { operator = '', key = '' }: ElementResult): ConditionJson | null => {
  const value = own(own(condition, operator) ?? {}, key)
  return value === undefined ? null : { [operator]: { [key]: value } }
}

/** A test of what this request can't carry, by the key that says the same of it; null where none does. */
const movedTest = (situation: Situation, condition: ConditionJson, test: ElementResult): ConditionJson | null => {
  const { operator = '', key = '' } = test
  const instead = insteadOf(situation, key)
  const value = own(own(condition, operator) ?? {}, key)
  return instead === null || value === undefined ? null : { [operator]: { [instead]: value } }
}

/** Keys that KMS sets where a service calls it, or makes the grant. */
const OF_SERVICES: ReadonlySet<string> = new Set(['kms:grantisforawsresource', 'kms:viaservice'])

/** A call of KMS itself, without a service between. */
const isOfServices = ({ accessCase, denial }: Situation, key: string): boolean =>
  OF_SERVICES.has(key.toLowerCase()) &&
  nameOfAction(accessCase.request.action).toLowerCase() === (denial?.operation ?? '').toLowerCase()

/** Can no such request carry the key of a test, or not the value that is asked? */
const isAbsent = (situation: Situation, { isNever, key = '', matches }: ElementResult): boolean => {
  const { request } = situation.accessCase
  if (matches === 'yes') return false
  return (
    isNever === true ||
    isUntoldSource(request.principal, request.action, key.toLowerCase()) ||
    isOfServices(situation, key) ||
    isTagOfMade(situation, key)
  )
}

/** The one resource of a statement, as it is written, where it is not known that the request is for another. */
const onlyResource = ({ statement }: Miss): string | null => {
  const [one, ...more] = statement.elements.find(({ element }) => element === 'Resource')?.values ?? []
  return one === undefined || more.length > 0 || one.matches === 'no' || one.text === '*' ? null : one.text
}

/**
 * The keys, in lower case, by which each Allow of a layer, or of one level, for the very request keeps it out, or may: what lets the request
 * in without them steps over a guard.
 */
export const guardKeys = (
  situation: Situation,
  result: LayerResult,
  level: number | null,
): readonly (readonly string[])[] =>
  missesOf(result, situation.accessCase.request.action, level)
    .filter(isByTests)
    .map(({ failed }) =>
      failed
        .filter((test) => test.element === 'Condition' && !isAbsent(situation, test))
        .map(({ key = '' }) => key.toLowerCase()),
    )
    .filter((keys) => keys.length > 0)

/** The tests of an Allow, those that fail with the value of this request. */
const testsOfMiss = (situation: Situation, layer: LayerResult['layer'], miss: Miss): KeptTests => {
  const condition = written(situation, layer, miss)
  // A test of what no request on this resource can carry guards others: what it keeps shut, it keeps shut there.
  const all = miss.statement.elements.filter(({ element }) => element === 'Condition')
  const tests = all.filter((test) => !isAbsent(situation, test))
  const kept = tests.map((test) => ({
    test,
    as: test.matches === 'yes' ? testOf(condition, test) : withOwnValue(situation, layer, test),
  }))
  const moved = all.filter((test) => isAbsent(situation, test)).map((test) => movedTest(situation, condition, test))
  return {
    condition: joinConditions(...kept.map(({ as }) => as), ...moved),
    unmet: kept.filter(({ as }) => as === null).map(({ test }) => test),
    asWritten: tests.filter(({ matches }) => matches === 'yes').flatMap(({ key }) => key ?? []),
    resource: onlyResource(miss),
  }
}

/**
 * Actions by which whoever may give permissions away: a permissions boundary lets them pass only for principals that are
 * under a boundary themselves.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html#access_policies_boundaries-delegate
 */
const DELEGATES =
  /^iam:(?:Create(?:Role|User)|(?:Attach|Detach)(?:Role|User)Policy|(?:Put|Delete)(?:Role|User)Policy|Put(?:Role|User)PermissionsBoundary)$/i

/** The key that a statement for an action has to test, in whatever statement it stands; null: it needs none. */
export const requiredKey = (layer: Layer, action: string): string | null => {
  if (layer === 'boundary' && DELEGATES.test(action)) return UNDER_BOUNDARY
  return action.toLowerCase() === 'iam:passrole' && !namesPrincipals(layer) ? 'iam:PassedToService' : null
}

/** The test that a boundary makes of those whom its holder gives permissions. */
const boundaryTest = ({ accessCase }: Situation): ConditionJson => {
  const name = accessCase.policies.boundary?.name ?? ''
  return { StringEquals: { [UNDER_BOUNDARY]: parseArn(name) === null ? blankOfKey(UNDER_BOUNDARY) : name } }
}

/** Does an Allow miss the request by its Resource alone, as far as it is known, while its tests hold, or may? */
const isByResource = ({ failed, statement }: Miss): boolean =>
  failed.some(({ element }) => element === 'Resource') &&
  failed.every(
    ({ element, matches }) => element === 'Resource' || (element === 'Condition' && matches === 'unknown'),
  ) &&
  statement.elements.some(({ element }) => element === 'Condition')

/** The tests of an Allow for the same action on something else, as they are written. */
const testsBeside = (situation: Situation, layer: LayerResult['layer'], miss: Miss): KeptTests => {
  const condition = written(situation, layer, miss)
  const tests = miss.statement.elements.filter((one) => one.element === 'Condition' && !isAbsent(situation, one))
  return {
    condition: joinConditions(...tests.map((test) => testOf(condition, test))),
    unmet: [],
    asWritten: tests.flatMap(({ key }) => key ?? []),
  }
}

/** What a new statement of a layer keeps of those that are there. */
export const keptTests = ({ situation, layer, result }: Obstacle, level: number | null): KeptTests => {
  const { action } = situation.accessCase.request
  const misses = missesOf(result, action, level)
  const [miss, beside] = [misses.find(isByTests), misses.slice(0, 1).find(isByResource)]
  const kept =
    miss !== undefined
      ? testsOfMiss(situation, layer, miss)
      : beside !== undefined
        ? testsBeside(situation, layer, beside)
        : NOTHING_KEPT
  const isDelegating = layer === 'boundary' && DELEGATES.test(action)
  return isDelegating ? { ...kept, condition: joinConditions(boundaryTest(situation), kept.condition) } : kept
}
