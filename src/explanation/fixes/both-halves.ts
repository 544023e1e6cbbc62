import { isRefutedLayer } from '../causes/by-the-text'
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
import { judgedWith, layerResult, type JudgedCase } from '../judged-case'

/** The account of the policies of one side; null where nothing names it. */
function accountOf({ accessCase: { request } }: JudgedCase, layer: Layer): string | null {
  const account =
    LAYERS[layer].side === 'caller'
      ? parsePrincipal(request.principal)?.account
      : parseArn(request.resource)?.account || request.resourceAccount
  return account !== undefined && account !== null && isAccountId(account) ? account : null
}

const isAcross = ({ evaluation }: JudgedCase): boolean => evaluation.relation === 'crossAccount'

/** Does a layer refuse by what is here of it? */
const isShown = ({ evaluation }: JudgedCase, layer: Layer): boolean =>
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
const areNeeded = (judged: JudgedCase, one: Fix, other: Fix): boolean =>
  layerResult(judged.evaluation, other.layer)?.status !== 'allows' &&
  (isAcross(judged)
    ? one.isSupposed === true || one.remaining.includes(other.layer) || isShown(judged, other.layer)
    : judged.evaluation.relation === 'unknown' && isShown(judged, one.layer) && isShown(judged, other.layer))

const halfOf = (judged: JudgedCase, { sentence, layer }: Fix): say.HalfWords => ({
  sentence,
  layer,
  account: accountOf(judged, layer),
})

/** What is decided with all the changes. */
function decisionWith(judged: JudgedCase, changes: readonly FixChange[]): Decision {
  const changed = changes.reduce((accessCase: AccessCase, { layer, level, policy, name, after }) => {
    const place = { layer, level, policy }
    return policy === null
      ? { ...accessCase, policies: withPolicy(accessCase.policies, place, { name, document: after }) }
      : withDocument(accessCase, place, name, after)
  }, judged.accessCase)
  return evaluate(changed, judgedWith(judged)).decision
}

/** Two fixes as the one repair that they are together. */
function joined(judged: JudgedCase, one: Fix, other: Fix): Fix {
  const { beyond: _ofOne, isWider: _alone, ...rest } = one
  const changes = [...one.changes, ...other.changes]
  const remaining = one.remaining.filter((layer) => layer !== other.layer)
  const decisionAfter = decisionWith(judged, changes)
  const blanks = [...new Set([...(one.blanks ?? []), ...(other.blanks ?? [])])]
  return {
    ...rest,
    codes: [...one.codes, ...other.codes],
    sentence: say.bothHalves(halfOf(judged, one), halfOf(judged, other), isAcross(judged)),
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
const inTurn = (judged: JudgedCase, one: Fix, other: Fix): readonly [Fix, Fix] => [
  { ...one, sentence: say.firstHalf(halfOf(judged, one), isAcross(judged)) },
  { ...other, sentence: say.secondHalf(halfOf(judged, other)) },
]

/** The layer of the other account that has to allow as well and of which nothing is here. */
function unseenHalf({ accessCase, evaluation }: JudgedCase, { layer, failed }: Fix): Layer | null {
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
export function withBothHalves(judged: JudgedCase, fixes: readonly Fix[]): readonly Fix[] {
  const [first, ...others] = fixes
  if (first === undefined || !first.least) return fixes
  const other = others.find((one) => arePair(first, one) && areNeeded(judged, first, one))
  if (other !== undefined) {
    const rest = others.filter((one) => one !== other)
    return first.isSupposed === true
      ? [...inTurn(judged, first, other), ...rest]
      : [joined(judged, first, other), ...rest.filter(({ layer }) => layer !== other.layer)]
  }
  const unseen = unseenHalf(judged, first)
  if (unseen === null || isRefutedLayer(judged, unseen, 'implicitDeny')) return fixes
  const half = { layer: unseen, account: accountOf(judged, unseen) }
  return [{ ...first, proof: join(first.proof, ' ', say.otherHalf(half)) }, ...others]
}
