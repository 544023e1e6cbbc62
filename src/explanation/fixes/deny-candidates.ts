import type { StatementResult } from '../../evaluation/evaluation'
import { familyFacts, parseOperator, type OperatorFamily } from '../../iam/condition-operators'
import { caseLayerOf } from '../../iam/layers'
import { fieldsOf } from '../../text/fields'
import { valueOfNode } from '../../text/json-value'
import { parseJson } from '../../text/parse-json'
import { applyEdits, type TextEdit } from '../../text/text-edit'
import type { FixCode } from '../messages/fixes'
import { targetPhrase } from '../messages/statements'
import { only, reachOf } from '../../policy/reach'
import { targetOf } from '../judged-case'
import { asRange } from './address-range'
import { documentAt, edited, type FixCandidate, type Obstacle } from './candidate'
import { memberOf, statementNode } from '../../case/case-documents'
import {
  hasVariables,
  isOneResource,
  isStar,
  ordered,
  takeOut,
  testMember,
  TAKES_NOT_ACTION,
  type DenyIn,
  type DenyJson,
  type Generator,
} from './deny-edit'
import { correctException } from './correct-exception'
import { correctKey } from './correct-key'
import { exemptAbsent } from './exempt-absent'
import { exemptAllowed } from './exempt-allowed'
import { exemptUnsigned } from './exempt-unsigned'
import { addValue, appendStatement, removeItem, renameMember, replaceValue } from './edit-json'
import { exemptPrincipal, exemptPrincipalFromPart, onlyPrincipal } from './exempt-principal'
import { keepToTypes } from './keep-to-types'
import { exactly } from '../causes/least-statement'
import { principalTest } from '../causes/named-role'

/** Does a change lift a Deny? One that only allows does not, nor one that takes away what nobody can meet. */
export const LIFTS_DENY: Readonly<Record<FixCode | 'new-policy', boolean>> = {
  'add-statement': false,
  'new-policy': false,
  'add-action': false,
  'add-resource': false,
  'correct-action': false,
  'correct-resource': false,
  'add-condition-value': false,
  'use-meant-operator': false,
  'use-version': false,
  'correct-test-key': false,
  'correct-test-value': false,
  'attach-full-access': false,
  'add-exception': true,
  'exempt-allowed': true,
  'exempt-services': true,
  'exempt-forwarded': true,
  'join-lists': true,
  'correct-exception': true,
  'correct-key': true,
  'exempt-principal': true,
  'exempt-principal-for-action': true,
  'exempt-principal-for-request': true,
  'exempt-principal-on-resource': true,
  'take-action-out': true,
  'take-resource-out': true,
  'add-to-not-action': true,
  'add-to-not-resource': true,
  'keep-to-types': false,
  'keep-action-to-types': false,
  'leave-resource-out': true,
  'leave-action-on-resource-out': true,
  'remove-statement': true,
}

/** Changes that make a Deny say what it is meant to say. */
export const MENDS: Readonly<Partial<Record<FixCode | 'new-policy', true>>> = {
  'join-lists': true,
  'correct-key': true,
  'correct-exception': true,
  'correct-test-value': true,
}

/** The id of a role, with the name that each of its sessions has behind it. */
const SESSION_OF_ROLE = /^(AROA[A-Z\d]{8,40}:).+$/

/** A value as the exceptions of a Deny write it: a role by its id covers its next sessions too. */
const writtenException = (family: OperatorFamily, key: string, value: string): string => {
  if (family === 'ip') return asRange(value)
  const isId = key.toLowerCase() === 'aws:userid' && familyFacts(family).takesWildcards
  if (isId) return value.replace(SESSION_OF_ROLE, '$1*')
  return key.toLowerCase() === 'aws:principalarn' ? principalTest(value).value : value
}

