import type { LayerResult } from '../../evaluation/evaluation'
import { allowingFact, blockingFact } from '../words/layer-fact'
import { dependsPhrase } from '../messages/depends'
import { missingPhrase } from '../messages/gates'
import { sufficientConditionClause } from '../messages/sufficient-conditions'
import { ALLOWED, ALLOWED_LEAD, deniedByOneOf, DEPENDS, incompleteRequest, NO_QUESTION } from '../messages/open'
import { awsDenied, isJudgeable, missingParts, type JudgedCase } from '../judged-case'
import { plainText, uniquePhrases, type Phrase } from '../../text/phrase'
import { canGrant } from '../../iam/layers'
import { waysOf } from './puzzle'

/** Ways to an Allow that one sentence names. */
const MAX_WAYS = 2

type OpenCode = keyof typeof DEPENDS

const blockers = ({ evaluation }: JudgedCase): readonly LayerResult[] =>
  evaluation.layers.filter(({ status, needed }) => status === 'explicitDeny' || (status === 'implicitDeny' && needed))

const openCode = (judged: JudgedCase): OpenCode => {
  if (waysOf(judged).length === 0)
    return judged.evaluation.sufficientConditions.length > 0 ? 'denied-either-way' : 'depends-bare'
  return blockers(judged).length > 0 ? 'blocked-unless' : 'depends-on'
}

/** What a given layer lacks, as its gate says it. */
const blockerPhrase = (judged: JudgedCase): Phrase => {
  const [layer] = blockers(judged)
  if (layer === undefined) return []
  const { who, fact } = blockingFact(judged, layer)
  return missingPhrase({ layer: layer.layer, action: judged.accessCase.request.action, who, fact })
}

/** Without the ways that ask for all that another one asks, and more: "A and B, or B" is "B". */
const withoutStricter = (clauses: readonly Phrase[]): readonly Phrase[] =>
  clauses.filter((clause) => !clauses.some((other) => plainText(clause).endsWith(` and ${plainText(other)}`)))

/** What the decision depends on. */
const dependsSentence = (judged: JudgedCase): Phrase => {
  const { evaluation, accessCase } = judged
  const clauses = withoutStricter(uniquePhrases(waysOf(judged).map(sufficientConditionClause)))
  return DEPENDS[openCode(judged)]({
    action: accessCase.request.action,
    depends: dependsPhrase(evaluation.dependsOn),
    ways: clauses.slice(0, MAX_WAYS),
    hidden: Math.max(0, clauses.length - MAX_WAYS),
    blocker: blockerPhrase(judged),
  })
}

const allowedSentence = (judged: JudgedCase): Phrase => {
  const { evaluation, accessCase } = judged
  const results = evaluation.layers.filter(({ layer }) => canGrant(layer))
  const allow = results.map((result) => allowingFact(judged, result)).find((fact) => fact !== null)
  const lead = judged.isChanged === true ? ALLOWED_LEAD.changed : ALLOWED_LEAD.asGiven
  const code = awsDenied(judged) ? 'aws-denied' : allow ? 'allowed-by' : 'allowed-always'
  return ALLOWED[code]({ action: accessCase.request.action, lead, who: allow?.who ?? [], fact: allow?.fact ?? [] })
}

/** What a request lacks that cannot be judged. */
const unaskedSentence = (judged: JudgedCase): Phrase => {
  const { denial } = judged
  const parts = missingParts(judged)
  if (denial?.kind === 'not-authorization') return NO_QUESTION['no-authorization-error']()
  if (denial === null && parts.length === 3) return NO_QUESTION['no-question']()
  return incompleteRequest({ parts, isDenied: awsDenied(judged) })
}

/** What is to be said where no layer is known to deny: what is missing, what allows, or what it depends on. */
export const openSentence = (judged: JudgedCase): Phrase => {
  if (!isJudgeable(judged)) return unaskedSentence(judged)
  if (judged.evaluation.isLayerOpen === true) return deniedByOneOf(judged.evaluation.blocking)
  return judged.evaluation.decision === 'allowed' ? allowedSentence(judged) : dependsSentence(judged)
}
