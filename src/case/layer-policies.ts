import { CASE_LAYERS, caseLayerOf, hasLevels, holdsOne, LAYERS, type Layer, type LayerKey } from '../iam/layers'
import { isAccountId } from '../iam/arn'
import type { CaseLevel, CasePolicies, CasePolicy } from './access-case'
import type { PolicyContainer, PolicyTarget } from './policy-ref'

const isList = <T>(value: T | readonly T[]): value is readonly T[] => Array.isArray(value)

const asList = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : isList(value) ? value : [value]

/** The levels of a layer of a case; none where the layer has no levels. */
export const levelsOf = (policies: CasePolicies, layer: Layer): readonly CaseLevel[] =>
  hasLevels(layer) ? (policies[LAYERS[layer].key] ?? []) : []

/** Is it the tree that policies get of which nobody says where they are attached: all of them below a root that allows everything? */
const isAssumedTree = ([root, account, ...others]: readonly CaseLevel[]): boolean =>
  others.length === 0 &&
  root?.target === 'Root' &&
  root.policies.length > 0 &&
  root.policies.every(({ name }) => name === 'FullAWSAccess') &&
  (account?.target === 'Account' || isAccountId(account?.target ?? ''))

/** What a level of a layer is called; null: it has none, or nobody said at which level its policies are. */
export const targetAt = (policies: CasePolicies, layer: Layer, level: number | null): string | null => {
  const levels = level === null ? [] : levelsOf(policies, layer)
  return level === null || isAssumedTree(levels) ? null : (levels[level]?.target ?? null)
}

/** The policies in a container of a case: those of a layer, or of one level of it. */
export const policiesIn = (policies: CasePolicies, { layer, level }: PolicyContainer): readonly CasePolicy[] =>
  hasLevels(layer)
    ? (levelsOf(policies, layer)[level ?? 0]?.policies ?? [])
    : asList<CasePolicy>(policies[LAYERS[layer].key])

/** All policies of a layer of a case, over all its levels. */
export const policiesOfLayer = (policies: CasePolicies, layer: Layer): readonly CasePolicy[] =>
  hasLevels(layer)
    ? levelsOf(policies, layer).flatMap((level) => level.policies)
    : policiesIn(policies, { layer: caseLayerOf(layer), level: null })

const put = (list: readonly CasePolicy[], index: number | null, policy: CasePolicy): readonly CasePolicy[] =>
  index === null
    ? [...list, policy]
    : list.map((one, at) => (at === index ? { ...one, document: policy.document } : one))

/** The policies of a case with another document at a place, or with a new policy there; its layer is then listed. */
export const withPolicy = (policies: CasePolicies, target: PolicyTarget, policy: CasePolicy): CasePolicies => {
  const { layer, level, policy: index } = target
  const { key } = LAYERS[layer]
  const there = put(policiesIn(policies, target), index, policy)
  const held = hasLevels(layer)
    ? levelsOf(policies, layer).map((one, at) => (at === (level ?? 0) ? { ...one, policies: there } : one))
    : holdsOne(layer)
      ? { ...policiesIn(policies, target)[0], ...policy }
      : there
  const { noneAttached } = policies
  return {
    ...policies,
    [key]: held,
    ...(noneAttached && { noneAttached: noneAttached.filter((one) => one !== key) }),
  }
}

/** The same layers with every policy changed. */
export const mapPolicies = (policies: CasePolicies, change: (policy: CasePolicy) => CasePolicy): CasePolicies => {
  const changed: { [K in LayerKey]?: unknown } = {}
  for (const layer of CASE_LAYERS) {
    const { key } = LAYERS[layer]
    if (policies[key] === undefined) continue
    const there = hasLevels(layer)
      ? levelsOf(policies, layer).map((one) => ({ ...one, policies: one.policies.map(change) }))
      : policiesIn(policies, { layer, level: null }).map(change)
    changed[key] = holdsOne(layer) ? there[0] : there
  }
  return { ...policies, ...(changed as CasePolicies) }
}
