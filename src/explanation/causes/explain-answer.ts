import { awsDenied, type JudgedCase } from '../judged-case'
import type { Answer } from '../answer'
import { refusingSetting } from '../words/block-public-access'
import { readClaim, type ClaimReading } from '../words/claim-reading'
import type { Telling } from './answer-parts'
import { decidedOf } from './decided'
import { NO_FACTS, type KnownFacts } from './known-facts'
import { situationOf } from './named-situation'
import { notesOf } from './notes'
import type { FindDocumentMistake } from './refused-document'
import { saidOnce, withStatedCause } from './stated-cause'
import { tellClaimed } from './tell-claimed'

/** What an answer is told from besides the judged case; each is found where it is not handed in. */
interface Found {
  /** What AWS says beside the policies here. */
  readonly claim?: ClaimReading | null
  readonly known?: KnownFacts
  readonly documentMistake?: FindDocumentMistake | undefined
  readonly telling?: Telling | undefined
}

/** Where a layer is named, and nothing else is here. */
const BARE = { beforeClaim: [], afterClaim: [] } as const satisfies Partial<Telling>

/** Does the error say what a bare one of a policy does not: a situation, a setting, or a role that a service can’t assume? */
const isOfMore = (judged: JudgedCase): boolean =>
  situationOf(judged) !== null || refusingSetting(judged) !== null || judged.denial?.layer === 'trust'

/**
 * Answers why AWS denied: what is proven, what AWS says, what is likely, or that nothing can be said yet. The first kind that
 * has something to say is the answer; null: what could say it is not here.
 */
export const explainAnswer = (
  judged: JudgedCase,
  { claim: reading = readClaim(judged), known = NO_FACTS, documentMistake, telling }: Found = {},
): Answer | null => {
  if (telling === undefined && isOfMore(judged)) return null
  const claim = awsDenied(judged) ? reading : null
  const notes = notesOf(judged, decidedOf(judged, reading), reading, telling)
  const heard = { judged, claim, notes, known, documentMistake, telling }
  const { beforeClaim, afterClaim } = telling ?? BARE
  for (const tell of [...beforeClaim, tellClaimed, ...afterClaim]) {
    const answer = tell(heard)
    if (answer === null) continue
    const stated = withStatedCause(judged, telling?.withPair(judged, answer, known) ?? answer, telling)
    return { ...stated, causes: saidOnce(stated.causes) }
  }
  return null
}
