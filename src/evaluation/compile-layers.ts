import type { Attachment, LevelReading, PoliciesReading } from '../case/case-reading'
import type { CasePolicy } from '../case/access-case'
import { parsePolicy } from '../policy/parse-policy'
import type { Statement } from '../policy/policy'
import type { Problem } from '../text/problem'
import type { PolicyPlace } from './evaluate-statement'
import type { Layer } from './evaluation'

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

const parsedLayer = (
  layer: Layer,
  state: CompiledLayer['state'],
  levels: readonly LevelReading[],
  hasLevels: boolean,
): CompiledLayer => ({
  layer,
  state,
  levels: levels.map(({ target, policies }, level) => ({
    target,
    policies: policies.map((policy, index) => compilePolicy(policy, layer, hasLevels ? level : null, index)),
  })),
})

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

const plain = (layer: Layer, attached: Attachment<CasePolicy>): CompiledLayer =>
  parsedLayer(
    layer,
    attached.state,
    attached.state === 'given' ? [{ target: '', policies: attached.items }] : [],
    false,
  )

const levelled = (layer: Layer, attached: Attachment<LevelReading>): CompiledLayer =>
  parsedLayer(layer, attached.state, attached.state === 'given' ? attached.items : [], true)

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
