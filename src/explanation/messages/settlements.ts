import type { Layer, Requirement, Settlement } from '../../evaluation/evaluation'
import { layerWord, list, say, type Phrase } from '../words'
import { parseOperator } from '../../iam/condition-operators'
import { conditionClause } from './conditions'
import { LAYER_PHRASES } from './layers'

/** What it means that a test fails, as the operator that says so. */
const OPPOSITES: Readonly<Record<string, string>> = {
  StringEquals: 'StringNotEquals',
  StringNotEquals: 'StringEquals',
  StringEqualsIgnoreCase: 'StringNotEqualsIgnoreCase',
  StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
  StringLike: 'StringNotLike',
  StringNotLike: 'StringLike',
  NumericEquals: 'NumericNotEquals',
  NumericNotEquals: 'NumericEquals',
  DateEquals: 'DateNotEquals',
  DateNotEquals: 'DateEquals',
  IpAddress: 'NotIpAddress',
  NotIpAddress: 'IpAddress',
  ArnEquals: 'ArnNotEquals',
  ArnNotEquals: 'ArnEquals',
  ArnLike: 'ArnNotLike',
  ArnNotLike: 'ArnLike',
}

const FLIPPED: Readonly<Record<string, string>> = { true: 'false', false: 'true' }

const flip = (values: readonly string[]): readonly string[] => values.map((v) => FLIPPED[v.toLowerCase()] ?? v)

type KeyRequirement = Extract<Requirement, { kind: 'key' }>

const keyClause = ({ operator, key, values, holds }: KeyRequirement): Phrase => {
  const parsed = parseOperator(operator)
  if (holds || parsed === null) return conditionClause(operator, key, values)
  if (parsed.family === 'null') return conditionClause(operator, key, flip(values))
  const opposite = parsed.set === 'none' && !parsed.ifExists ? OPPOSITES[parsed.base] : undefined
  if (opposite === undefined) return say`it is not so that ${conditionClause(operator, key, values)}`
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
