import { isArnOf } from '../../iam/arn'
import { assumedWith } from '../../facts/assumed-with'
import { nameOfAction, serviceOfAction, writtenAction } from '../../iam/action'
import type { RequestPrincipal } from '../../iam/principal'
import type { Reach } from '../../policy/reach'
import { documentRow } from '../../policy/policy-documents'
import { roleTakerOf, takerOfCaller } from '../../facts/calls/needs-of-call'
import { takerInText } from '../../facts/calls/taker-in-text'
import { serviceOfOperation } from '../../iam/operations'
import { fieldsOf } from '../../text/fields'
import { onlyOne } from '../../text/only-one'
import { joinConditions, testsIn, type ConditionJson } from './condition-json'
import { granteeElsewhere } from './launching-role'
import { namedRole, principalTest } from './named-role'
import { saysSource, sourceTest } from './service-source'
import { takerInPolicies } from './taker-in-policies'
import { tokenTests } from './token-tests'
import type { JudgedCase } from '../judged-case'
import { contextValue, stepFacts } from '../steps/step-facts'
import { only } from '../../policy/reach'
import { layersWhere, type Layer } from '../../iam/layers'
import { capital } from '../../text/letter-case'

/** A statement as JSON, in the order in which people write it. */
export type StatementJson = Readonly<Record<string, unknown>>

interface Named {
  readonly principal: unknown
  readonly condition: ConditionJson | null
  /** For the reach: the principal's ARN, where it is one. */
  readonly arn: string | null
}

/** Says for which resource or account a service acts. https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html */
const SOURCES = [
  ['ArnLike', 'aws:SourceArn'],
  ['StringEquals', 'aws:SourceAccount'],
] as const

const ofProvider = ({ accessCase, evaluation }: JudgedCase, caller: RequestPrincipal): Named => ({
  principal: { Federated: caller.text },
  condition: tokenTests(accessCase.request.action, caller.text, (key) => contextValue(evaluation.context, key)),
  arn: null,
})

const ofService = (judged: JudgedCase, caller: RequestPrincipal, layer: Layer): Named => {
  const tests = SOURCES.flatMap(([operator, key]) => {
    const value = contextValue(judged.evaluation.context, key)
    return value === null ? [] : [[operator, { [key]: value }] as const]
  })
  return {
    principal: { Service: caller.text },
    condition:
      tests.length > 0
        ? Object.fromEntries(tests)
        : sourceTest(judged, layer, caller.text, judged.accessCase.request.action),
    arn: null,
  }
}

/** How a resource-based policy names the caller; null where nobody signs the request: nobody is let in unsigned. */
const namedCaller = (judged: JudgedCase, layer: Layer): Named | null => {
  const { caller, entity } = stepFacts(judged)
  // An ARN with a gap behind a colon, as a picture is read, is none that a policy takes.
  if (caller === null || /:\s/.test(caller.text)) return null
  if (caller.kind === 'identityProvider') return ofProvider(judged, caller)
  if (caller.kind === 'service') return ofService(judged, caller, layer)
  if (caller.kind === 'anonymous') return null
  const arn = entity?.arn ?? caller.text
  // A version of a layer is given to accounts alone. https://docs.aws.amazon.com/lambda/latest/api/API_AddLayerVersionPermission.html
  const isOfLayer = isArnOf(judged.accessCase.request.resource, 'lambda', 'layer:')
  const root = `arn:${caller.partition ?? 'aws'}:iam::${caller.account ?? ''}:root`
  return isOfLayer && caller.account
    ? { principal: { AWS: root }, condition: null, arn: root }
    : { ...namedRole(arn), arn }
}

/**
 * The resource of a request as a pattern that covers it: a `*` in it is AWS's own, as in "instance/*"; a `${` is none of
 * a variable, but for one that stands for something unknown, which is the same in a policy.
 */
export const exactly = ({ accessCase: { request, holes = [] } }: JudgedCase, hasVariables: boolean): string =>
  hasVariables && !holes.some((hole) => hole.startsWith('${') && request.resource.includes(hole))
    ? request.resource.replaceAll('${', '${$}{')
    : request.resource

const sidOf = (action: string): string => {
  const name = nameOfAction(action).replace(/[^a-z0-9]/gi, '')
  return `Allow${capital(name)}`
}

/** The least statement that lets the request pass a layer, and what it reaches; null where none can be named. */
export interface LeastStatement {
  readonly statement: StatementJson
  readonly reach: Reach
}

const grant = (action: string, taken: string): StatementJson => {
  const sid = sidOf(action)
  return { ...(taken.includes(`"${sid}"`) ? {} : { Sid: sid }), Effect: 'Allow' }
}

