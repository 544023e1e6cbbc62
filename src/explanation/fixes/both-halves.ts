import { canGrant, LAYERS, type Layer } from '../../iam/layers'
import { isAccountId, parseArn } from '../../iam/arn'
import { isLinkedRoleName, isOutsider, parsePrincipal } from '../../iam/principal'
import { join } from '../../text/phrase'
import { isMissing } from '../causes/hypothetical-case'
import type { AccessCase } from '../../case/access-case'
import { withDocument } from '../../case/case-documents'
import { withPolicy } from '../../case/layer-policies'
import { evaluate } from '../../evaluation/evaluate'
import type { Decision } from '../../evaluation/evaluation'
import type { Fix, FixChange } from '../explanation'
import * as say from '../messages/both-halves'
import { proofPhrase, together } from '../messages/fixes'
import { judgedWith, layerResult, type Situation } from '../situation'

/** The account of the policies of one side; null where nothing names it. */
function accountOf({ accessCase: { request } }: Situation, layer: Layer): string | null {
  const account =
    LAYERS[layer].side === 'caller'
      ? parsePrincipal(request.principal)?.account
      : parseArn(request.resource)?.account || request.resourceAccount
  return account !== undefined && account !== null && isAccountId(account) ? account : null
}

const isAcross = ({ evaluation }: Situation): boolean => evaluation.relation === 'crossAccount'

/** Does a layer refuse by what is here of it? */
const isShown = ({ evaluation }: Situation, layer: Layer): boolean =>
  layerResult(evaluation, layer)?.status === 'implicitDeny'

/** Can two fixes be one repair: of the two sides, both to be applied or both to be copied, and nothing held against them? */
const arePair = (one: Fix, other: Fix): boolean =>
  other.least &&
  canGrant(one.layer) &&
  canGrant(other.layer) &&
  LAYERS[one.layer].side !== LAYERS[other.layer].side &&
  one.isSupposed === other.isSupposed &&
  [one, other].every(
    ({ failed, statement }) => failed === undefined && (statement === null || statement['Effect'] === 'Allow'),
  )

/** Are both halves needed, as the other is not there yet: across accounts, or, where nothing tells the accounts, as neither of them allows it? */
const areNeeded = (situation: Situation, one: Fix, other: Fix): boolean =>
  layerResult(situation.evaluation, other.layer)?.status !== 'allows' &&
  (isAcross(situation)
    ? one.isSupposed === true || one.remaining.includes(other.layer) || isShown(situation, other.layer)
    : situation.evaluation.relation === 'unknown' && isShown(situation, one.layer) && isShown(situation, other.layer))

const halfOf = (situation: Situation, { sentence, layer }: Fix): say.HalfWords => ({
  sentence,
  layer,
  account: accountOf(situation, layer),
})

/** What is decided with all the changes. */
function decisionWith(situation: Situation, changes: readonly FixChange[]): Decision {
  const changed = changes.reduce((accessCase: AccessCase, { layer, level, policy, name, after }) => {
    const place = { layer, level, policy }
    return policy === null
      ? { ...accessCase, policies: withPolicy(accessCase.policies, place, { name, document: after }) }
      : withDocument(accessCase, place, name, after)
  }, situation.accessCase)
  return evaluate(changed, judgedWith(situation)).decision
}

/** Two fixes as the one repair that they are together. */
function joined(situation: Situation, one: Fix, other: Fix): Fix {
  const { beyond: _ofOne, isWider: _alone, ...rest } = one
  const changes = [...one.changes, ...other.changes]
  const remaining = one.remaining.filter((layer) => layer !== other.layer)
  const decisionAfter = decisionWith(situation, changes)
  const blanks = [...new Set([...(one.blanks ?? []), ...(other.blanks ?? [])])]
  return {
    ...rest,
    codes: [...one.codes, ...other.codes],
    sentence: say.bothHalves(halfOf(situation, one), halfOf(situation, other), isAcross(situation)),
    opens: together([one.opens, other.opens]),
    proof: remaining.length === 0 && decisionAfter !== 'allowed' ? say.bothPass() : proofPhrase(remaining, false),
    ownerText: say.OWNERS_OF_HALVES,
    changes,
    reaches: [...one.reaches, ...other.reaches],
    width: Math.max(one.width, other.width),
    remaining,
    decisionAfter,
    statement: null,
    opensTo: one.opensTo === 'request' ? other.opensTo : one.opensTo,
    ...(blanks.length > 0 && { blanks }),
  }
}

/** Two statements to be copied, each into a policy of another account: one after the other, and each says so. */
const inTurn = (situation: Situation, one: Fix, other: Fix): readonly [Fix, Fix] => [
  { ...one, sentence: say.firstHalf(halfOf(situation, one), isAcross(situation)) },
  { ...other, sentence: say.secondHalf(halfOf(situation, other)) },
]

/** The layer of the other account that has to allow as well and of which nothing is here. */
function unseenHalf({ accessCase, evaluation }: Situation, { layer, failed }: Fix): Layer | null {
  const caller = parsePrincipal(accessCase.request.principal)
  if (!canGrant(layer) || failed !== undefined || evaluation.relation !== 'crossAccount') return null
  if (caller === null || isOutsider(caller.kind) || isLinkedRoleName(caller.name)) return null
  const other = evaluation.layers.find(
    (one) => canGrant(one.layer) && LAYERS[one.layer].side !== LAYERS[layer].side && one.status === 'notGiven',
  )
  return other !== undefined && isMissing(accessCase, other.layer) ? other.layer : null
}

/**
 * Across accounts both sides have to allow: the first fix holds both halves, or says what the other one is and in which
 * account.
 */
export function withBothHalves(situation: Situation, fixes: readonly Fix[]): readonly Fix[] {
  const [first, ...others] = fixes
  if (first === undefined || !first.least) return fixes
  const other = others.find((one) => arePair(first, one) && areNeeded(situation, first, one))
  if (other !== undefined) {
    const rest = others.filter((one) => one !== other)
    return first.isSupposed === true
      ? [...inTurn(situation, first, other), ...rest]
      : [joined(situation, first, other), ...rest.filter(({ layer }) => layer !== other.layer)]
  }
  const unseen = unseenHalf(situation, first)
  if (unseen === null) return fixes
  const half = { layer: unseen, account: accountOf(situation, unseen) }
  return [{ ...first, proof: join(first.proof, ' ', say.otherHalf(half)) }, ...others]
}
