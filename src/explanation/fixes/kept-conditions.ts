import { own } from '../../text/own'
import { missesOf, type Miss } from '../../evaluation/describe/nearest-miss'
import type { ElementResult, LayerResult } from '../../evaluation/evaluation'
import { familyFacts, parseOperator } from '../../iam/condition-operators'
import { parseArn } from '../../iam/arn'
import { insteadOf, isOfCenterMfa } from '../causes/instead-keys'
import { namesPrincipals, type Layer } from '../../iam/layers'
import { joinConditions, type ConditionJson } from '../causes/condition-json'
import { isKeyWith } from '../../facts/keys/condition-keys'
import { requestChangeOf } from '../../facts/keys/request-change'
import { blankOfKey, knownValue } from '../causes/guards'
import type { JudgedCase } from '../judged-case'
import { asRange } from './address-range'
import type { Obstacle } from './candidate'
import { isForEveryone, isOfServicesAlone, saysWho } from './guards-there'
import { testsBeside } from './kept-beside'
import { lastingValue } from './lasting-value'
import { hasVariable } from './own-part'
import { isOwnedByAws } from './owned-by-aws'
import { isAbsent, isByTests, testOf, written } from './written-tests'

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

/** Is it the call that brings the key, by an option of its own, as `--tags`, or by what it asks of its service? */
const isOfCall = (key: string): boolean => {
  const change = requestChangeOf(key)?.change
  return (change?.adds ?? []).length > 0 || (change !== undefined && !/^aws:/i.test(key))
}

/**
 * Keys by which an Allow keeps one caller's things from another's: a copy of the test with a blank in it says nothing of what
 * is wrong, which is the tag, or the part that was asked for.
 */
const KEEPS_APART = /(?:resource|principal)tag\/|^dynamodb:leadingkeys$|^aws:user(?:id|name)$/i

/** Does the call set the key, by what is known of it, or by what the text shows of the call? */
const isSetByCall = ({ pasted = [] }: JudgedCase, key: string): boolean =>
  isOfCall(key) || pasted.some((one) => one.parameter !== null && one.key.toLowerCase() === key.toLowerCase())

/** What the request has: of a caller whom nobody names, what the evaluation calls the unknown is no value. */
const valuesOfRequest = ({ accessCase }: JudgedCase, { actual, matches }: ElementResult): ElementResult['actual'] =>
  accessCase.request.principal === '' && matches === 'unknown' && actual !== null ? undefined : actual

/** The test with the value of this request, or with a blank for it; null where it is no list of things. */
const withOwnValue = (judged: JudgedCase, layer: Layer, test: ElementResult): ConditionJson | null => {
  const { operator = '', key = '' } = test
  const actual = valuesOfRequest(judged, test)
  const parsed = parseOperator(operator)
  if (parsed === null || !familyFacts(parsed.family).listsThings || actual === null) return null
  // What is one caller's own, everybody who has the policy would get; under another boundary nobody is to be made.
  if (isOfEachCaller(test) || isFence(key)) return null
  const [value, ...more] = actual ?? [
    knownValue(judged, layer, key) ?? (isOfCall(key) || KEEPS_APART.test(key) ? undefined : blankOfKey(key)),
  ]
  // What the call has to carry, it is the call that brings: a copy of the test with a blank helps nobody.
  if (value === undefined || more.length > 0) return null
  // What a test leaves out is not known to be this value.
  if (actual === undefined ? parsed.negated : parsed.set !== 'none') return null
  const lasting = lastingValue(test, value)
  if (lasting === null) return null
  const set = parsed.set === 'none' ? '' : `${operator.slice(0, operator.indexOf(':'))}:`
  const isPattern = actual !== undefined && familyFacts(parsed.family).takesWildcards && /[*?]/.test(value)
  const positive = isPattern ? parsed.positive.replace(/Like$/, 'Equals') : parsed.positive
  return { [`${set}${positive}`]: { [key]: parsed.family === 'ip' ? asRange(value) : lasting } }
}

