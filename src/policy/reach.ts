import { hasWildcard } from '../iam/wildcard'
import type { JsonNode } from '../text/json-node'
import type { ObjectNode } from '../case/case-documents'
import type { Layer } from '../iam/layers'

/** Requests that a fix lets through a gate that they did not pass before: all of these together. */
export interface Reach {
  readonly actions: { readonly not: boolean; readonly patterns: readonly string[] }
  readonly resources: { readonly not: boolean; readonly patterns: readonly string[] }
  /** The one principal it is for; null: everyone whom the policy is for. */
  readonly principal: string | null
  /** Only requests that carry these values. */
  readonly when: readonly { readonly key: string; readonly values: readonly string[] }[]
  /** Keys that the statement goes on testing, besides those of `when`. */
  readonly tests?: readonly string[]
}

type Part = Reach['actions']

const NOTHING_LEFT_OUT: Part = { not: false, patterns: ['*'] }

const textsOf = (node: JsonNode): readonly string[] => {
  if (node.kind === 'string') return [node.value]
  return node.kind === 'array' ? node.items.flatMap(textsOf) : []
}

const partOf = ({ members }: ObjectNode, name: 'Action' | 'Resource'): Part => {
  const member = members.findLast(({ key }) => key === name || key === `Not${name}`)
  return member ? { not: member.key !== name, patterns: textsOf(member.value) } : NOTHING_LEFT_OUT
}

/** Everything that a statement speaks of. */
export const reachOf = (statement: ObjectNode): Reach => ({
  actions: partOf(statement, 'Action'),
  resources: partOf(statement, 'Resource'),
  principal: null,
  when: [],
})

/** Exactly these texts. */
export const only = (...patterns: readonly string[]): Part => ({ not: false, patterns })

/** How wide each kind of part is. */
const WIDTHS = { one: 0, several: 1, wildcard: 2, most: 3, everything: 4 } as const

const widthOfPart = ({ not, patterns }: Part): number => {
  if (patterns.includes('*')) return WIDTHS.everything
  if (not || patterns.some((pattern) => /^[\w-]+:\*$/.test(pattern))) return WIDTHS.most
  if (patterns.some(hasWildcard)) return WIDTHS.wildcard
  return patterns.length > 1 ? WIDTHS.several : WIDTHS.one
}

/** How many principals a layer's policies are for: one account's, one resource's callers, one principal. */
const AUDIENCE: Readonly<Record<Layer, number>> = {
  scp: 4,
  rcp: 4,
  endpoint: 3,
  resource: 3,
  trust: 3,
  boundary: 1,
  identity: 1,
  session: 0,
}

const WEIGHTS = { action: 4, resource: 3, principal: 3, when: 3 } as const

/** How much a reach opens, as a number to rank by. */
export const widthOf = (layer: Layer, { actions, resources, principal, when, tests = [] }: Reach): number =>
  WEIGHTS.action * widthOfPart(actions) +
  WEIGHTS.resource * widthOfPart(resources) +
  WEIGHTS.principal * (principal === null ? AUDIENCE[layer] : 0) -
  WEIGHTS.when * Math.min(new Set([...when.map(({ key }) => key), ...tests]).size, 2)
