import type { LayerResult, SufficientCondition } from '../../evaluation/evaluation'
import { allowingFact, blockingFact } from '../words/layer-fact'
import type { ClaimReading } from '../words/claim-reading'
import { dependsPhrase } from '../messages/depends'
import { missingPhrase } from '../messages/gates'
import { sufficientConditionClause } from '../messages/sufficient-conditions'
import { ALLOWED, ALLOWED_LEAD, deniedByOneOf, DEPENDS, incompleteRequest, NO_QUESTION } from '../messages/open'
import { awsDenied, isJudgeable, missingParts, type Situation } from '../situation'
import { plainText, uniquePhrases, type Phrase } from '../../text/phrase'
import { canGrant } from '../../iam/layers'

/** Ways to an Allow that one sentence names. */
const MAX_WAYS = 2

type OpenCode = keyof typeof DEPENDS

const blockers = ({ evaluation }: Situation): readonly LayerResult[] =>
  evaluation.layers.filter(({ status, needed }) => status === 'explicitDeny' || (status === 'implicitDeny' && needed))

const waysOf = ({ evaluation }: Situation): readonly SufficientCondition[] =>
  evaluation.sufficientConditions.filter(({ decision }) => decision === 'allowed')

const openCode = (situation: Situation): OpenCode => {
  if (waysOf(situation).length === 0)
    return situation.evaluation.sufficientConditions.length > 0 ? 'denied-either-way' : 'depends-bare'
  return blockers(situation).length > 0 ? 'blocked-unless' : 'depends-on'
}

/** What a given layer lacks, as its gate says it. */
const blockerPhrase = (situation: Situation): Phrase => {
  const [layer] = blockers(situation)
  if (layer === undefined) return []
  const { who, fact } = blockingFact(situation, layer)
  return missingPhrase({ layer: layer.layer, action: situation.accessCase.request.action, who, fact })
}

/** Without the ways that ask for all that another one asks, and more: "A and B, or B" is "B". */
const withoutStricter = (clauses: readonly Phrase[]): readonly Phrase[] =>
  clauses.filter((clause) => !clauses.some((other) => plainText(clause).endsWith(` and ${plainText(other)}`)))

/** AWS denied, and what would have let the request pass is known: then that did not hold. */
export const isPuzzle = (situation: Situation, claim: ClaimReading | null): boolean =>
  awsDenied(situation) && claim === null && waysOf(situation).length > 0

/** How many tests decide. */
export const puzzleTests = (situation: Situation): number =>
  waysOf(situation).reduce((sum, { requirements }) => sum + requirements.length, 0)

/** What the decision depends on. */
const dependsSentence = (situation: Situation): Phrase => {
  const { evaluation, accessCase } = situation
  const clauses = withoutStricter(uniquePhrases(waysOf(situation).map(sufficientConditionClause)))
  return DEPENDS[openCode(situation)]({
    action: accessCase.request.action,
    depends: dependsPhrase(evaluation.dependsOn),
    ways: clauses.slice(0, MAX_WAYS),
    hidden: Math.max(0, clauses.length - MAX_WAYS),
    blocker: blockerPhrase(situation),
  })
}

const allowedSentence = (situation: Situation): Phrase => {
  const { evaluation, accessCase } = situation
  const results = evaluation.layers.filter(({ layer }) => canGrant(layer))
  const allow = results.map((result) => allowingFact(situation, result)).find((fact) => fact !== null)
  const lead = situation.isChanged === true ? ALLOWED_LEAD.changed : ALLOWED_LEAD.asGiven
  const code = awsDenied(situation) ? 'aws-denied' : allow ? 'allowed-by' : 'allowed-always'
  return ALLOWED[code]({ action: accessCase.request.action, lead, who: allow?.who ?? [], fact: allow?.fact ?? [] })
}

/** What a request lacks that cannot be judged. */
const unaskedSentence = (situation: Situation): Phrase => {
  const { denial } = situation
  const parts = missingParts(situation)
  if (denial?.kind === 'not-authorization') return NO_QUESTION['no-authorization-error']()
  if (denial === null && parts.length === 3) return NO_QUESTION['no-question']()
  return incompleteRequest({ parts, isDenied: awsDenied(situation) })
}

/** What is to be said where no layer is known to deny: what is missing, what allows, or what it depends on. */
export const openSentence = (situation: Situation): Phrase => {
  if (!isJudgeable(situation)) return unaskedSentence(situation)
  if (situation.evaluation.isLayerOpen === true) return deniedByOneOf(situation.evaluation.blocking)
  return situation.evaluation.decision === 'allowed' ? allowedSentence(situation) : dependsSentence(situation)
}
