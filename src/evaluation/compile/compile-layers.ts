import type { Attachment, LevelReading, PoliciesReading } from '../../case/case-reading'
import type { CasePolicy } from '../../case/access-case'
import type { PolicyType } from '../../iam/policy-types'
import { parsePolicy } from '../../policy/parse-policy'
import type { Statement } from '../../policy/policy'
import type { Problem } from '../../text/problem'
import type { Layer } from '../evaluation'

/** Where the statements of a policy stand, and by what rules they are read. */
export interface PolicyPlace {
  readonly name: string
  readonly type: PolicyType
  readonly variablesOn: boolean
  readonly level: number | null
  readonly policy: number
}

/** One policy of a layer, parsed. */
export interface CompiledPolicy extends PolicyPlace {
  readonly valid: boolean
  readonly statements: readonly Statement[]
  readonly problems: readonly Problem[]
}

/** Policies that are judged together: a level of SCPs or RCPs, or a whole layer. */
export interface CompiledLevel {
  readonly target: string
  readonly policies: readonly CompiledPolicy[]
}

/** A layer: what is attached in it. */
export interface CompiledLayer {
  readonly layer: Layer
  readonly state: 'given' | 'none' | 'unknown'
  readonly levels: readonly CompiledLevel[]
}

const NO_LEVELS: readonly CompiledLevel[] = []

const compiledLevel = (
  layer: Layer,
  target: string,
  level: number | null,
  policies: readonly CasePolicy[],
): CompiledLevel => ({ target, policies: policies.map((policy, index) => compilePolicy(policy, layer, level, index)) })

function compilePolicy(
  { name, document }: CasePolicy,
  layer: Layer,
  level: number | null,
  policy: number,
): CompiledPolicy {
  const { version, valid, statements, problems } = parsePolicy(document, layer)
  const variablesOn = version === '2012-10-17'
  return { name, type: layer, variablesOn, level, policy, valid, statements, problems }
}

function plain(layer: Layer, attached: Attachment<CasePolicy>): CompiledLayer {
  const { state } = attached
  return { layer, state, levels: state === 'given' ? [compiledLevel(layer, '', null, attached.items)] : NO_LEVELS }
}

function levelled(layer: Layer, attached: Attachment<LevelReading>): CompiledLayer {
  const { state } = attached
  if (state !== 'given') return { layer, state, levels: NO_LEVELS }
  const levels = attached.items.map(({ target, policies }, level) => compiledLevel(layer, target, level, policies))
  return { layer, state, levels }
}

/** All layers in AWS's order of reporting; `trust` stands for `resource` where the resource is a role to assume. */
export function compileLayers(policies: PoliciesReading, isTrust: boolean): readonly CompiledLayer[] {
  return [
    levelled('rcp', policies.rcps),
    levelled('scp', policies.scps),
    plain('endpoint', policies.endpoint),
    plain(isTrust ? 'trust' : 'resource', policies.resource),
    plain('identity', policies.identity),
    plain('boundary', policies.boundary),
    plain('session', policies.session),
  ]
}
