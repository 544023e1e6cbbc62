import { layerResult, samePlace, type JudgedCase } from '../judged-case'
import type { Fix } from '../explanation'
import type { Answer } from '../answer'
import type { UnmetReason } from '../messages/unmet-standards'
import { isRefused } from '../../policy/accepted-policy'
import { givesMore } from '../../facts/escalations'
import { isOfVendor } from '../../facts/situations/situations'
import { blanksAsAny } from '../../text/blank'
import { documentRow, isTooLong, whyNotEditable } from '../../policy/policy-documents'
import { isKeyWith } from '../../facts/keys/condition-keys'
import { serviceOfAction } from '../../iam/action'
import { ANY_PART } from '../../iam/any-part'
import { matchWildcard } from '../../iam/wildcard'
import { LAYERS, namesPrincipals, type Layer } from '../../iam/layers'
import { isOutsider, parsePrincipal } from '../../iam/principal'
import { fieldsOf, type Fields, textsOf } from '../../text/fields'
import { isLeftAlone, keepsPolicies } from '../causes/call-first'
import { isForAnyAccount } from '../causes/service-source'
import { missesOf } from '../../evaluation/describe/nearest-miss'
import { meantThings } from '../steps/meant-things'
import { nameChanges } from '../steps/name-changes'
import { requestChanges } from '../steps/request-changes'
import { isUnasked } from './asked-for'
import { LIFTS_DENY, MENDS } from './deny-candidates'
import { isAskedBeneath, resourcesThere, statementsThere, whyNoHelp } from './does-work'
import { isNoTrust, newStatements, testedKeys } from './fix-statements'
import { guardsOf, isBareBeside, isGuardThere, type Guard } from './guards-there'
import { isCovered } from './same-statement'
import type { UnmetStandard } from './too-wide-beside'
import { withOpened } from './opened-by-fix'
import { isToAwsAlone } from './owned-by-aws'
import { meantCall } from './meant-call'
import {
  canCarry,
  dropsGuard,
  isBesideVariable,
  keysOfChanged,
  leavesBranchOut,
  letsOffForm,
  opensOwnParts,
} from './lifted-guard'
import { exemptsPermissionSet } from './permission-set'
import { isUnnamed } from './named-resource'
import { isOfPolicyless, placeFacts } from './policy-place'
import type { FixStandard } from './fix-standard'
import { lastingFor } from './asked-objects'

/** What a standard looks at. */
interface StandardInput {
  readonly judged: JudgedCase
  readonly fix: Fix
  /** Null: the fix is of what policies show, and of no answer. */
  readonly answer: Answer | null
}

interface StandardRow {
  readonly id: FixStandard
  /** Is a fix that fails it left out, or shown behind the others with the reason? */
  readonly then: 'left out' | 'last'
  readonly fails: (input: StandardInput) => UnmetReason | null
}

/** Somebody can edit the policy. */
const canBeDone = ({ judged, fix, answer }: StandardInput): UnmetReason | null => {
  const caller = parsePrincipal(judged.accessCase.request.principal)
  // Whoever calls as a service, with a token, or from a vendor’s account has no policies here to change; a role that the answer names has.
  const isOfCaller = LAYERS[fix.layer].side === 'caller' && answer?.layer !== fix.layer
  if (isOfCaller && ((caller !== null && isOutsider(caller.kind)) || isOfVendor(judged.denial?.situation)))
    return 'no-policies'
  if (isNoTrust(fix)) return 'refused'
  if (answer !== null && answer.layer === fix.layer && isLeftAlone(answer)) return 'policy-of-control-tower'
  if (answer !== null && answer.basis !== 'proven' && isUnasked(judged, fix)) return 'not-asked'
  if (isOfPolicyless(judged, fix)) return 'takes-no-policy'
  const reasons = fix.changes.map(({ name, policy }) =>
    whyNotEditable(placeFacts(judged, fix.layer, policy === null ? '' : name)),
  )
  return reasons.find((reason) => reason !== null) ?? null
}

