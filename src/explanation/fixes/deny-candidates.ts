import type { ElementResult, StatementResult } from '../../evaluation/evaluation'
import { parseOperator } from '../../iam/condition-operators'
import type { Reach } from '../../policy/reach'
import type { FixCode } from '../messages/fixes'
import { isNegated } from '../messages/conditions'
import { targetPhrase } from '../messages/statements'
import { targetOf } from '../situation'
import { contextValue } from '../steps/step-facts'
import { valueOfNode } from '../../text/json-value'
import type { TextEdit } from '../../text/text-edit'
import { documentAt, edited, type FixCandidate, type Obstacle } from './candidate'
import { memberOf, statementNode, type CaseDocument, type ObjectNode } from '../../case/case-documents'
import { addValue, appendMember, appendStatement, removeItem, renameMember, replaceValue } from './edit-json'
import { exactly } from '../causes/least-statement'
import { only, reachOf } from '../../policy/reach'
import { caseLayerOf, layersWhere } from '../../iam/layers'

/** Does a change lift a Deny? One that only allows does not. */
export const LIFTS_DENY: Readonly<Record<FixCode | 'new-policy', boolean>> = {
  'add-statement': false,
  'add-statement-without-condition': false,
  'new-policy': false,
  'add-action': false,
  'add-resource': false,
  'add-condition-value': false,
  'attach-full-access': false,
  'add-exception': true,
  'exempt-principal': true,
  'take-action-out': true,
  'take-resource-out': true,
  'add-to-not-action': true,
  'add-to-not-resource': true,
  'leave-resource-out': true,
  'leave-action-on-resource-out': true,
  'remove-statement': true,
}

/** A Deny that applies, in the text that it stands in. */
interface DenyIn extends Obstacle {
  readonly deny: StatementResult
  readonly document: CaseDocument
  readonly node: ObjectNode
  readonly all: Reach
}

interface Change {
  readonly code: FixCode
  readonly edits: readonly (TextEdit | null)[]
  readonly reach: Reach
  readonly value: string
}

type Generator = (one: DenyIn) => readonly Change[]

const hasVariables = (text: string): boolean => text.includes('"2012-10-17"')

/** IPv4 and IPv6 addresses as the range of one. */
const asRange = (address: string): string =>
  address.includes('/') ? address : `${address}/${address.includes(':') ? '128' : '32'}`

const valuesNode = (node: ObjectNode, { operator, key }: ElementResult) => {
  const condition = memberOf(node, 'Condition')?.value
  const tests = condition?.kind === 'object' ? memberOf(condition, operator ?? '')?.value : undefined
  return tests?.kind === 'object' ? (memberOf(tests, key ?? '')?.value ?? null) : null
}

/** Everything but some values is denied: the request's value joins them. */
const addException: Generator = ({ deny, document, node, all }) =>
  deny.elements.flatMap((element) => {
    const parsed = element.element === 'Condition' ? parseOperator(element.operator ?? '') : null
    const [value, ...more] = element.actual ?? []
    const values = valuesNode(node, element)
    if (!parsed?.negated || parsed.set !== 'none' || value === undefined || more.length > 0 || !values) return []
    const key = element.key ?? ''
    const written = parsed.family === 'ip' ? asRange(value) : value
    const isPrincipal = key.toLowerCase() === 'aws:principalarn'
    const reach = isPrincipal ? { ...all, principal: value } : { ...all, when: [{ key, values: [value] }] }
    const code = isPrincipal ? ('exempt-principal' as const) : ('add-exception' as const)
    return [{ code, edits: [addValue(document.text, values, written)], reach, value: written }]
  })

/** Layers whose policies are for many principals: one of them can be exempted. */
const FOR_MANY = layersWhere({
  identity: true,
  resource: true,
  trust: true,
  boundary: true,
  session: false,
  scp: true,
  rcp: true,
  endpoint: true,
})

const exemptPrincipal: Generator = ({ situation, layer, deny, document, node, all }) => {
  const arn = contextValue(situation.evaluation.context, 'aws:PrincipalArn')
  const isTested = deny.elements.some(
    ({ key, operator }) => key?.toLowerCase() === 'aws:principalarn' && isNegated(operator ?? ''),
  )
  if (arn === null || isTested || !FOR_MANY.includes(layer)) return []
  const condition = memberOf(node, 'Condition')?.value
  const test = { 'aws:PrincipalArn': arn }
  const tests = condition?.kind === 'object' ? memberOf(condition, 'ArnNotEquals')?.value : undefined
  const edit =
    tests?.kind === 'object'
      ? appendMember(document.text, tests, 'aws:PrincipalArn', arn)
      : condition?.kind === 'object'
        ? appendMember(document.text, condition, 'ArnNotEquals', test)
        : appendMember(document.text, node, 'Condition', { ArnNotEquals: test })
  return [{ code: 'exempt-principal', edits: [edit], reach: { ...all, principal: arn }, value: arn }]
}

