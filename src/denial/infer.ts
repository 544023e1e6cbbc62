import { actionsOfOperation, serviceOfOperation } from '../iam/operations'
import type { FoundCall } from './command-words'
import type { Inferred } from './denial'
import { nearestHint, type Hint } from './find-hints'
import { bucketArn, resourceOfRequest } from '../facts/calls/resource-of-request'
import { partitionOfRegion } from '../iam/partitions'
import { atLevelOf, resourceArnOf, withinBucket } from './resource-forms'
import { serviceOfSource } from '../facts/service-sources'
import { isOfGivenRole, SITUATIONS, type SituationId } from '../facts/situations/situations'
import { receiverOf } from './role-receiver'
import { isNarrower, principalOfPrefix, servicePrincipalOf } from './service-callers'
import type { Implied, DenialSentence } from './denial-sentence'
import type { Surroundings } from './surroundings'
import { isAccountId, parseArn, serviceOfArn } from '../iam/arn'
import { onlyOne } from '../text/only-one'

interface Said {
  readonly principal: string | null
  readonly action: string | null
  readonly resource: string | null
  readonly operation: string | null
  readonly code: string | null
  readonly service: string | null
  readonly statement: DenialSentence
  readonly near: Surroundings
}

/** The fields of an ARN that name the Region and the account, where they are really there. */
function arnFields(arn: string | null): { region?: string; account?: string } {
  const { region = '', account = '' } = parseArn(arn ?? '') ?? {}
  return {
    ...(/^[a-z]{2,4}(?:-[a-z]+)+-\d$/.test(region) ? { region } : {}),
    ...(isAccountId(account) ? { account } : {}),
  }
}

/** Operations of KMS itself, where the service that was called is another one that uses a key. */
const OF_KMS =
  /Key|Grant|Alias|^(?:Decrypt|Encrypt|ReEncrypt|Sign|Verify|GenerateRandom|GenerateMac|VerifyMac|DeriveSharedSecret)$/
const READS = /^(?:Get|Read|Receive|Describe|List|BatchGet|Query|Scan|Head|Invoke|Start|Run)/

/** The actions of the operation that the text names. What uses a KMS key reads with it or writes with it. */
function actionsOf(service: string, name: string, isOperation: boolean): readonly string[] {
  // A service that could not assume a role passes on what STS said.
  if (name === 'AssumeRole') return ['sts:AssumeRole']
  if (service === 'kms' && isOperation && !OF_KMS.test(name))
    return READS.test(name) ? ['kms:Decrypt'] : ['kms:GenerateDataKey']
  return actionsOfOperation(service, name)
}

interface InferredAction {
  readonly action?: string
  readonly service?: string
  readonly furtherActions?: string
}

const listed = (actions: readonly string[]): InferredAction => ({
  ...(actions[0] === undefined ? {} : { action: actions[0] }),
  ...(actions.length > 1 ? { furtherActions: actions.slice(1).join(', ') } : {}),
})

/** Codes of refusals that one service alone has. */
const SERVICE_OF_CODE: readonly (readonly [code: RegExp, service: string])[] = [
  [/^(?:Client\.)?UnauthorizedOperation$/, 'ec2'],
  [/^AuthorizationError(?:Exception)?$/, 'sns'],
  [/^(?:KMS)?AccessDeniedFault$/, 'dms'],
]

const serviceOfCode = (code: string | null): string | undefined =>
  SERVICE_OF_CODE.find(([pattern]) => pattern.test(code ?? ''))?.[1]

/** The service of a call or an operation, as far as something names it. */
function serviceOf({ service, action, operation, code, resource, near: { call } }: Said): string | null {
  const name = action ?? operation
  if (service !== null || name === null) return service
  // What a refusal names without a service is an operation of the service whose resource it names.
  const owner = action === null ? undefined : serviceOfArn(resource ?? '') || undefined
  return (
    serviceOfOperation(name) ?? (call?.operation === name ? call.service : null) ?? owner ?? serviceOfCode(code) ?? null
  )
}

/** The action that words near the sentence name, or that of the operation which they name. */
function actionOfHint({ implies, service: named }: Hint, known: string | null): InferredAction {
  if (implies.action !== undefined) return { action: implies.action }
  const service = known ?? named ?? serviceOfOperation(implies.operation ?? '')
  if (service === null || implies.operation === undefined) return {}
  return { ...listed(actionsOf(service, implies.operation, true)), ...(known === null ? { service } : {}) }
}