/** Everything but some values is denied: the request's value joins them. */
const addException: Generator = ({ deny, document, node, all }) =>
  deny.elements.flatMap((element) => {
    const parsed = element.element === 'Condition' ? parseOperator(element.operator ?? '') : null
    const [value, ...more] = element.actual ?? []
    const values = testMember(node, element)?.value
    if (!parsed?.negated || parsed.set !== 'none' || value === undefined || more.length > 0 || !values) return []
    const key = element.key ?? ''
    const isPrincipal = key.toLowerCase() === 'aws:principalarn'
    const written = writtenException(parsed.family, key, value)
    const reach = isPrincipal
      ? { ...all, principal: value }
      : { ...all, when: [{ key, values: [parsed.family === 'ip' ? value : written] }] }
    const code = isPrincipal ? ('exempt-principal' as const) : ('add-exception' as const)
    return [{ code, edits: [addValue(document.text, values, written)], reach, value: written }]
  })

const takeActionOut: Generator = (one) => {
  const taken = takeOut(one, 'Action')
  if (taken === null) return []
  const reach = { ...one.all, actions: only(taken.value) }
  return [{ code: 'take-action-out', edits: [taken.edit], reach, value: taken.value }]
}

const takeResourceOut: Generator = (one) => {
  const taken = takeOut(one, 'Resource')
  if (taken === null) return []
  const reach = { ...one.all, resources: only(taken.value) }
  return [{ code: 'take-resource-out', edits: [taken.edit], reach, value: taken.value }]
}

/** A Not element denies everything else: what is asked joins what it leaves out. */
const addToNot =
  (name: 'NotAction' | 'NotResource'): Generator =>
  ({ judged, document, node, all }) => {
    const { action, resource } = judged.accessCase.request
    const member = memberOf(node, name)
    if (member === null || (name === 'NotResource' && !isOneResource(resource))) return []
    const value = name === 'NotAction' ? action : exactly(judged, hasVariables(document.text))
    const reach = name === 'NotAction' ? { ...all, actions: only(value) } : { ...all, resources: only(value) }
    const code = name === 'NotAction' ? ('add-to-not-action' as const) : ('add-to-not-resource' as const)
    return [{ code, edits: [addValue(document.text, member.value, value)], reach, value }]
  }

/** Does a Deny name the action asked for beside others, so that it can be taken out alone? */
const isOneOfSeveral = (one: DenyIn): boolean =>
  takeOut(one, 'Action')?.value.toLowerCase() === one.judged.accessCase.request.action.toLowerCase()

/** A Deny on every resource can leave one out, where it names no other action that would be let off too. */
const leaveResourceOut: Generator = (one) => {
  const { judged, document, node, all } = one
  const { resource } = judged.accessCase.request
  if (isOneOfSeveral(one)) return []
  const member = memberOf(node, 'Resource')
  if (member === null || !isOneResource(resource) || !isStar(valueOfNode(member.value))) return []
  const value = exactly(judged, hasVariables(document.text))
  const edits = [renameMember(member, 'NotResource'), replaceValue(document.text, member.value, value)]
  return [{ code: 'leave-resource-out', edits, reach: { ...all, resources: only(value) }, value }]
}

/**
 * A Deny of every action there is. Of a Deny of one service the other actions on a resource cannot be written as a
 * `NotAction`: that would deny the actions of every other service on it as well.
 */
const coversEverything = ({ deny }: DenyIn): boolean =>
  deny.elements.find(({ element }) => element === 'Action')?.values.some(({ text }) => text === '*') ?? false

/** Splits a Deny in two: all other resources, and all other actions on this one. */
const leaveActionOnResourceOut: Generator = (one) => {
  const { judged, layer, document, node, all } = one
  const { action, resource } = judged.accessCase.request
  const member = memberOf(node, 'Resource')
  if (member === null || !isOneResource(resource) || !isStar(valueOfNode(member.value))) return []
  const value = exactly(judged, hasVariables(document.text))
  const { Sid: _sid, Action: _action, Resource: _resource, ...rest } = valueOfNode(node) as Record<string, unknown>
  const reach = { ...all, actions: only(action), resources: only(value) }
  const made = { code: 'leave-action-on-resource-out', reach, value } as const
  const taken = takeOut(one, 'Action')
  // Its other actions stay denied everywhere, and this one on every other resource.
  if (taken?.value.toLowerCase() === action.toLowerCase())
    return [{ ...made, edits: [taken.edit], adds: [ordered({ ...rest, Action: action, NotResource: value })] }]
  if (!TAKES_NOT_ACTION.includes(layer) || !coversEverything(one)) return []
  const edits = [renameMember(member, 'NotResource'), replaceValue(document.text, member.value, value)]
  return [{ ...made, edits, adds: [ordered({ ...rest, NotAction: action, Resource: value })] }]
}

