import type { Layer, Requirement, Settlement } from '../../evaluation/evaluation'
import { layerWord, list, say, type Phrase } from '../words'
import { conditionClause, readOperator } from './conditions'
import { LAYER_PHRASES } from './layers'

/** What it means that a test fails, as the operator that says so. */
const OPPOSITES: Readonly<Record<string, string>> = {
  stringequals: 'StringNotEquals',
  stringnotequals: 'StringEquals',
  stringequalsignorecase: 'StringNotEqualsIgnoreCase',
  stringnotequalsignorecase: 'StringEqualsIgnoreCase',
  stringlike: 'StringNotLike',
  stringnotlike: 'StringLike',
  numericequals: 'NumericNotEquals',
  numericnotequals: 'NumericEquals',
  dateequals: 'DateNotEquals',
  datenotequals: 'DateEquals',
  ipaddress: 'NotIpAddress',
  notipaddress: 'IpAddress',
  arnequals: 'ArnNotEquals',
  arnnotequals: 'ArnEquals',
  arnlike: 'ArnNotLike',
  arnnotlike: 'ArnLike',
}

const FLIPPED: Readonly<Record<string, string>> = { true: 'false', false: 'true' }

const flip = (values: readonly string[]): readonly string[] => values.map((v) => FLIPPED[v.toLowerCase()] ?? v)

type KeyRequirement = Extract<Requirement, { kind: 'key' }>

const keyClause = ({ operator, key, values, holds }: KeyRequirement): Phrase => {
  const { set, base, ifExists } = readOperator(operator)
  if (holds) return conditionClause(operator, key, values)
  if (base === 'null') return conditionClause(operator, key, flip(values))
  const opposite = OPPOSITES[base]
  if (opposite === undefined || set !== null || ifExists)
    return say`it is not the case that ${conditionClause(operator, key, values)}`
  return conditionClause(opposite, key, values)
}

/** "the service control policies, which are not given, allow it". */
const layerClause = (layer: Layer, status: 'allows' | 'doesNotDeny'): Phrase => {
  const { all, areOne } = LAYER_PHRASES[layer]
  const allow = areOne ? 'allows' : 'allow'
  const deny = areOne ? 'does not deny' : 'do not deny'
  return say`${layerWord(all, 'depends')} ${status === 'allows' ? allow : deny} it`
}

/** One thing that has to hold. */
export const requirementClause = (requirement: Requirement): Phrase =>
  requirement.kind === 'key' ? keyClause(requirement) : layerClause(requirement.layer, requirement.status)

/** All that has to hold for one outcome. */
export const settlementClause = (settlement: Settlement): Phrase =>
  list(settlement.requirements.map(requirementClause), 'and', 6)