/** EC2 alone has a code of its own for a refusal: what a log says of things that it could not do is of EC2 with it, and else of others. */
const isOfCode = ({ isWorded, service }: Hint, code: string | null): boolean =>
  isWorded !== true || (service === 'ec2') === (serviceOfCode(code) === 'ec2')

/** The action of what stands near the sentence, where that is of the sentence's service. */
function actionNearby({ service, statement, code, near: { call, hints } }: Said): InferredAction {
  const tells = ({ implies }: Hint) => implies.action !== undefined || implies.operation !== undefined
  const fits = (one: Hint) => tells(one) && isOf(service, one.service) && isOfCode(one, code)
  const hint =
    nearestHint(hints, statement, (one) => one.isWorded !== true && fits(one)) ?? nearestHint(hints, statement, fits)
  if (hint !== null) return actionOfHint(hint, service)
  if (call === null || !isOf(service, call.service)) return {}
  return {
    ...listed(actionsOfOperation(call.service, call.operation)),
    ...(service === null ? { service: call.service } : {}),
  }
}

/** Is what was refused the request of a service that the sentence names, and not the operation that was called? */
const isOfAnother = ({ implies, situation }: DenialSentence): boolean =>
  implies?.action === undefined &&
  (implies?.principal !== undefined || situation === 'service-refused-somewhere' || isOfRoleAlone(situation))

/** Was it the role that a service works with, and nothing says what that asked for? */
const isOfRoleAlone = (situation: SituationId | undefined): boolean =>
  situation !== undefined && isOfGivenRole(situation) && SITUATIONS[situation].actions === undefined

function inferAction(said: Said): InferredAction {
  const { action, operation, statement } = said
  const service = serviceOf(said)
  if (action !== null && action.includes(':')) {
    const [prefix = '', name = ''] = action.split(':')
    const plain = `${prefix.toLowerCase()}:${name}`
    return plain === action ? {} : { action: plain }
  }
  const implied = statement.implies?.action
  if (action === null && implied !== undefined) return { action: implied }
  if (action === null && isOfAnother(statement)) return {}
  const name = action ?? operation
  if (name === null) {
    const found = actionNearby(said)
    return isNotOfRole(found.action, statement) ? {} : found
  }
  if (service === null || !/^\w+$/.test(name)) return service !== said.service && service ? { service } : {}
  const actions = actionsOf(service, name, action === null)
  return {
    ...listed(action === null ? actions.filter((one) => canBe(one, statement)) : actions),
    ...(said.service === null ? { service } : {}),
  }
}

/** Is an action one that the situation is about? The operation that was called can be of the service that asked another one. */
function canBe(action: string, { situation }: DenialSentence): boolean {
  const { actions = [] } = situation === undefined ? {} : SITUATIONS[situation]
  return actions.length === 0 || actions.includes(action)
}

/** Does a sentence say whose role was refused, and is an action none of those that it asks for? */
const isNotOfRole = (action: string | undefined, statement: DenialSentence): boolean =>
  statement.situation !== undefined &&
  isOfGivenRole(statement.situation) &&
  action !== undefined &&
  !canBe(action, statement)

/** Is the call near such a sentence people's own, to see what had become of it? */
const isMadeByHand = ({ statement, near: { call } }: Said): boolean =>
  call !== null && isNotOfRole(actionsOfOperation(call.service, call.operation)[0], statement)

const prefixOf = (action: string | undefined): string | null => /^([\w-]+):/.exec(action ?? '')?.[1] ?? null

const isOf = (known: string | null, service: string | null): boolean =>
  known === null || service === null || known === service

/** What a copy reads is its source: its tags, and whether it is there. */
const READS_SOURCE = /^(?:Get|Head)Object/

