import type { Decided } from '../explanation'
import { limitNotes } from '../words/limit-notes'
import type { ClaimReading } from '../words/claim-reading'
import { NOTES } from '../messages/open'
import { isJudgeable, type JudgedCase } from '../judged-case'
import { refusingSetting, settingNotes } from '../words/block-public-access'
import { unreadIn } from '../words/unread'
import type { Phrase } from '../../text/phrase'
import type { Telling } from './answer-parts'
import { isPuzzle, puzzleTests } from './puzzle'

const unreadNotes = (judged: JudgedCase): readonly Phrase[] =>
  judged.evaluation.layers.flatMap((layer) => {
    const unread = unreadIn(judged, layer)
    return unread ? [NOTES['not-readable'](unread)] : []
  })

const openNotes = (judged: JudgedCase, claim: ClaimReading | null): readonly Phrase[] => [
  ...(isPuzzle(judged, claim) ? [NOTES['aws-denied-so-not-all']({ isOne: puzzleTests(judged) === 1 })] : []),
  ...unreadNotes(judged),
  ...limitNotes(judged, 'depends', judged.evaluation.layer),
]

/** What else is worth saying of what is decided, or of why nothing is. */
export const notesOf = (
  judged: JudgedCase,
  decided: Decided,
  claim: ClaimReading | null,
  telling: Telling | undefined,
): readonly Phrase[] => {
  const setting = refusingSetting(judged)
  if (setting !== null) return settingNotes(setting)
  if (!isJudgeable(judged) || decided.decision === 'none') return []
  return decided.decision === 'depends'
    ? openNotes(judged, claim)
    : (telling?.decidedNotes(judged, decided, claim) ?? [])
}