/** Endpoint policies name principals by condition. https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html */
const throughEndpoint = (judged: JudgedCase): Named => {
  const arn = contextValue(judged.evaluation.context, 'aws:PrincipalArn')
  if (arn === null) return { principal: '*', condition: null, arn }
  const { is, value } = principalTest(arn)
  return { principal: '*', condition: { [is]: { 'aws:PrincipalArn': value } }, arn }
}

/** Layers whose statements name a principal. */
const NAMES_PRINCIPAL: Readonly<Record<Layer, ((judged: JudgedCase, layer: Layer) => Named | null) | null>> = {
  identity: null,
  resource: namedCaller,
  trust: namedCaller,
  boundary: null,
  session: null,
  scp: null,
  // Its Allow is implied: no statement is added to let a request pass.
  rcp: null,
  endpoint: throughEndpoint,
}

/** The values that a request has to carry for a condition, but for the caller’s. */
export const whenOf = (condition: ConditionJson | null): Reach['when'] =>
  testsIn(condition)
    .filter(([key]) => key !== 'aws:PrincipalArn')
    .map(([key, values]) => ({ key, values }))

/** Layers that give whoever has them the right to hand a role to a service. */
const HANDS_ROLES: readonly Layer[] = layersWhere({
  identity: true,
  resource: false,
  trust: false,
  boundary: true,
  session: true,
  scp: true,
  rcp: false,
  endpoint: false,
})

/** What stands for the service that gets a role, where the call does not say it. */
const UNNAMED_TAKER = '<service that gets the role>'

/** So much of a text is looked through. */
const MOST_READ = 20_000

/** Commands and settings that hand CloudFormation the role with which it works on a stack. */
const OF_STACK =
  /\bdeploymentRole\s*:|\bcloudformation (?:deploy|create-stack|update-stack|create-change-set)\b[^\n]{1,400}--role-arn\b|\bcdk deploy\b[^\n]{0,400}\s(?:--role-arn|-r)\s/

const takerInCommand = (text: string): string | undefined =>
  OF_STACK.test(text.slice(0, MOST_READ)) ? 'cloudformation.amazonaws.com' : undefined

/** The service that the call hands a role to; null: nothing says it. */
export const roleTaker = (judged: JudgedCase): string | null => {
  const { denial, evaluation, accessCase } = judged
  const called = denial?.operation ?? ''
  return (
    contextValue(evaluation.context, 'iam:PassedToService') ??
    roleTakerOf(`${serviceOfOperation(called)}:${called}`) ??
    takerInCommand(accessCase.error ?? '') ??
    takerInText(accessCase.error ?? '')?.taker ??
    takerOfCaller(accessCase.request.principal, accessCase.request.resource) ??
    takerInPolicies(judged) ??
    null
  )
}

/** The service of a role that is linked to it, as the ARN of the role has it; null: nothing says it. */
const linkedServiceOf = ({ accessCase: { request }, evaluation }: JudgedCase): string | null =>
  contextValue(evaluation.context, 'iam:AWSServiceName') ??
  /:role\/aws-service-role\/([\w.-]+\.amazonaws\.com)\//.exec(request.resource)?.[1] ??
  null

/** The services that give out bearer tokens of STS, by the words that tell them. */
const TOKEN_SERVICES = [
  { told: /codeartifact/i, service: 'codeartifact.amazonaws.com' },
  { told: /ecr-public|public\.ecr/i, service: 'ecr-public.amazonaws.com' },
] as const

/** The service that a bearer token is for; null: nothing says it. */
const tokenServiceOf = ({ accessCase, evaluation }: JudgedCase): string | null =>
  contextValue(evaluation.context, 'sts:AWSServiceName') ??
  onlyOne(
    TOKEN_SERVICES.filter(({ told }) => told.test((accessCase.error ?? '').slice(0, MOST_READ))).map(
      ({ service }) => service,
    ),
  ) ??
  null

/** Whom a grant is for, where the text shows the command that makes it, or another account has to make it. */
const granteeOf = (judged: JudgedCase): string | null =>
  /--grantee-principal[ =]["']?(arn:[\w+=,.@:/-]{10,300})/.exec(
    (judged.accessCase.error ?? '').slice(0, MOST_READ),
  )?.[1] ?? granteeElsewhere(judged)

/**
 * Tests that a statement with an action has to have, whatever it is for: without it a role could be handed to any service.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 * https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-grant-is-for-aws-resource
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/create-service-linked-role.html
 * https://docs.aws.amazon.com/codeartifact/latest/ug/auth-and-access-control-permissions-reference.html
 * https://docs.aws.amazon.com/codebuild/latest/userguide/auth-and-access-control-iam-identity-based-access-control.html
 */
