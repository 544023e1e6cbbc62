import { keyOfObject, isIdentityArn } from '../../iam/arn'
import { layersWhere } from '../../iam/layers'
import { parsePrincipal } from '../../iam/principal'
import { matchWildcard } from '../../iam/wildcard'
import type { JudgedCase } from '../judged-case'
import type { FixCandidate } from './candidate'
import { valueOfNode } from '../../text/json-value'
import { own } from '../../text/own'
import type { TextEdit } from '../../text/text-edit'
import { isNegated } from '../messages/conditions'
import { only } from '../../policy/reach'
import { contextValue, stepFacts } from '../steps/step-facts'
import { memberOf, type ObjectNode } from '../../case/case-documents'
import {
  hasVariables,
  isNamed,
  isStar,
  ordered,
  takeOut,
  TAKES_NOT_ACTION,
  type DenyIn,
  type DenyJson,
  type Generator,
} from './deny-edit'
import { addValue, appendMember, renameMember, replaceValue } from './edit-json'
import { exactly } from '../causes/least-statement'
import { lastingResource } from '../../policy/one-off-ids'
import { principalTest } from '../causes/named-role'
import { testedKeys } from './fix-statements'
import { typesBeside } from '../causes/known-resource'

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

/**
 * The caller's ARN where a Deny can leave the caller out: not the root user, and nobody whom the Deny is there for, by a
 * test of the very caller or by its Principal.
 */
const exemptible = ({ judged, deny, node }: Pick<DenyIn, 'judged' | 'deny' | 'node'>): string | null => {
  const arn = contextValue(judged.evaluation.context, 'aws:PrincipalArn') ?? stepFacts(judged).entity?.arn ?? null
  const isAimed = testsOfCaller(deny).some(({ values }) =>
    values.some(({ text, matches }) => matches === 'yes' && isOneName(text)),
  )
  return arn === null || isAimed || arn.endsWith(':root') || onlyPrincipal(node) !== null ? null : arn
}

const testsOfCaller = (deny: DenyIn['deny']): DenyIn['deny']['elements'] =>
  deny.elements.filter(({ key }) => key?.toLowerCase() === 'aws:principalarn')

/** Does it leave out some callers already? Then one more joins them, see `addException`. */
const leavesOutCallers = (deny: DenyIn['deny']): boolean =>
  testsOfCaller(deny).some(({ operator }) => isNegated(operator ?? ''))

/** Does a pattern of an ARN end in the one name that it is for, in whatever account? */
const isOneName = (pattern: string): boolean => !/[*?]/.test(pattern.slice(pattern.lastIndexOf(':')))

