import { ENDPOINT_KEY } from '../../facts/keys/condition-keys'
import { firstInPath, lastInPath, parseArn } from '../../iam/arn'
import { serviceOfAction } from '../../iam/action'
import { SITUATIONS } from '../../facts/situations/situations'
import type { SituationShape } from '../../facts/situations/situation-row'
import type { NextStep } from '../explanation'
import type { ShellCommand } from '../../text/shell-quote'
import { readClaim, settledByClaim } from '../words/claim-reading'
import { LAYER_PHRASES } from '../messages/layers'
import { DRY_RUN, READ_BY_HAND, STEP_MESSAGES, type StepCode } from '../messages/steps'
import { awsDenied, hasQuestion, isJudgeable, type Situation } from '../situation'
import { refusingSetting } from '../words/block-public-access'
import { wholeCase } from '../../case/whole-case'
import { dryRunOf } from './dry-runs'
import { wantedLayers } from './fetch-order'
import { keyStep, lookupDenials, lookupEvents, operationOf } from './key-steps'
import * as fetch from './policy-commands'
import { resourcePolicy } from './resource-commands'
import { literal } from './script'
import { settingSteps } from './block-public-access-steps'
import { accountOrBlank, contextValue, stepFacts, type StepFacts } from './step-facts'
import { canGrant, type Layer } from '../../iam/layers'
import { unsignedCaller } from '../../facts/unsigned-actions'

const PAGES = {
  denied: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html',
  details: 'https://docs.aws.amazon.com/iam-toolbox/latest/APIReference/API_GetRequestAuthorizationDetails.html',
  judged: 'https://docs.aws.amazon.com/iam-toolbox/latest/APIReference/API_GetRequestAuthorizationPolicy.html',
  decode: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html',
  keys: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
  simulator: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_testing-policies.html',
  publicAccess: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
  trail: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/view-cloudtrail-events-cli.html',
} as const

interface Draft {
  readonly code: StepCode
  readonly command: ShellCommand | null
}

/** What a resource-based policy hangs on: the bucket of an object. */
const ownerOfPolicy = (resource: string): string =>
  parseArn(resource)?.service === 's3' ? firstInPath(resource) : resource

const step = (
  facts: StepFacts,
  { code, command }: Draft,
  page: string,
  settles: NextStep['settles'],
  needed: boolean,
): NextStep => {
  const { request } = facts.situation.accessCase
  const isScp = code === 'service-control-policies'
  const words = {
    action: request.action,
    principal: facts.entity?.name ?? request.principal,
    resource: ownerOfPolicy(request.resource),
    account: (isScp ? facts.caller?.account : facts.resource?.account) ?? '',
    policy: lastInPath(facts.situation.denial?.layerPolicyArn ?? ''),
    keys: settles.keys,
    operation: operationOf(facts),
  }
  const isPasted = command !== null && !READ_BY_HAND.has(code)
  const commands = command ? [command] : []
  return { code, sentence: STEP_MESSAGES[code](words), isPasted, commands, settles, needed, page }
}

type LayerSteps = (facts: StepFacts) => readonly Draft[]

/** The id of the policy that AWS names, where it denies explicitly and is of that kind. */
function namedPolicy({ situation: { denial } }: StepFacts, filter: string): string | null {
  const [, kind, id] = /:policy\/o-[a-z0-9]+\/([a-z_]+)\/(p-[a-z0-9]+)$/.exec(denial?.layerPolicyArn ?? '') ?? []
  return denial?.decision === 'explicit' && kind?.toUpperCase() === filter ? (id ?? null) : null
}

const organization =
  (
    code: StepCode,
    filter: 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY',
    account: (facts: StepFacts) => string,
  ) =>
  (facts: StepFacts): readonly Draft[] => {
    const id = namedPolicy(facts, filter)
    if (id !== null) return [{ code: 'organization-policy', command: fetch.organizationPolicy(id) }]
    return account(facts) === '' ? [] : [{ code, command: fetch.organizationPolicies(filter, account(facts)) }]
  }

