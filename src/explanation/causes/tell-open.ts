import { FETCH_FIRST, HEADLINES } from '../messages/answers'
import { awsDenied, isJudgeable, missingParts, type JudgedCase } from '../judged-case'
import type { Answer } from '../answer'
import { headlineFacts } from '../words/headline'
import { type Heard, blank, factOf } from './answer-parts'
import { decidedOf } from './decided'
import { openSentence } from './open-sentence'

/** What to fetch first where a denial does not even name the action. */
const firstFetch = ({ denial }: JudgedCase): keyof typeof FETCH_FIRST => {
  if (denial?.encodedMessageDamaged === true) return 'encoded-damaged'
  if ((denial?.encodedMessage ?? null) !== null) return 'encoded'
  const parts = [denial?.principal, denial?.action, denial?.resource, denial?.operation]
  return parts.every((part) => (part ?? null) === null) ? 'no-action' : 'action-hidden'
}

/** A sign of AWS in a text: any program can deny access in the same words. */
const OF_AWS = /aws|amazon|\barn:|\bS3\b|\bIAM\b|\bEC2\b|\bSTS\b|\bSDK\b/i

/** Does AWS show that it denied the call, by its code or its frame, or does the text name it? */
const isOfAws = ({ denial, accessCase: { error = '' } }: JudgedCase): boolean =>
  [denial?.errorCode, denial?.operation, denial?.service, denial?.requestId].some((part) => (part ?? null) !== null) ||
  OF_AWS.test(error)

const openHeadline = (judged: JudgedCase): Answer['headline'] => {
  const facts = headlineFacts(judged, null)
  const isDenied = awsDenied(judged)
  const parts = missingParts(judged)
  if (isDenied && facts.action === '') {
    const { operation = null, service: named = null, inferred } = judged.denial ?? {}
    const service = named ?? inferred?.service ?? null
    if (firstFetch(judged).startsWith('encoded')) return HEADLINES.encoded()
    if (operation !== null) return HEADLINES['operation-alone'](operation)
    return service === null
      ? HEADLINES[isOfAws(judged) ? 'no-action' : 'no-speaker']()
      : HEADLINES['service-alone'](service)
  }
  if (isDenied) return HEADLINES.unexplained(facts)
  if (isJudgeable(judged))
    return judged.evaluation.isLayerOpen === true ? HEADLINES['denied-somewhere'](facts) : HEADLINES.depends(facts)
  return parts.length === 3 ? HEADLINES['no-question']() : HEADLINES.incomplete()
}

/** Nothing can be said yet. */
export const tellOpen = ({ judged, claim, notes }: Heard): Answer => {
  const isAsked = isJudgeable(judged)
  const isNothing = !awsDenied(judged) && missingParts(judged).length === 3
  const isUnnamed = awsDenied(judged) && judged.accessCase.request.action === ''
  return {
    ...blank(judged),
    basis: 'open',
    ...(isAsked ? decidedOf(judged, claim) : ({ decision: 'none', layer: 'none' } as const)),
    headline: openHeadline(judged),
    fact: isNothing ? null : factOf(judged, isUnnamed ? FETCH_FIRST[firstFetch(judged)]() : openSentence(judged), null),
    notes,
  }
}
