import type { ReadLayer, LevelReading, PoliciesReading } from '../../case/case-reading'
import type { CasePolicy } from '../../case/access-case'
import type { Statement } from '../../policy/policy'
import type { PolicyProblem } from '../../policy/policy-messages'
import type { PolicyRef } from '../../case/policy-ref'
import { hasLevels, REPORTING_ORDER, type Layer } from '../../iam/layers'
import { isOfAnotherService } from '../../policy/other-service'
import type { ReadPolicy } from './parsed-policy'

/** What the statements of a policy have in common: where they stand, and by what rules they are read. */
export interface PolicyHeader extends Omit<PolicyRef, 'layer'> {
  readonly name: string
  readonly type: Layer
  readonly variablesOn: boolean
}

/** One policy of a layer, parsed. */
export interface CompiledPolicy extends PolicyHeader {
  readonly valid: boolean
  /** Its text is remembered, and with it these statements. */
  readonly isRemembered: boolean
  readonly statements: readonly Statement[]
  readonly problems: readonly PolicyProblem[]
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
  /** Is what was put here the policy of another kind of resource? */
  readonly isForeign?: true
  readonly levels: readonly CompiledLevel[]
}

/** Reads the policies of one case. */
type ParseDocument = (document: unknown, layer: Layer) => ReadPolicy

const NO_LEVELS: readonly CompiledLevel[] = []

const compiledLevel = (
  layer: Layer,
  target: string,
  level: number | null,
  policies: readonly CasePolicy[],
  parse: ParseDocument,
): CompiledLevel => ({
  target,
  policies: policies.map((policy, index) => compilePolicy(policy, layer, level, index, parse)),
})

function compilePolicy(
  { name, document }: CasePolicy,
  layer: Layer,
  level: number | null,
  policy: number,
  parse: ParseDocument,
): CompiledPolicy {
  const { version, valid, statements, problems, isRemembered = false } = parse(document, layer)
  const variablesOn = version === '2012-10-17'
  return { name, type: layer, variablesOn, level, policy, valid, isRemembered, statements, problems }
}

function flat(layer: Layer, attached: ReadLayer<CasePolicy>, parse: ParseDocument): CompiledLayer {
  const { state } = attached
  return {
    layer,
    state,
    levels: state === 'given' ? [compiledLevel(layer, '', null, attached.items, parse)] : NO_LEVELS,
  }
}

function levelled(layer: Layer, attached: ReadLayer<LevelReading>, parse: ParseDocument): CompiledLayer {
  const { state } = attached
  if (state !== 'given') return { layer, state, levels: NO_LEVELS }
  const levels = attached.items.map(({ target, policies }, level) =>
    compiledLevel(layer, target, level, policies, parse),
  )
  return { layer, state, levels }
}

/** All layers in the order of reporting; `trust` stands for `resource` where the resource is a role to assume. */
export function compileLayers(
  policies: PoliciesReading,
  isTrust: boolean,
  parse: ParseDocument,
): readonly CompiledLayer[] {
  return REPORTING_ORDER.map((layer) =>
    hasLevels(layer)
      ? levelled(layer, policies[layer], parse)
      : flat(layer === 'resource' && isTrust ? 'trust' : layer, policies[layer], parse),
  )
}

/** Layers with a policy of one thing: a resource, a role or the endpoint of a service. */
const OF_ONE_SERVICE: ReadonlySet<Layer> = new Set(['resource', 'trust', 'endpoint'])

/**
 * The layers for a request, where a policy of the resource or of an endpoint that speaks of another service alone counts
 * for none: it is the policy of something else, and that of what is asked for is not given.
 */
export const withoutForeign = (layers: readonly CompiledLayer[], action: string): readonly CompiledLayer[] =>
  layers.map((layer) => {
    if (layer.state !== 'given' || !OF_ONE_SERVICE.has(layer.layer)) return layer
    const policies = layer.levels.flatMap((level) => level.policies)
    const isForeign =
      policies.every(({ valid }) => valid) &&
      isOfAnotherService(
        policies.flatMap(({ statements }) => statements),
        action,
      )
    return isForeign ? { layer: layer.layer, state: 'unknown', levels: NO_LEVELS, isForeign } : layer
  })