/** How the policies of each layer are fetched. */
const LAYER_STEPS: Readonly<Record<Layer, LayerSteps>> = {
  identity: ({ entity, globalFlag }) =>
    entity === null
      ? []
      : [
          { code: 'managed-policies', command: fetch.managedPolicies(entity.kind, entity.name, globalFlag) },
          { code: 'inline-policies', command: fetch.inlinePolicies(entity.kind, entity.name, globalFlag) },
          ...(entity.kind === 'user'
            ? [{ code: 'group-policies' as const, command: fetch.groupPolicies(entity.name, globalFlag) }]
            : []),
        ],
  boundary: ({ entity, globalFlag }) =>
    (entity && [
      { code: 'permissions-boundary', command: fetch.boundaryPolicy(entity.kind, entity.name, globalFlag) },
    ]) ||
    [],
  session: (facts) => [{ code: 'session-policies', command: lookupEvents('AssumeRole', facts) }],
  scp: organization('service-control-policies', 'SERVICE_CONTROL_POLICY', ({ caller }) =>
    accountOrBlank(caller?.account ?? ''),
  ),
  rcp: organization('resource-control-policies', 'RESOURCE_CONTROL_POLICY', ({ resource }) => resource?.account ?? ''),
  resource: ({ resource, regionFlag }) => {
    const command = resource && resourcePolicy(resource, regionFlag)
    return [command ? { code: 'resource-policy', command } : { code: 'resource-policy-by-hand', command: null }]
  },
  trust: ({ resource, globalFlag }) => [
    { code: 'trust-policy', command: resource && resourcePolicy(resource, globalFlag) },
  ],
  endpoint: ({ situation, region }) => {
    const endpoint = contextValue(situation.evaluation.context, ENDPOINT_KEY)
    const service = serviceOfAction(situation.accessCase.request.action)
    if (endpoint === null && service === '') return []
    return [{ code: 'endpoint-policy', command: fetch.endpointPolicy(endpoint, service, region) }]
  },
}

/** How the policies of layers are fetched. */
export const layerSteps = (facts: StepFacts, layers: readonly Layer[]): readonly NextStep[] =>
  layers.flatMap((layer) =>
    LAYER_STEPS[layer](facts).map((draft) =>
      step(facts, draft, LAYER_PHRASES[layer].page, { layers: [layer], keys: [] }, true),
    ),
  )

/** One step for all keys that the same row tells. */
export const keyStepsOf = (facts: StepFacts, keys: readonly string[]): readonly NextStep[] =>
  [...new Set(keys.map(keyStep))].map((row) => {
    const told = keys.filter((key) => keyStep(key) === row)
    return step(facts, { code: row.code, command: row.command(facts) }, PAGES.keys, { layers: [], keys: told }, true)
  })

/** What AWS recorded of the denial, with each policy as it was then; none where the message has no id for it. */
export const recordedSteps = (facts: StepFacts): readonly NextStep[] => {
  const { denial, evaluation } = facts.situation
  const settles = evaluation.dependsOn
  const id = denial?.authorizationId
  return id
    ? [
        step(
          facts,
          { code: 'authorization-details', command: fetch.authorizationDetails(id, facts.regionFlag) },
          PAGES.details,
          settles,
          true,
        ),
        step(
          facts,
          { code: 'authorization-policies', command: fetch.authorizationPolicies(id, facts.regionFlag) },
          PAGES.judged,
          settles,
          true,
        ),
      ]
    : []
}

/** AWS's own account of the denial: it can settle everything at once. */
const fromAws = (facts: StepFacts): readonly NextStep[] => {
  const { denial, evaluation } = facts.situation
  const settles = evaluation.dependsOn
  const isCut = denial?.encodedMessageDamaged === true
  // What was decoded is read already.
  const blob = denial?.matchedStatements === undefined && !isCut ? denial?.encodedMessage : undefined
  return [
    ...recordedSteps(facts),
    ...(blob
      ? [step(facts, { code: 'decode-message', command: decodeCommand(blob, facts) }, PAGES.decode, settles, true)]
      : []),
    ...(isCut ? [step(facts, { code: 'encoded-message-cut', command: null }, PAGES.decode, settles, true)] : []),
  ]
}

const decodeCommand = (blob: string, { regionFlag }: StepFacts): ShellCommand =>
  literal([
    ...['aws', 'sts', 'decode-authorization-message', '--encoded-message', blob],
    ...['--query', 'DecodedMessage', '--output', 'text', ...regionFlag],
  ])

/** A session names its role without the path, and the role of a permission set always has one. */
const isWithoutPath = ({ name, arn }: NonNullable<StepFacts['entity']>): boolean =>
  name.startsWith('AWSReservedSSO_') && !arn.includes(':role/aws-reserved/')