/** The one user or role that a statement names; null: it names several, an account, or everyone. */
export const onlyPrincipal = (node: ObjectNode): string | null => {
  const named = memberOf(node, 'Principal')?.value
  const aws = named?.kind === 'object' && named.members.length === 1 ? memberOf(named, 'AWS')?.value : undefined
  const [value, ...more] = aws === undefined ? [] : listOf(valueOfNode(aws))
  const isOne = more.length === 0 && typeof value === 'string' && isIdentityArn(value) && !/[*?$]/.test(value)
  return isOne ? value : null
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

/** Exempts the caller from the whole Deny. */
export const exemptPrincipal: Generator = (one) => {
  const { layer, document, node, all } = one
  const arn = exemptible(one)
  if (arn === null || leavesOutCallers(one.deny) || !FOR_MANY.includes(layer)) return []
  const condition = memberOf(node, 'Condition')?.value
  const { without, value } = principalTest(arn)
  const test = { 'aws:PrincipalArn': value }
  const tests = condition?.kind === 'object' ? memberOf(condition, without)?.value : undefined
  const edit =
    tests?.kind === 'object'
      ? appendMember(document.text, tests, 'aws:PrincipalArn', value)
      : condition?.kind === 'object'
        ? appendMember(document.text, condition, without, test)
        : appendMember(document.text, node, 'Condition', { [without]: test })
  return [{ code: 'exempt-principal', edits: [edit], reach: { ...all, principal: arn }, value: arn }]
}

const isAllOfBucket = (actions: unknown): boolean => {
  const [action, ...others] = listOf(actions)
  return others.length === 0 && typeof action === 'string' && action.toLowerCase() === 's3:*'
}

/** The action taken out of what a statement denies; null where the statement names it together with others only. */
const withoutAction = ({ judged, layer, document, node, deny }: DenyIn): readonly (TextEdit | null)[] | null => {
  const { action } = judged.accessCase.request
  const not = memberOf(node, 'NotAction')
  if (not !== null) return [addValue(document.text, not.value, action)]
  const member = memberOf(node, 'Action')
  if (member === null) return null
  if (isStar(valueOfNode(member.value)))
    return TAKES_NOT_ACTION.includes(layer)
      ? [renameMember(member, 'NotAction'), replaceValue(document.text, member.value, action)]
      : null
  // In the policy of a bucket no other service's action is ever asked for.
  if (layer === 'resource' && isAllOfBucket(valueOfNode(member.value)))
    return [renameMember(member, 'NotAction'), replaceValue(document.text, member.value, action)]
  const taken = takeOut({ deny, node }, 'Action')
  return taken?.value.toLowerCase() === action.toLowerCase() ? [taken.edit] : null
}

/** What of the resources a statement denies can be taken out of it, and how. */
interface TakenPart {
  readonly edits: readonly (TextEdit | null)[]
  readonly resource: string
}

/** The resource of the request as an exception names it: an id that never comes again by its pattern. */
const named = (judged: JudgedCase, text: string): string =>
  lastingResource(exactly(judged, hasVariables(text)), judged.accessCase.request.action)

/** The resource taken out of what a statement denies, or the one value of a list that takes it in. */
const withoutResource = ({ judged, document, node, deny }: DenyIn): TakenPart | null => {
  const { resource } = judged.accessCase.request
  if (!isNamed(resource)) return null
  const value = named(judged, document.text)
  const not = memberOf(node, 'NotResource')
  if (not !== null) return { edits: [addValue(document.text, not.value, value)], resource: value }
  const member = memberOf(node, 'Resource')
  if (member === null) return null
  if (isStar(valueOfNode(member.value)))
    return {
      edits: [renameMember(member, 'NotResource'), replaceValue(document.text, member.value, value)],
      resource: value,
    }
  const taken = takeOut({ deny, node }, 'Resource')
  return taken && { edits: [taken.edit], resource: taken.value }
}

/** A statement that goes on denying the part that was taken out to everyone but one principal. */
const exceptFor = (deny: DenyJson, arn: string): DenyJson => {
  const condition = (deny['Condition'] ?? {}) as Readonly<Record<string, DenyJson>>
  const { without, value } = principalTest(arn)
  const tests = (own(condition, without) ?? {}) as Readonly<Record<string, unknown>>
  const [key = 'aws:PrincipalArn'] = Object.keys(tests).filter((one) => /^aws:principalarn$/i.test(one))
  const there = own(tests, key)
  const left = there === undefined ? value : [...listOf(there), value]
  return { ...deny, Condition: { ...condition, [without]: { ...tests, [key]: left } } }
}

/**
 * None where patterns of a bucket's policy cover every object of it, so that to leave one out denies no other; null: they
 * cover some only, or the policy is of one thing, beside which there is none.
 */
const besideInThing = (resource: string, patterns: readonly unknown[]): readonly string[] | null => {
  const key = keyOfObject(resource)
  if (key === null) return null
  const all = `${resource.slice(0, -key.length)}*`
  return patterns.some((pattern) => typeof pattern === 'string' && matchWildcard(pattern, all)) ? [] : null
}

/** What of the action stays denied to the exempted caller: every other resource that the Deny covers; null: there is none. */
const onOtherResources = (one: DenyIn, part: DenyJson, arn: string): DenyJson | null => {
  const { judged, layer, document, node } = one
  const { action, resource } = judged.accessCase.request
  const member = memberOf(node, 'Resource')
  const condition = (part['Condition'] ?? {}) as Readonly<Record<string, DenyJson>>
  const { is, value } = principalTest(arn)
  const tests = own(condition, is) ?? {}
  if (member === null || !isNamed(resource) || Object.keys(tests).some((key) => /^aws:principalarn$/i.test(key)))
    return null
  const written = listOf(valueOfNode(member.value))
  const others = layer === 'resource' ? besideInThing(resource, written) : typesBeside(judged, action, written)
  if (others === null || written.every((pattern) => pattern === resource)) return null
  const name = named(judged, document.text)
  if (name === '*') return null
  const { Resource: _resource, ...rest } = part
  return ordered({
    ...rest,
    NotResource: others.length === 0 ? name : [name, ...others],
    Condition: { ...condition, [is]: { ...tests, 'aws:PrincipalArn': value } },
  })
}

/**
 * Takes the action, or else the resource, out of the Deny, and denies it in a statement of its own to all but the caller:
 * what was denied to others, and to the caller besides this, stays denied.
 */
export const exemptPrincipalFromPart: Generator = (one) => {
  const { judged, layer, document, node, all } = one
  const { action } = judged.accessCase.request
  const arn = exemptible(one)
  if (arn === null || !FOR_MANY.includes(layer)) return []
  const { Sid: _sid, ...whole } = valueOfNode(node) as DenyJson
  const ofAction = withoutAction(one)
  const ofResource = ofAction === null ? withoutResource(one) : null
  const edits = ofAction ?? ofResource?.edits ?? null
  if (edits === null) return []
  const { NotAction: _not, ...rest } = whole
  const { NotResource: _notResource, ...onResources } = whole
  const value = ofResource?.resource ?? named(judged, document.text)
  const part = ofAction === null ? { ...onResources, Resource: value } : { ...rest, Action: action }
  const reach =
    ofAction === null
      ? { ...all, principal: arn, resources: only(value) }
      : { ...all, principal: arn, actions: only(action) }
  const code = ofAction === null ? 'exempt-principal-on-resource' : 'exempt-principal-for-action'
  const made = { code, edits, adds: [exceptFor(ordered(part), arn)], reach, value: arn } as const
  const kept = ofAction === null ? null : onOtherResources(one, part, arn)
  if (kept === null) return [made]
  const narrow = { ...reach, resources: only(value) }
  return [{ ...made, code: 'exempt-principal-for-request', adds: [...made.adds, kept], reach: narrow }]
}

const WITHOUT_PATH = /:role\/[^/*"]+$/

/** Does a change name a role by an ARN that is made from that of its session, without its path? */
export const namesRoleOfSession = (
  { accessCase: { request } }: JudgedCase,
  steps: readonly Pick<FixCandidate, 'code' | 'value' | 'statement'>[],
): boolean =>
  parsePrincipal(request.principal)?.kind === 'roleSession' &&
  !Object.keys(request.context ?? {}).some((key) => key.toLowerCase() === 'aws:principalarn') &&
  steps.some(
    ({ code, value, statement }) =>
      (code.startsWith('exempt-principal') && WITHOUT_PATH.test(value)) ||
      testedKeys(statement ?? {}).some(
        ({ key, values }) => key === 'aws:principalarn' && values.some((one) => WITHOUT_PATH.test(one)),
      ),
  )
