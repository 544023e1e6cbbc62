import { splitAction } from '../iam/action'
import { parseArn } from '../iam/arn'
import type { SimulateCustomPolicyRequest, SimulatePrincipalPolicyRequest } from '@aws-sdk/client-iam'
import type { AccessCase, CasePolicy } from '../case/access-case'
import type { ContextEntry } from '../evaluation/evaluation'
import { exclusionList, NO_EXCLUSIONS, type Exclusions } from './exclusions'
import { importTargetOf } from './import-target'

/** What of a case the simulator does not take. Each code has a sentence in `simulation-words.ts`. */
export type LeftOut =
  | 'rcp'
  | 'session'
  | 'endpoint'
  | 'trust'
  | 'resource-star'
  | 'resource-policy-star'
  | 'scp-level-empty'
  | 'scp-levels-many'
  | 'scp-in-principal-mode'
  | 'characters'
  | 'unknown-keys'

/** Why a case cannot be simulated at all. */
export type NotSimulated = 'principal-kind' | 'action-form'

/** The types that the simulator takes for a context key. */
export type ContextType = 'string' | 'numeric' | 'boolean' | 'date' | 'ip' | 'binary'

/** The type of a context key and whether it is multivalued, by the reference; null when it is not known there. */
export type TypeOfKey = (key: string) => { readonly type: ContextType; readonly multivalued: boolean } | null

/** A policy that is sent, by the id under which the simulator names it, and where it stands in the case. */
export interface SentPolicy {
  readonly id: string
  readonly layer: 'identity' | 'boundary' | 'resource'
  readonly policy: number
  readonly text: string
}

interface SimulationInput<Request> {
  readonly request: Request
  readonly sent: readonly SentPolicy[]
  readonly leftOut: readonly LeftOut[]
}

const LEVELS = 7
/** IAM takes tab, line feed, carriage return and U+0020 to U+00FF in a policy, and nothing else. */
const accepted = (text: string): boolean =>
  [...text].every((character) => {
    const code = character.codePointAt(0)!
    return code === 9 || code === 10 || code === 13 || (code >= 32 && code <= 255)
  })

const textOf = (policy: CasePolicy): string =>
  typeof policy.document === 'string' ? policy.document : JSON.stringify(policy.document, null, 2)

/** Does a resource-based policy name `*` as its resource? The simulator refuses such a policy. */
const namesStar = (text: string): boolean => {
  try {
    const { Statement } = JSON.parse(text) as { Statement?: unknown }
    return [Statement].flat().some((statement) => {
      const { Resource } = (statement ?? {}) as { Resource?: unknown }
      return [Resource].flat().includes('*')
    })
  } catch {
    return true
  }
}

/** The user or role that the simulator takes as the caller: a role session stands for its role. */
export function callerArn(accessCase: AccessCase, context: readonly ContextEntry[]): string | null {
  const target = importTargetOf(accessCase.request.principal)
  if (!target) return null
  const known = context.find(({ key }) => key.toLowerCase() === 'aws:principalarn')?.values?.[0]
  return known && importTargetOf(known)?.kind === target.kind ? known : target.arn
}

function contextEntries(context: readonly ContextEntry[], typeOf: TypeOfKey) {
  return context.flatMap(({ key, values }) => {
    if (!values || values.length === 0) return []
    const known = typeOf(key)
    const list = known?.multivalued || values.length > 1
    return [
      {
        ContextKeyName: key,
        ContextKeyValues: [...values],
        ContextKeyType: `${known?.type ?? 'string'}${list ? 'List' : ''}` as const,
      },
    ]
  })
}

const isAssuming = ({ action }: AccessCase['request']): boolean => /^sts:assume/i.test(action)