const simulate = ({ entity, situation, globalFlag }: StepFacts): ShellCommand | null => {
  const { action, resource } = situation.accessCase.request
  if (entity === null || action === '' || isWithoutPath(entity)) return null
  return literal([
    ...['aws', 'iam', 'simulate-principal-policy', '--policy-source-arn', entity.arn, '--action-names', action],
    ...(resource === '' || resource === '*' ? [] : ['--resource-arns', resource]),
    ...globalFlag,
  ])
}

const confirmations = (facts: StepFacts): readonly NextStep[] => {
  const nothing = { layers: [], keys: [] }
  const drafts: readonly (readonly [Draft, string])[] = [
    [{ code: 'simulate', command: simulate(facts) }, PAGES.simulator],
    [{ code: 'cloud-trail', command: lookupEvents(operationOf(facts), facts) }, PAGES.trail],
  ]
  const dryRun = dryRunOf(facts, operationOf(facts))
  const told = drafts
    .filter(([{ command }]) => command !== null)
    .map(([draft, page]) => step(facts, draft, page, nothing, false))
  if (dryRun === null) return told
  const again = step(facts, { code: 'dry-run', command: dryRun.command }, PAGES.denied, nothing, false)
  return [{ ...again, sentence: DRY_RUN(dryRun) }, ...told]
}

/** The event of a denial whose text does not show the action: it names everything. */
const recentDenials = (facts: StepFacts): readonly NextStep[] => {
  const { denial, accessCase } = facts.situation
  const isTold = accessCase.request.action !== '' || !awsDenied(facts.situation)
  if (isTold || denial?.encodedMessage) return []
  const draft: Draft = { code: 'recent-denials', command: lookupDenials(facts) }
  return [step(facts, draft, PAGES.trail, { layers: [], keys: [] }, true)]
}

/** Is something missing, also with what AWS says? */
const isUndecided = (situation: Situation): boolean => {
  const { decision } = situation.evaluation
  if (decision === 'depends') return settledByClaim(readClaim(situation)) === null
  return decision === 'allowed' && awsDenied(situation)
}

/** Can it be the caller who was refused, and nobody says who that is? Who has no credentials of AWS yet, a service or a vendor, can't ask AWS for its name. */
function isOfCaller({ accessCase, denial, error }: Situation): boolean {
  const id = (denial ?? error)?.situation
  const { refused = 'caller', isOfNoCall, speaker }: Partial<SituationShape> = id === undefined ? {} : SITUATIONS[id]
  const { action, principal } = accessCase.request
  return (
    isOfNoCall === undefined &&
    speaker !== 'other' &&
    principal === '' &&
    refused === 'caller' &&
    unsignedCaller(action.toLowerCase()) === null
  )
}

/** Keys that the policies here test come before the layers that can only limit: one look at the event can settle them. */
const openSteps = (facts: StepFacts): readonly NextStep[] => {
  const wanted = wantedLayers(facts.situation)
  return [
    ...layerSteps(facts, wanted.filter(canGrant)),
    ...keyStepsOf(facts, facts.situation.evaluation.dependsOn.keys),
    ...layerSteps(
      facts,
      wanted.filter((layer) => !canGrant(layer)),
    ),
  ]
}

/** What to fetch when the evidence is not enough, in order, with commands; and how to confirm the answer. */
export const explainNextSteps = (given: Situation): readonly NextStep[] => {
  const situation = { ...given, accessCase: wholeCase(given.accessCase) }
  const facts = stepFacts(situation)
  if (refusingSetting(situation) !== null) {
    return settingSteps(facts).map((one) => step(facts, one, PAGES.publicAccess, { layers: [], keys: [] }, false))
  }
  if (!hasQuestion(situation)) {
    const command = literal(['aws', 'sts', 'get-caller-identity'])
    const whoAmI = step(facts, { code: 'who-am-i', command }, PAGES.denied, { layers: ['identity'], keys: [] }, true)
    return [
      ...fromAws(facts),
      ...recentDenials(facts),
      ...(isOfCaller(situation) ? [whoAmI] : []),
      ...(isJudgeable(situation) && isUndecided(situation) ? openSteps(facts) : []),
      ...confirmations(facts),
    ]
  }
  const isOpen = isUndecided(situation)
  return [...fromAws(facts), ...(isOpen ? openSteps(facts) : []), ...confirmations(facts)]
}