/** A test of what this request can't carry, by the key that says the same of it; null where none does. */
const movedTest = (judged: JudgedCase, condition: ConditionJson, test: ElementResult): ConditionJson | null => {
  const { operator = '', key = '' } = test
  const instead = insteadOf(judged, key)
  const value = own(own(condition, operator) ?? {}, key)
  // The statement names the caller, by that key where it takes a test.
  if (isOfCenterMfa(judged, key)) return null
  return instead === null || value === undefined ? null : { [operator]: { [instead]: value } }
}

/** The one resource of a statement, as it is written, where it is not known that the request is for another. */
const onlyResource = ({ statement }: Miss): string | null => {
  const [one, ...more] = statement.elements.find(({ element }) => element === 'Resource')?.values ?? []
  return one === undefined || more.length > 0 || one.matches === 'no' || one.text === '*' ? null : one.text
}

/** The tests of an Allow, those that fail with the value of this request. */
const testsOfMiss = (judged: JudgedCase, layer: LayerResult['layer'], miss: Miss): KeptTests => {
  const condition = written(judged, layer, miss)
  // A test of what no request on this resource can carry guards others: what it keeps shut, it keeps shut there.
  const all = miss.statement.elements.filter(({ element }) => element === 'Condition')
  // Who is named comes in by the name: what lets everyone in by a test of who they are tests nothing more of one.
  const isOfServices = ({ key = '' }: ElementResult) =>
    namesPrincipals(layer) && layer !== 'endpoint' && isOfServicesAlone(judged, key.toLowerCase())
  // Of what AWS itself gives out through an endpoint neither the caller nor the owner is of the organization.
  const isOfAws = layer === 'endpoint' && isOwnedByAws(judged.accessCase.request.resource)
  const isOfOthers = (key: string) => isOfAws && (saysWho(key) || isKeyWith(key, 'ofResourceOwner'))
  const isSaidByName = (test: ElementResult) =>
    test.matches !== 'yes' &&
    (isOfServices(test) ||
      isOfOthers((test.key ?? '').toLowerCase()) ||
      (isForEveryone(layer, miss) && saysWho((test.key ?? '').toLowerCase())))
  const tests = all.filter((test) => !isAbsent(judged, test) && !isSaidByName(test))
  const failing = [...tests, ...all.filter(isOfServices)].filter(({ matches }) => matches === 'no')
  // Where one is known to fail, those of which nobody knows it may hold: they stay as they are. What the call sets, it can set otherwise.
  const mayHold = failing.length > 0 && !failing.some(({ key = '' }) => isSetByCall(judged, key))
  const stays = ({ matches }: ElementResult): boolean => matches === 'yes' || (matches === 'unknown' && mayHold)
  const kept = tests.map((test) => ({
    test,
    as: stays(test) ? testOf(condition, test) : withOwnValue(judged, layer, test),
  }))
  const moved = all.filter((test) => isAbsent(judged, test)).map((test) => movedTest(judged, condition, test))
  return {
    condition: joinConditions(...kept.map(({ as }) => as), ...moved),
    unmet: kept.filter(({ as }) => as === null).map(({ test }) => test),
    asWritten: tests.filter(stays).flatMap(({ key }) => key ?? []),
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
const boundaryTest = ({ accessCase }: JudgedCase): ConditionJson => {
  const name = accessCase.policies.boundary?.name ?? ''
  return { StringEquals: { [UNDER_BOUNDARY]: parseArn(name) === null ? blankOfKey(UNDER_BOUNDARY) : name } }
}

/** What a new statement of a layer keeps of those that are there. */
export const keptTests = ({ judged, layer, result }: Obstacle, level: number | null): KeptTests => {
  const { action } = judged.accessCase.request
  const misses = missesOf(result, action, level)
  const miss = misses.find(isByTests)
  const kept =
    miss === undefined ? { ...NOTHING_KEPT, ...testsBeside(judged, layer, misses) } : testsOfMiss(judged, layer, miss)
  const isDelegating = layer === 'boundary' && DELEGATES.test(action)
  return isDelegating ? { ...kept, condition: joinConditions(boundaryTest(judged), kept.condition) } : kept
}