/** Takes the one value that applies out of a list; null where others apply as well. */
const takeOut = ({ deny, node }: DenyIn, name: 'Action' | 'Resource'): { edit: TextEdit; value: string } | null => {
  const element = deny.elements.find((one) => one.element === name)
  const list = memberOf(node, name)?.value
  const applying = element?.values.flatMap(({ matches }, index) => (matches === 'yes' ? [index] : [])) ?? []
  const [index, ...others] = applying
  if (list?.kind !== 'array' || list.items.length < 2 || index === undefined || others.length > 0) return null
  const edit = removeItem(list, index)
  return edit && { edit, value: element?.values[index]?.text ?? '' }
}

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
  ({ situation, document, node, all }) => {
    const { action, resource } = situation.accessCase.request
    const member = memberOf(node, name)
    if (member === null || (name === 'NotResource' && resource === '*')) return []
    const value = name === 'NotAction' ? action : exactly(resource, hasVariables(document.text))
    const reach = name === 'NotAction' ? { ...all, actions: only(value) } : { ...all, resources: only(value) }
    const code = name === 'NotAction' ? ('add-to-not-action' as const) : ('add-to-not-resource' as const)
    return [{ code, edits: [addValue(document.text, member.value, value)], reach, value }]
  }

/** A Deny on every resource can leave one out. */
const leaveResourceOut: Generator = ({ situation, document, node, all }) => {
  const { resource } = situation.accessCase.request
  const member = memberOf(node, 'Resource')
  if (member === null || resource === '*' || !isStar(valueOfNode(member.value))) return []
  const value = exactly(resource, hasVariables(document.text))
  const edits = [renameMember(member, 'NotResource'), replaceValue(document.text, member.value, value)]
  return [{ code: 'leave-resource-out', edits, reach: { ...all, resources: only(value) }, value }]
}

const isStar = (value: unknown): boolean =>
  value === '*' || (Array.isArray(value) && value.length === 1 && value[0] === '*')

/** A Deny that covers a whole service, or everything, on every resource. */
const coversService = ({ deny, situation }: DenyIn): boolean => {
  const service = situation.accessCase.request.action.split(':')[0]?.toLowerCase() ?? ''
  const action = deny.elements.find(({ element }) => element === 'Action')
  return action?.values.some(({ text }) => text === '*' || text.toLowerCase() === `${service}:*`) ?? false
}

/** Layers in which a Deny may use NotAction. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html */
const TAKES_NOT_ACTION = layersWhere({
  identity: true,
  resource: true,
  trust: false,
  boundary: true,
  session: true,
  scp: true,
  rcp: false,
  endpoint: false,
})

/** Splits a Deny in two: all other resources, and all other actions on this one. */
const leaveActionOnResourceOut: Generator = (one) => {
  const { situation, layer, document, node, all } = one
  const { action, resource } = situation.accessCase.request
  const member = memberOf(node, 'Resource')
  const isWide = TAKES_NOT_ACTION.includes(layer) && coversService(one)
  if (member === null || resource === '*' || !isStar(valueOfNode(member.value)) || !isWide) return []
  const value = exactly(resource, hasVariables(document.text))
  const { Sid: _sid, Action: _action, Resource: _resource, ...rest } = valueOfNode(node) as Record<string, unknown>
  const others = { ...rest, NotAction: action, Resource: value }
  const edits = [
    renameMember(member, 'NotResource'),
    replaceValue(document.text, member.value, value),
    appendStatement(document.text, document.root, others),
  ]
  const reach = { ...all, actions: only(action), resources: only(value) }
  return [{ code: 'leave-action-on-resource-out', edits, reach, value }]
}

/** Takes the whole statement out of several: the widest change. */
const removeStatement: Generator = ({ deny, document, all }) => {
  const held = document.root?.kind === 'object' ? memberOf(document.root, 'Statement')?.value : undefined
  if (held?.kind !== 'array' || held.items.length < 2) return []
  const edit = removeItem(held, deny.statement)
  return [{ code: 'remove-statement', edits: [edit], reach: all, value: '' }]
}

const GENERATORS: readonly Generator[] = [
  addException,
  exemptPrincipal,
  takeActionOut,
  takeResourceOut,
  addToNot('NotAction'),
  addToNot('NotResource'),
  leaveResourceOut,
  leaveActionOnResourceOut,
  removeStatement,
]

/**
 * Changes that may keep a Deny from applying to the request, and to little else. One of which it is not known whether it
 * applies is never taken away as a whole.
 */
export const denyCandidates = (obstacle: Obstacle, deny: StatementResult): readonly FixCandidate[] => {
  const { situation, layer } = obstacle
  const place = { layer: caseLayerOf(layer), level: deny.level, policy: deny.policy }
  const document = documentAt(situation, place)
  const node = document && statementNode(document, deny)
  if (!document || !node) return []
  const one: DenyIn = { ...obstacle, deny, document, node, all: reachOf(node) }
  const generators = deny.matches === 'yes' ? GENERATORS : GENERATORS.filter((one) => one !== removeStatement)
  return generators
    .flatMap((generate) => generate(one))
    .flatMap(({ code, edits, reach, value }) => {
      const after = edited(document, ...edits)
      const where = targetPhrase(targetOf(situation, layer, deny))
      return after === null ? [] : [{ code, place, name: document.name, after, reach, value, where, statement: null }]
    })
}