/** Takes the whole statement out of several: the widest change. */
const removeStatement: Generator = ({ deny, document, all }) => {
  const held = document.root?.kind === 'object' ? memberOf(document.root, 'Statement')?.value : undefined
  if (held?.kind !== 'array' || held.items.length < 2) return []
  const edit = removeItem(held, deny.statement)
  return [{ code: 'remove-statement', edits: [edit], reach: all, value: '' }]
}

const GENERATORS: readonly Generator[] = [
  keepToTypes,
  addException,
  exemptAllowed,
  exemptPrincipalFromPart,
  exemptPrincipal,
  exemptUnsigned,
  takeActionOut,
  takeResourceOut,
  addToNot('NotAction'),
  addToNot('NotResource'),
  leaveResourceOut,
  leaveActionOnResourceOut,
  removeStatement,
]

/** A statement without its actions, to compare it with others; null: it isn’t a Deny of named actions. */
const besidesAction = (statement: DenyJson): string | null => {
  const { Action, ...rest } = statement
  return rest['Effect'] === 'Deny' && Action !== undefined ? JSON.stringify(ordered(rest)) : null
}

/** The edit that adds the action of a Deny to one that says the same of other actions; null: there is none. */
function intoSameDeny(text: string, statement: DenyJson): TextEdit | null {
  const { root } = parseJson(text)
  const held = root?.kind === 'object' ? memberOf(root, 'Statement')?.value : undefined
  const wanted = besidesAction(statement)
  const { Action: action } = statement
  if (wanted === null || typeof action !== 'string' || held?.kind !== 'array') return null
  for (const node of held.items) {
    const actions = node.kind === 'object' ? memberOf(node, 'Action')?.value : undefined
    if (actions && besidesAction(fieldsOf(valueOfNode(node))) === wanted) return addValue(text, actions, action)
  }
  return null
}

const withStatement = (text: string, statement: DenyJson): string | null => {
  const edit = intoSameDeny(text, statement) ?? appendStatement(text, parseJson(text).root, statement)
  return edit && applyEdits(text, [edit])
}

/**
 * Changes that may keep a Deny from applying to the request, and to little else. One of which it is not known whether it
 * applies is never taken away as a whole.
 */
export const denyCandidates = (obstacle: Obstacle, deny: StatementResult): readonly FixCandidate[] => {
  const { judged, layer } = obstacle
  const place = { layer: caseLayerOf(layer), level: deny.level, policy: deny.policy }
  const document = documentAt(judged, place)
  const node = document && statementNode(document, deny)
  if (!document || !node) return []
  const one: DenyIn = { ...obstacle, deny, document, node, all: { ...reachOf(node), principal: onlyPrincipal(node) } }
  const generators = deny.matches === 'yes' ? GENERATORS : GENERATORS.filter((one) => one !== removeStatement)
  const ofAbsent = exemptAbsent(one)
  const others = ofAbsent.length > 0 ? ofAbsent : generators.flatMap((generate) => generate(one))
  return [...correctKey(one), ...correctException(one), ...others].flatMap(
    ({ code, edits, adds, reach, value, assumes }) => {
      const changed = edited(document, ...edits)
      const after = (adds ?? []).reduce(
        (text: string | null, one) => (text === null ? null : withStatement(text, one)),
        changed,
      )
      const where = targetPhrase(targetOf(judged, layer, deny))
      const sid = fieldsOf(valueOfNode(node))['Sid']
      const named = typeof sid === 'string' && sid !== '' ? { sid } : {}
      const made = { code, place, name: document.name, reach, value, where, statement: null, ...named }
      return after === null ? [] : [{ ...made, after, ...(assumes && { assumes }) }]
    },
  )
}
