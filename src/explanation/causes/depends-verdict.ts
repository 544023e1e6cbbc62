import type { Denial } from '../../denial/denial'
import type { LayerResult, SufficientCondition } from '../../evaluation/evaluation'
import type { Layer } from '../../iam/layers'
import type { ClaimComparison, Verdict } from '../explanation'
import { blockingFact } from '../words/layer-fact'
import { limitNotes } from '../words/limit-notes'
import { layerOfClaim } from '../messages/claims'
import { dependsPhrase } from '../messages/depends'
import { missingPhrase } from '../messages/gates'
import { sufficientConditionClause } from '../messages/sufficient-conditions'
import { DEPENDS, NOTES } from '../messages/verdicts'
import { awsDenied, layerResult, type Situation } from '../situation'
import { unreadIn } from '../words/unread'
import { plainText, uniquePhrases, type Phrase } from '../../text/phrase'

/** Ways to an Allow that one sentence names. */
const MAX_WAYS = 2

/** Layers that one sentence names. */
const MAX_LAYERS = 3

/** The layers of which nobody said what is attached. */
export const layersNotGiven = ({ evaluation }: Situation): readonly Layer[] =>
  evaluation.layers.filter(({ status }) => status === 'notGiven').map(({ layer }) => layer)

type OpenCode = keyof typeof DEPENDS

const missingCode = (denial: Denial | null): OpenCode => {
  if (denial?.layerPolicyArn) return 'claimed-policy-missing'
  return denial?.decision === 'implicit' ? 'unallowed-layer-missing' : 'claimed-layer-missing'
}

/** Sentences that name what keys must be, and leave the layers out. */
const OF_KEYS: readonly OpenCode[] = ['key-or-cause-not-given', 'key-decided-by-claim', 'key-decided-by-denying-claim']

/** Do the policies of the layer that AWS names stand here, and let the request pass? Then none but it is suspect. */
const isClaimedGiven = (situation: Situation): boolean => {
  const layer = situation.denial ? layerOfClaim(situation.denial.layer) : null
  return layer !== null && layerResult(situation.evaluation, layer)?.status === 'allows'
}

/** Where AWS denied, the outcome is known: the question is only what is missing to see why. */
const openCode = (situation: Situation, claim: ClaimComparison, ways: readonly SufficientCondition[]): OpenCode => {
  const { evaluation, denial } = situation
  const { keys, layers } = evaluation.dependsOn
  if (claim.outcome === 'notGiven' && blockers(situation).length === 0) return missingCode(denial)
  if (ways.length === 0) return evaluation.sufficientConditions.length > 0 ? 'denied-either-way' : 'depends-bare'
  if (blockers(situation).length > 0) return 'blocked-unless'
  if (claim.outcome === 'undecided' && keys.length > 0)
    return denial?.decision === 'implicit' ? 'key-decided-by-claim' : 'key-decided-by-denying-claim'
  if (!awsDenied(situation) || layers.length === 0) return 'depends-on'
  if (keys.length > 0) return 'key-or-cause-not-given'
  if (claim.outcome === 'disagrees' && isClaimedGiven(situation)) return 'claimed-layer-differs'
  const areAbsent = layers.every((layer) => layersNotGiven(situation).includes(layer))
  return layers.length > MAX_LAYERS && areAbsent ? 'many-causes-not-given' : 'cause-not-given'
}

/** What a given layer lacks, as its gate says it. */
const blockerPhrase = (situation: Situation): Phrase => {
  const [layer] = blockers(situation)
  if (layer === undefined) return []
  const { who, fact } = blockingFact(situation, layer)
  return missingPhrase({ layer: layer.layer, action: situation.accessCase.request.action, who, fact })
}

/** Of the ways to an Allow, only what they ask of keys: the layers are named beside them. */
const keysOnly = (ways: readonly SufficientCondition[]): readonly SufficientCondition[] =>
  ways
    .map(({ decision, requirements }) => ({
      decision,
      requirements: requirements.filter(({ kind }) => kind === 'key'),
    }))
    .filter(({ requirements }) => requirements.length > 0)

/** Without the ways that ask for all that another one asks, and more: "A and B, or B" is "B". */
const withoutStricter = (clauses: readonly Phrase[]): readonly Phrase[] =>
  clauses.filter((clause) => !clauses.some((other) => plainText(clause).endsWith(` and ${plainText(other)}`)))

/** Does one test alone decide? */
const isOneTest = (ways: readonly SufficientCondition[]): boolean =>
  ways.length === 1 && ways[0]?.requirements.length === 1

const unreadNotes = (situation: Situation): readonly Phrase[] =>
  situation.evaluation.layers.flatMap((layer) => {
    const unread = unreadIn(situation, layer)
    return unread ? [NOTES['not-readable'](unread)] : []
  })

/** The sentence and the notes where the decision hangs on something that is not known. */
export const dependsVerdict = (situation: Situation, claim: ClaimComparison): Verdict => {
  const { evaluation, accessCase, denial } = situation
  const all = evaluation.sufficientConditions.filter(({ decision }) => decision === 'allowed')
  const code = openCode(situation, claim, all)
  const ways = OF_KEYS.includes(code) ? keysOnly(all) : all
  const clauses = withoutStricter(uniquePhrases(ways.map(sufficientConditionClause)))
  const claimed = denial ? layerOfClaim(denial.layer) : null
  const sentence = DEPENDS[code]({
    action: accessCase.request.action,
    depends: dependsPhrase(evaluation.dependsOn),
    count: evaluation.dependsOn.layers.length,
    isImplicit: denial?.decision === 'implicit',
    ways: clauses.slice(0, MAX_WAYS),
    hidden: Math.max(0, clauses.length - MAX_WAYS),
    claim: claimed,
    policy: denial?.layerPolicyArn ?? null,
    blocker: blockerPhrase(situation),
  })
  const isClaimed = claim.outcome === 'notGiven' || claim.outcome === 'undecided'
  const isPuzzle = awsDenied(situation) && (code === 'depends-on' || code === 'blocked-unless')
  return {
    decision: 'depends',
    layer: isClaimed && claimed !== null ? claimed : evaluation.layer,
    sentence,
    notes: [
      ...(isPuzzle ? [NOTES['aws-denied-so-not-all']({ isOne: isOneTest(all) })] : []),
      ...unreadNotes(situation),
      ...limitNotes(situation, 'depends', evaluation.layer),
    ],
  }
}

const blockers = ({ evaluation }: Situation): readonly LayerResult[] =>
  evaluation.layers.filter(({ status, needed }) => status === 'explicitDeny' || (status === 'implicitDeny' && needed))