const testsOfAction = (judged: JudgedCase, layer: Layer, action: string): ConditionJson | null => {
  const lower = action.toLowerCase()
  if (lower === 'iam:passrole' && HANDS_ROLES.includes(layer))
    return { StringEquals: { 'iam:PassedToService': roleTaker(judged) ?? UNNAMED_TAKER } }
  if (lower === 'iam:createservicelinkedrole' && HANDS_ROLES.includes(layer))
    return { StringEquals: { 'iam:AWSServiceName': linkedServiceOf(judged) ?? '<service of the role>' } }
  if (lower === 'sts:getservicebearertoken' && HANDS_ROLES.includes(layer))
    return { StringEquals: { 'sts:AWSServiceName': tokenServiceOf(judged) ?? '<service of the token>' } }
  // Without it another account’s service could be let into the network.
  if (lower === 'ec2:createnetworkinterfacepermission' && HANDS_ROLES.includes(layer))
    return { StringEquals: { 'ec2:AuthorizedService': networkUser(judged) } }
  // Who makes a grant gives the key to whoever it names: to this one, and to no other.
  const grantee = lower === 'kms:creategrant' ? granteeOf(judged) : null
  if (grantee !== null) return { StringEquals: { 'kms:GranteePrincipal': grantee } }
  // A service makes the grant for the caller: without the test the caller could give the key to anyone.
  const isOfService = lower === 'kms:creategrant' && !/^CreateGrant$/i.test(judged.denial?.operation ?? '')
  return isOfService ? { Bool: { 'kms:GrantIsForAWSResource': 'true' } } : null
}

/** The service that works in the network: whose words they are, where it is one that makes interfaces as a role. */
const networkUser = ({ accessCase }: JudgedCase): string =>
  /codebuild|\bVPC_CLIENT_ERROR\b/i.test((accessCase.error ?? '').slice(0, MOST_READ))
    ? 'codebuild.amazonaws.com'
    : '<service that works in the network>'

/** The tests of an action without those of keys that other tests have already. */
const withoutKept = (tests: ConditionJson | null, kept: ConditionJson | null): ConditionJson | null => {
  const there = new Set(testsIn(kept).map(([key]) => key.toLowerCase()))
  const isThere = testsIn(tests).some(([key]) => there.has(key.toLowerCase()))
  return isThere ? null : tests
}

/** A statement that a table has for an action, with the tests that the action has to have. */
export const withTestsOfAction = (judged: JudgedCase, layer: Layer, statement: StatementJson): StatementJson => {
  const { Action: action, Condition: kept } = statement
  const condition = typeof action === 'string' ? testsOfAction(judged, layer, action) : null
  return condition === null
    ? statement
    : { ...statement, Condition: joinConditions(condition, (kept ?? null) as ConditionJson | null) }
}

/** What the element Resource of a statement says, by the kind of the policy; null: it has none. */
export const resourceIn = (layer: Layer, action: string, resource: string): string | null => {
  const row = documentRow(layer, serviceOfAction(action))
  if (row.resource === 'no element') return null
  return row.resource === 'ARN of the resource' ? resource : '*'
}

/** The actions that a trust policy has to allow whom it names together. */
export const actionsTogether = (layer: Layer, principal: unknown, action: string): readonly string[] => {
  const service = fieldsOf(principal)['Service']
  return [action, ...(layer === 'trust' && typeof service === 'string' ? assumedWith(service, action) : [])]
}

/** Builds the least statement for a layer. `taken` is the text it goes into; `kept`: tests that it has besides. */
export const leastStatement = (
  judged: JudgedCase,
  layer: Layer,
  resource: string,
  taken: string,
  kept: ConditionJson | null = null,
): LeastStatement | null => {
  const { action } = judged.accessCase.request
  const caller = NAMES_PRINCIPAL[layer]
  const named = caller === null ? null : caller(judged, layer)
  if (named === null && caller !== null) return null
  const written = resourceIn(layer, action, resource)
  // Of whom a service works for is tested once, as the Allow does it that is there.
  const isTold = named?.arn === null && kept !== null && saysSource({ Condition: kept })
  const ofCaller = isTold ? null : (named?.condition ?? null)
  const condition = joinConditions(withoutKept(testsOfAction(judged, layer, action), kept), kept, ofCaller)
  const actions = actionsTogether(layer, named?.principal, action)
  return {
    statement: {
      ...grant(action, taken),
      ...(named === null ? {} : { Principal: named.principal }),
      Action: actions.length === 1 ? writtenAction(action) : actions,
      ...(written === null ? {} : { Resource: written }),
      ...(condition === null ? {} : { Condition: condition }),
    },
    reach: {
      actions: only(...actions),
      resources: only(written ?? '*'),
      principal: named?.arn ?? null,
      when: whenOf(condition),
    },
  }
}
