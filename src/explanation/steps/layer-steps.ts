import { GLOBAL_KEYS_PAGE } from '../../iam/aws-docs'
import { howDenied } from '../../denial/denial'
import { ENDPOINT_KEY } from '../../facts/keys/condition-keys'
import { takesNoPolicy } from '../../facts/without-policy'
import { firstInPath, lastInPath, parseArn } from '../../iam/arn'
import { serviceOfAction } from '../../iam/action'
import type { NextStep } from '../explanation'
import type { ShellCommand } from '../../text/shell-quote'
import { LAYER_PHRASES } from '../messages/layers'
import { READ_BY_HAND, STEP_MESSAGES, type StepCode } from '../messages/steps'
import { callOfSession, keyStep, lookupEvents, recordedCall } from './key-steps'
import * as fetch from './policy-commands'
import { resourcePolicy } from './resource-commands'
import { accountOrBlank, contextValue, type StepFacts } from './step-facts'
import type { Layer } from '../../iam/layers'

/** A step before its sentence. */
export interface StepDraft {
  readonly code: StepCode
  readonly command: ShellCommand | null
}

/** What a resource-based policy hangs on: the bucket of an object. */
const ownerOfPolicy = (resource: string): string =>
  parseArn(resource)?.service === 's3' ? firstInPath(resource) : resource

/** A step with its sentence. */
export const nextStepOf = (
  facts: StepFacts,
  { code, command }: StepDraft,
  page: string,
  settles: NextStep['settles'],
  needed: boolean,
): NextStep => {
  const { request } = facts.judged.accessCase
  const isScp = code === 'service-control-policies'
  const words = {
    action: request.action,
    principal: facts.entity?.name ?? request.principal,
    resource: ownerOfPolicy(request.resource),
    account: (isScp ? facts.caller?.account : facts.resource?.account) ?? '',
    policy: lastInPath(facts.judged.denial?.layerPolicyArn ?? ''),
    keys: settles.keys,
    operation: recordedCall(facts),
  }
  const isPasted = command !== null && !READ_BY_HAND.has(code)
  const commands = command ? [command] : []
  return { code, sentence: STEP_MESSAGES[code](words), isPasted, commands, settles, needed, page }
}

type LayerSteps = (facts: StepFacts) => readonly StepDraft[]

/** The id of the policy that AWS names, where it denies explicitly and is of that kind. */
function namedPolicy({ judged: { denial } }: StepFacts, filter: string): string | null {
  const [, kind, id] = /:policy\/o-[a-z0-9]+\/([a-z_]+)\/(p-[a-z0-9]+)$/.exec(denial?.layerPolicyArn ?? '') ?? []
  return howDenied(denial) === 'explicitDeny' && kind?.toUpperCase() === filter ? (id ?? null) : null
}

const organization =
  (
    code: StepCode,
    filter: 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY',
    account: (facts: StepFacts) => string,
  ) =>
  (facts: StepFacts): readonly StepDraft[] => {
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
  session: (facts) => [{ code: 'session-policies', command: lookupEvents(callOfSession(facts), facts) }],
  scp: organization('service-control-policies', 'SERVICE_CONTROL_POLICY', ({ caller }) =>
    accountOrBlank(caller?.account ?? ''),
  ),
  rcp: organization('resource-control-policies', 'RESOURCE_CONTROL_POLICY', ({ resource }) => resource?.account ?? ''),
  resource: ({ resource, regionFlag, judged: { accessCase } }) => {
    if (takesNoPolicy(accessCase.request.resource, accessCase.request.action)) return []
    const command = resource && resourcePolicy(resource, regionFlag)
    return [command ? { code: 'resource-policy', command } : { code: 'resource-policy-by-hand', command: null }]
  },
  trust: ({ resource, globalFlag }) => [
    { code: 'trust-policy', command: resource && resourcePolicy(resource, globalFlag) },
  ],
  endpoint: ({ judged, region }) => {
    const endpoint = contextValue(judged.evaluation.context, ENDPOINT_KEY)
    const service = serviceOfAction(judged.accessCase.request.action)
    if (endpoint === null && service === '') return []
    return [{ code: 'endpoint-policy', command: fetch.endpointPolicy(endpoint, service, region) }]
  },
}

/** How the policies of layers are fetched. */
export const layerSteps = (facts: StepFacts, layers: readonly Layer[]): readonly NextStep[] =>
  layers.flatMap((layer) =>
    LAYER_STEPS[layer](facts).map((draft) =>
      nextStepOf(facts, draft, LAYER_PHRASES[layer].page, { layers: [layer], keys: [] }, true),
    ),
  )

/** One step for all keys that the same row tells. */
export const keyStepsOf = (facts: StepFacts, keys: readonly string[]): readonly NextStep[] =>
  [...new Set(keys.map(keyStep))].map((row) => {
    const told = keys.filter((key) => keyStep(key) === row)
    return nextStepOf(
      facts,
      { code: row.code, command: row.command(facts) },
      GLOBAL_KEYS_PAGE,
      { layers: [], keys: told },
      true,
    )
  })