/** The resource that the parameters of the call name. */
function resourceOfCall({ service, parameters }: FoundCall, account: string, isOfSource: boolean): string | null {
  const text = (name: string): string | null => {
    const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined
    return typeof value === 'string' ? value : null
  }
  const region = text('region') ?? ''
  const source = isOfSource ? text('copySource') : null
  if (source !== null) return bucketArn(source.replace(/^\//, ''), null, partitionOfRegion(region))
  return resourceOfRequest(service, { partition: partitionOfRegion(region), region, account }, text)
}

/** What the call hands to a service, where that service may not use it: the only one of its kind among the parameters. */
function handedTo({ parameters }: FoundCall, service: string | null, { situation }: DenialSentence): string | null {
  const row = situation === undefined ? undefined : SITUATIONS[situation]
  if (row?.decides !== 'resource' || row.service !== service) return null
  const values = Object.values(parameters).filter((value) => typeof value === 'string')
  return onlyOne(values.filter((value) => parseArn(value)?.service === service)) ?? null
}

/** Does a sentence follow what a tool says before it of the same thing, as in `copy failed: s3://logs/a An error occurred`? */
const isOfSentence = ({ range: [, end] }: Hint, { start }: DenialSentence): boolean => start >= end && start - end <= 80

/** The resource, as an ARN where the text names it otherwise; else the one that stands nearest. */
function inferResource(said: Said, action: string | null, account: string): string | null {
  const { statement, near } = said
  const service = prefixOf(action ?? undefined) ?? said.service
  const named = said.resource === null ? null : resourceArnOf(said.resource, service)
  const own =
    statement.implies?.resource ?? (named === null || named === said.resource ? named : withinBucket(named, action))
  if (own !== null) return own === said.resource ? null : own
  if (isOfAnother(statement) || (said.resource !== null && !/^https?:/.test(said.resource))) return null
  if (isMadeByHand(said)) return null
  const hint = nearestHint(
    near.hints,
    statement,
    (one) => one.implies.resource !== undefined && isOf(service, one.service),
  )
  const call = near.call && isOf(service, near.call.service) ? near.call : null
  if (near.call !== null && call === null && hint === null) return handedTo(near.call, service, statement)
  const isOfSource = READS_SOURCE.test(said.operation ?? '')
  const fromCall = call && resourceOfCall(call, account, isOfSource)
  const isNearer =
    hint !== null && (fromCall === null || hint.range[0] > (call?.range[0] ?? 0) || isOfSentence(hint, statement))
  const hinted = isOfSource ? (hint?.implies.source ?? hint?.implies.resource) : hint?.implies.resource
  const found = isNearer ? (hinted ?? null) : fromCall
  return found === null ? null : atLevelOf(found, action)
}

/** Does a sentence say that a service can't work with a role, and not which service? */
const isHandedOver = ({ situation }: DenialSentence): boolean =>
  situation === 'service-may-not-assume' || situation === 'service-role-unfit' || situation === 'import-role'

/** The service that a role was handed to: the one that was called. */
function takerOf({ operation, service, near: { call } }: Said): string | null {
  const prefix = (operation === null ? null : serviceOfOperation(operation)) ?? service ?? call?.service ?? null
  const principal = prefix === null || prefix === 'iam' ? null : principalOfPrefix(prefix)
  return principal === null ? null : (receiverOf(operation, principal) ?? principal)
}

/** A caller that the text does not name as IAM does. */
function inferPrincipal(said: Said, action: string | null): string | null {
  const { principal, operation, statement, near } = said
  const implied = statement.implies?.principal
  if (principal !== null) {
    const called = prefixOf(action ?? undefined) ?? null
    const named = servicePrincipalOf(principal, called) ?? serviceOfSource(principal, called ?? '')
    return implied !== undefined && isNarrower(implied, named ?? undefined) ? implied : named
  }
  if (implied !== undefined && statement.situation === 'service-may-not-assume')
    return receiverOf(operation, implied) ?? implied
  if (implied !== undefined) return implied
  if (isHandedOver(statement)) return takerOf(said)
  const hint = nearestHint(near.hints, statement, (one) => one.implies.principal !== undefined)
  if (hint && isOf(prefixOf(action ?? undefined), hint.service)) return hint.implies.principal ?? null
  return near.call?.isUnsigned === true ? 'anonymous' : null
}

/** What follows from the parts of a denial, its words and what stands near it, without being written in it. */
export function infer(said: Said): Inferred {
  const of = { principal: arnFields(said.principal), resource: arnFields(said.resource) }
  const region = of.resource.region
  const resourceAccount = of.resource.account
  const byAction = inferAction(said)
  const action = byAction.action ?? said.action
  const caller = inferPrincipal(said, action)
  const account = of.principal.account ?? arnFields(caller).account ?? ''
  const implied: Implied = {
    ...given('principal', caller),
    ...given('resource', inferResource(said, action, account)),
  }
  return {
    ...byAction,
    ...implied,
    ...(region === undefined ? {} : { region }),
    ...(of.principal.account === undefined ? {} : { principalAccount: of.principal.account }),
    ...(resourceAccount === undefined ? {} : { resourceAccount }),
  }
}

const given = <Name extends string>(name: Name, value: string | null): Partial<Record<Name, string>> =>
  value === null ? {} : ({ [name]: value } as Record<Name, string>)