/** What both simulations share: action, resource, caller, context, boundary and one resource-based policy. */
function shared(accessCase: AccessCase, context: readonly ContextEntry[], typeOf: TypeOfKey) {
  const { request, policies } = accessCase
  const leftOut: LeftOut[] = []
  const sent: SentPolicy[] = []
  const take = (policy: CasePolicy | undefined, id: string, layer: SentPolicy['layer'], index: number): string[] => {
    if (!policy) return []
    const text = textOf(policy)
    if (!accepted(text)) {
      leftOut.push('characters')
      return []
    }
    sent.push({ id, layer, policy: index, text })
    return [text]
  }
  if (policies.rcps?.length) leftOut.push('rcp')
  if (policies.session?.length) leftOut.push('session')
  if (policies.endpoint) leftOut.push('endpoint')
  if (request.otherContext === 'unknown') leftOut.push('unknown-keys')

  let resource: string[] = []
  if (isAssuming(request)) leftOut.push('trust')
  else if (policies.resource) {
    if (request.resource === '*') leftOut.push('resource-star')
    else if (namesStar(textOf(policies.resource))) leftOut.push('resource-policy-star')
    else resource = take(policies.resource, 'ResourcePolicy', 'resource', 0)
  }
  const boundary = take(policies.boundary, 'PermissionsBoundaryPolicyInputList.1', 'boundary', 0)
  const caller = callerArn(accessCase, context)
  const partition = parseArn(request.principal)?.partition ?? 'aws'
  const owner = request.resourceAccount
  return {
    leftOut,
    sent,
    take,
    fields: {
      ActionNames: [request.action],
      ...(request.resource === '*' ? {} : { ResourceArns: [request.resource] }),
      ...(boundary.length ? { PermissionsBoundaryPolicyInputList: boundary } : {}),
      ...(resource.length ? { ResourcePolicy: resource[0] } : {}),
      ...(owner && request.resource !== '*' ? { ResourceOwner: `arn:${partition}:iam::${owner}:root` } : {}),
      ...(caller ? { CallerArn: caller } : {}),
      ContextEntries: contextEntries(context, typeOf),
    },
  }
}

/** Users, roles and their sessions can be simulated; root users, services and anonymous callers cannot. */
export function notSimulated(accessCase: AccessCase): NotSimulated | null {
  if (!importTargetOf(accessCase.request.principal)) return 'principal-kind'
  const { service, name } = splitAction(accessCase.request.action) ?? { service: '', name: '' }
  return service && name && !/[*?:]/.test(name) ? null : 'action-form'
}

/**
 * SimulateCustomPolicy with what stands in the editors: identity-based policies, boundary, SCP levels and one
 * resource-based policy, in one call. https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulateCustomPolicy.html
 */
export function customSimulation(
  accessCase: AccessCase,
  context: readonly ContextEntry[],
  typeOf: TypeOfKey,
): SimulationInput<SimulateCustomPolicyRequest> {
  const { fields, sent, leftOut, take } = shared(accessCase, context, typeOf)
  let next = 1
  const identity = (accessCase.policies.identity ?? []).flatMap((policy, index) => {
    const taken = take(policy, `PolicyInputList.${next}`, 'identity', index)
    next += taken.length
    return taken
  })
  const levels = accessCase.policies.scps ?? []
  const texts = levels.map(({ policies }) => policies.map(textOf))
  let organization: string[][] = []
  if (texts.some((level) => level.length === 0)) leftOut.push('scp-level-empty')
  else if (texts.length > LEVELS) leftOut.push('scp-levels-many')
  else if (texts.flat().every(accepted)) organization = texts
  else leftOut.push('characters')
  return {
    request: {
      ...fields,
      PolicyInputList: identity,
      ...(organization.length
        ? {
            OrderedOrganizationPolicyInputList: organization.map((ServiceControlPolicyInputList) => ({
              ServiceControlPolicyInputList,
            })),
          }
        : {}),
    },
    sent,
    leftOut: [...new Set(leftOut)],
  }
}

/**
 * SimulatePrincipalPolicy with what is attached to the user or role in AWS; the account's own SCPs count there.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
 */
export function principalSimulation(
  accessCase: AccessCase,
  context: readonly ContextEntry[],
  typeOf: TypeOfKey,
  without: Exclusions = NO_EXCLUSIONS,
): SimulationInput<SimulatePrincipalPolicyRequest> {
  const { fields, sent, leftOut } = shared(accessCase, context, typeOf)
  const { PermissionsBoundaryPolicyInputList: _attachedCounts, ...rest } = fields
  const target = importTargetOf(accessCase.request.principal)
  const excluded = exclusionList(accessCase, target, without)
  if (accessCase.policies.scps?.length) leftOut.push('scp-in-principal-mode')
  return {
    request: {
      ...rest,
      PolicySourceArn: target?.arn,
      ...(excluded.length ? { PolicyExclusionList: excluded } : {}),
    },
    sent: sent.filter(({ layer }) => layer === 'resource'),
    leftOut: [...new Set(leftOut)],
  }
}