const isArnOrBlank = (text: unknown): boolean =>
  typeof text !== 'string' || text === '*' || text.startsWith('arn:') || /^[<$%[{]/.test(text)

/** Does a statement name nobody whom it is for? */
const isOfNobody = (statement: Readonly<Record<string, unknown>>): boolean =>
  statement['Principal'] === undefined && statement['NotPrincipal'] === undefined

/** AWS takes the document at its place. */
const isAccepted = ({ judged, fix }: StandardInput): UnmetReason | null => {
  const service = serviceOfAction(judged.accessCase.request.action)
  const grown = fix.changes.some(
    ({ after, before }) => isTooLong(after, fix.layer, service) && !isTooLong(before, fix.layer, service),
  )
  if (grown) return 'too-long'
  if (
    LAYERS[fix.layer].principal === 'required' &&
    fix.changes.some((change) => newStatements(change).some(isOfNobody))
  )
    return 'names-nobody'
  const at = { layer: fix.layer, namedByAws: [judged.accessCase.request.action] }
  if (fix.changes.some(({ before, after }) => isRefused(before === '' ? null : before, after, at))) return 'refused'
  if (fix.statement === null) return null
  const { Resource, Principal } = fix.statement
  const takesResource = documentRow(fix.layer, service).resource !== 'no element'
  if (Resource !== undefined && !takesResource) return 'element-not-taken'
  if (Principal !== undefined && !namesPrincipals(fix.layer)) return 'element-not-taken'
  return [Resource].flat().every(isArnOrBlank) ? null : 'no-arn'
}

/** What a fix changes lets this caller through, as far as this layer goes. */
const works = ({ judged, fix }: StandardInput): UnmetReason | null => whyNoHelp(judged, fix)

const hasTest = (statement: Readonly<Record<string, unknown>>, name: string): boolean =>
  Object.values(fieldsOf(statement['Condition'])).some((tests) =>
    Object.keys(fieldsOf(tests)).some((key) => key.toLowerCase() === name),
  )

/** Does a statement let in everyone? */
const isForEveryone = (layer: Layer, statement: Readonly<Record<string, unknown>>): boolean => {
  const { Principal, Resource } = statement
  // An endpoint grants nobody anything: what it lets everyone reach there is kept to one resource.
  if (layer === 'endpoint' && typeof Resource === 'string' && Resource.startsWith('arn:')) return false
  const named = Principal === '*' ? ['*'] : [fieldsOf(Principal)['AWS']].flat()
  return namesPrincipals(layer) && named.includes('*') && !hasTest(statement, 'aws:principalarn')
}

/** Does a statement allow the action that was asked for? */
const isForAction = (judged: JudgedCase, statement: Fields): boolean =>
  statement['Effect'] === 'Allow' && isCovered(judged.accessCase.request.action, textsOf(statement['Action']))

/** Is the service that a statement lets in let in by another one of the policies for the same action, under a test? */
const isTestedThere = (judged: JudgedCase, layer: Layer, made: Fields): boolean =>
  fieldsOf(made['Principal'])['Service'] !== undefined &&
  statementsThere(judged, layer).some(
    (there) =>
      isForAction(judged, there) &&
      there['Condition'] !== undefined &&
      JSON.stringify(there['Principal']) === JSON.stringify(made['Principal']),
  )

/** Does a statement have none of the tests that guards stand for? Who is named comes in by the name, and needs no test of who it is. */
const stepsOver = (layer: Layer, made: Fields, guards: readonly Guard[]): boolean => {
  const isNamed = !JSON.stringify(made['Principal'] ?? '').includes('<')
  const counts = (key: string) => !isNamed || isGuardThere(layer, key)
  return (
    !testedKeys(made).some(({ key }) => counts(key)) &&
    guards.some(({ keys, isForEveryone }) => keys.some(counts) && !(isNamed && isForEveryone))
  )
}

/** Does a statement let in a service without a test that they have there? */
const isUntestedThere = (judged: JudgedCase, layer: Layer, made: Fields): boolean =>
  namesPrincipals(layer) && testedKeys(made).length === 0 && isTestedThere(judged, layer, made)

/**
 * Does it let the request in without a test, beside a statement that lets the same request in under one? Where policies name
 * callers, the name says who comes in; a service that they let in under a test comes in under that one.
 */
const leavesTestOut = (judged: JudgedCase, fix: Fix): boolean => {
  const result = layerResult(judged.evaluation, fix.layer)
  const isBare = fix.changes.some((change) => newStatements(change).some((one) => isBareBeside(judged, fix.layer, one)))
  if (isBare || result === null) return isBare
  return fix.changes.some((change) => {
    const made = newStatements(change).filter((one) => isForAction(judged, one) && !isToAwsAlone(fix.layer, one))
    const guards = made.length === 0 ? [] : guardsOf(judged, result, change.level)
    return made.some((one) => stepsOver(fix.layer, one, guards) || isUntestedThere(judged, fix.layer, one))
  })
}

/** Is a pattern a part of another one, and not all of it? */
const isWithin = (pattern: string, all: string): boolean => matchWildcard(all, pattern) && !matchWildcard(pattern, all)

/** Is it no wider than the request? */
const isLeast = ({ judged, fix }: StandardInput): UnmetReason | null => {
  const { action, resource } = judged.accessCase.request
  if (fix.codes.includes('remove-statement')) return 'removes-deny'
  if (fix.codes.includes('take-action-out') && fix.reach.actions.patterns.some((one) => one.endsWith('*')))
    return 'takes-service-out'
  if (fix.changes.some((change) => newStatements(change).some((one) => isForAnyAccount(fix.layer, one))))
    return 'any-account'
  if (leavesTestOut(judged, fix)) return 'leaves-test-out'
  if (fix.statement === null) return null
  const statement = fix.statement ?? {}
  if (isForEveryone(fix.layer, statement)) return 'for-everyone'
  if (String(statement['Action']).toLowerCase() === 'iam:passrole' && !hasTest(statement, 'iam:passedtoservice'))
    return 'any-service'
  // What AWS keeps in a bucket of its own has names that come once.
  const pattern = statement['Resource']
  if (isToAwsAlone(fix.layer, statement) || isAskedBeneath(fix, resource, pattern)) return null
  // Of what nobody names a policy means what it says for the same action.
  if (isUnnamed(resource) && resourcesThere(judged, fix.layer, action).includes(String(pattern))) return null
  if (resource.endsWith(ANY_PART) && pattern === resource.replaceAll(ANY_PART, '*')) return null
  if (isUnnamed(resource) && isWithin(String(pattern), blanksAsAny(resource))) return null
  const isOfAction = typeof pattern === 'string' && statement['Action'] === action && resource.startsWith('arn:')
  if (!isOfAction || documentRow(fix.layer, serviceOfAction(action)).resource !== 'ARN of the resource') return null
  const isWider =
    (fix.beyond === undefined ? withOpened(judged, fix) : fix).beyond?.resource ??
    (pattern !== lastingFor(judged, resource, action) &&
      /[*?]/.test(pattern.replace(/\$\{[^}]*\}/g, '')) &&
      matchWildcard(pattern, resource))
  return isWider ? 'wider-than-request' : null
}

/** Layers whose Allows are there to keep people in: to add to them is to loosen what somebody else decided. */
const KEEPS_IN: Readonly<Record<Layer, UnmetReason | null>> = {
  scp: 'loosens-scp',
  rcp: 'loosens-rcp',
  boundary: 'loosens-boundary',
  endpoint: null,
  session: null,
  resource: null,
  trust: null,
  identity: null,
}

/** Does it allow a thing by another name than a statement for the same prescribes, though the call chooses the name? */
const isBesideNames = (judged: JudgedCase, { layer }: Fix): boolean => {
  const result = layerResult(judged.evaluation, layer)
  const [near] = result === null ? [] : missesOf(result, judged.accessCase.request.action)
  return near !== undefined && [nameChanges, meantThings].some((of) => of(judged, near.statement).length > 0)
}

/** Can the call be made so that the Deny of the answer does not apply? */
const canCallChange = (judged: JudgedCase, { layer, fact }: Answer): boolean => {
  const place = fact?.evidence?.place
  const result = layer === 'none' ? null : layerResult(judged.evaluation, layer)
  const deny = place && result?.statements.find((one) => samePlace(one, place))
  return deny !== undefined && requestChanges(judged, deny).length > 0
}

/** Do the tests of a Deny and of the Allow beside it each say where requests may come from, so that the policy means either? */
const isMeantByPolicy = (fix: Fix): boolean =>
  fix.layer === 'resource' &&
  fix.codes.every((code) => code === 'exempt-allowed') &&
  fix.reach.when.every(({ key }) => isKeyWith(key, 'origin')) &&
  keysOfChanged(fix).every((key) => isKeyWith(key, 'origin') || isKeyWith(key, 'setByCaller'))

/** It leaves what others decided as it is. */
const keepsGuards = ({ judged, fix, answer }: StandardInput): UnmetReason | null => {
  if (answer !== null && exemptsPermissionSet(fix))
    return canCallChange(judged, answer) ? 'call-can-change' : 'for-whole-set'
  if (isBesideVariable(fix)) return 'beside-variable'
  if (opensOwnParts(judged, fix)) return 'opens-own-parts'
  if (answer !== null && letsOffForm(fix) && canCallChange(judged, answer)) return 'call-can-change'
  if (answer !== null && canCarry(judged) && dropsGuard(fix)) return 'drops-guard'
  if (isMeantByPolicy(fix)) return null
  const isDeny = fix.codes.some((code) => LIFTS_DENY[code])
  if (fix.layer === 'trust' && meantCall(judged) !== null) return 'for-other-callers'
  if (leavesBranchOut(judged, fix)) return 'leaves-branch-out'
  // What makes a guard say what it is meant to say is its owner's to do, and loosens nothing.
  if (fix.codes.every((code) => MENDS[code])) return 'mends-guard'
  const reason = KEEPS_IN[fix.layer] ?? (isDeny ? 'loosens-deny' : isBesideNames(judged, fix) ? 'beside-names' : null)
  const isWay = reason !== null && givesMore(judged.accessCase.request.action) !== null
  return isWay ? (isDeny && LAYERS[fix.layer].side === 'caller' ? 'lifts-own-fence' : 'escalates') : reason
}

/** It repairs what the answer says. */
const agrees = ({ fix, answer }: StandardInput): UnmetReason | null => {
  if (answer !== null && keepsPolicies(answer)) return 'call-is-wrong'
  if (answer === null || answer.layer === 'none' || answer.decision === 'allowed') return null
  if (fix.layer !== answer.layer) return 'other-layer'
  return fix.isOfOtherCause ? 'other-cause' : null
}

/** What makes a fix worth offering, in the order in which it is looked at. */
export const FIX_STANDARDS: readonly StandardRow[] = [
  { id: 'can be done', then: 'left out', fails: canBeDone },
  { id: 'is accepted', then: 'last', fails: isAccepted },
  { id: 'works', then: 'left out', fails: works },
  { id: 'is least', then: 'left out', fails: isLeast },
  { id: 'keeps guards', then: 'last', fails: keepsGuards },
  { id: 'agrees', then: 'last', fails: agrees },
]

/** What is told where nothing else can be done. */
const SHOWN_ANYWAY: Readonly<Partial<Record<UnmetReason, StandardRow['then']>>> = {
  'takes-service-out': 'last',
  'call-is-wrong': 'left out',
  'call-can-change': 'left out',
  'for-whole-set': 'left out',
  'beside-variable': 'left out',
  'opens-own-parts': 'left out',
  'drops-guard': 'left out',
  'lifts-own-fence': 'left out',
  'names-nobody': 'left out',
}

/** The standards that a fix doesn’t meet, in their order. */
export const unmetStandards = (input: StandardInput): readonly UnmetStandard[] =>
  FIX_STANDARDS.flatMap(({ id, then, fails }) => {
    const reason = fails(input)
    return reason === null ? [] : [{ standard: id, reason, then: SHOWN_ANYWAY[reason] ?? then }]
  })
