import { own } from '../../text/own'
import type { PrincipalKind } from '../../iam/principal'
import type { HoleRequirement, Requirement, SufficientCondition } from '../../evaluation/evaluation'
import { code, layerWord, list, say, type Phrase } from '../../text/phrase'
import { parseOperator } from '../../iam/condition-operators'
import { conditionClause } from './conditions'
import { LAYER_PHRASES } from './layers'
import { canGrant, namesPrincipals, type Layer } from '../../iam/layers'

const FLIPPED: Readonly<Record<string, string>> = { true: 'false', false: 'true' }

const flip = (values: readonly string[]): readonly string[] => values.map((v) => own(FLIPPED, v.toLowerCase()) ?? v)

type KeyRequirement = Extract<Requirement, { kind: 'key' }>

const keyClause = ({ operator, key, values, holds }: KeyRequirement): Phrase => {
  const parsed = parseOperator(operator)
  if (holds || parsed === null) return conditionClause(operator, key, values)
  if (parsed.family === 'null') return conditionClause(operator, key, flip(values))
  const opposite = parsed.set === 'none' && !parsed.ifExists ? parsed.opposite : null
  if (opposite === null) return say`this isn’t true: ${conditionClause(operator, key, values)}`
  return conditionClause(opposite, key, values)
}

type LayerRequirement = Extract<Requirement, { kind: 'layer' }>

/** What a layer has to do: for one policy, and for several. */
const LAYER_VERBS: Readonly<Record<LayerRequirement['status'], readonly [one: string, many: string]>> = {
  allows: ['allows it', 'allow it'],
  denies: ['denies it', 'deny it'],
  doesNotAllow: ['doesn’t allow it', 'don’t allow it'],
  doesNotDeny: ['doesn’t deny it', 'don’t deny it'],
  attached: ['is attached', 'are attached'],
  notAttached: ['isn’t attached', 'aren’t attached'],
}

/** Layers that name principals: to name the account would leave it to the caller's own policies. */
const mayName = (layer: Layer): boolean => canGrant(layer) && namesPrincipals(layer)

const layerClause = ({ layer, status }: LayerRequirement): Phrase => {
  const { all, areOne } = LAYER_PHRASES[layer]
  if (status === 'allows' && mayName(layer)) return say`${layerWord(all, 'depends')} allows the caller itself`
  return say`${layerWord(all, 'depends')} ${LAYER_VERBS[status][areOne ? 0 : 1]}`
}

/** What the caller is, of whom nothing is known. */
const CALLERS: Readonly<Record<PrincipalKind, string>> = {
  user: 'an IAM user',
  role: 'a role',
  roleSession: 'a role session',
  federatedUser: 'a federated-user session',
  root: 'a root user',
  service: 'an AWS service',
  identityProvider: 'a user of an identity provider',
  anonymous: 'anonymous',
}

/** What a text has to be or do, by the operator that compares it; the first where it must, the second where it must not. */
const HOLE_VERBS: Readonly<Record<string, readonly [holds: string, fails: string]>> = {
  StringEquals: ['is', 'is not'],
  StringLike: ['matches', 'does not match'],
  ArnEquals: ['matches', 'does not match'],
  ArnLike: ['matches', 'does not match'],
  IpAddress: ['is within', 'is not within'],
}

const holeClause = ({ text, operator, values, holds }: HoleRequirement): Phrase => {
  const verbs = own(HOLE_VERBS, operator)
  const verb = verbs?.[holds ? 0 : 1] ?? `${holds ? 'meets' : 'does not meet'} ${operator} with`
  return say`${code(text)} ${verb} ${list(
    values.map((value) => (value === '' ? say`nothing` : code(value))),
    'or',
    6,
  )}`
}

/** One thing that has to hold. */
export const requirementClause = (requirement: Requirement): Phrase => {
  switch (requirement.kind) {
    case 'key':
      return keyClause(requirement)
    case 'layer':
      return layerClause(requirement)
    case 'hole':
      return holeClause(requirement)
    case 'statement':
      return say`the missing part at ${code(requirement.hole)} ${requirement.applies ? 'applies' : 'doesn’t apply'} to the request`
    case 'caller':
      return say`the caller is ${CALLERS[requirement.is]}`
  }
}

/** How many requirements are named one by one. */
const MAX_NAMED = 3

const isTelling = (requirement: Requirement): boolean =>
  requirement.kind !== 'layer' || (requirement.status === 'allows' && canGrant(requirement.layer))

/** All that has to hold for one outcome; of many layers that only have to let pass, a word for all. */
export const sufficientConditionClause = ({ requirements }: SufficientCondition): Phrase => {
  if (requirements.length <= MAX_NAMED) return list(requirements.map(requirementClause), 'and', 6)
  const telling = requirements.filter(isTelling).map(requirementClause)
  return list([...telling, say`every layer you haven’t pasted allows it`], 'and', 6)
}
