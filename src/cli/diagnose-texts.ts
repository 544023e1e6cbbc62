import { repairInputOf } from '../diagnosis/repair-input'
import { answerDocument, type AnswerDocument } from '../diagnosis/answer-document'
import { diagnoseWith } from '../diagnosis/diagnose-with'
import type { Diagnosis } from '../diagnosis/diagnosis'
import { draftOfTexts, type GivenText, type TakenTexts } from '../diagnosis/draft-of-texts'
import { createMemo, type Memo } from '../diagnosis/memo'
import { remediesOf } from '../diagnosis/remedies-of'
import { ALL_PARTS } from '../explanation/all-said'
import { wantsMore } from '../diagnosis/situations-asked'
import type { Remedy } from '../explanation/fixes/remedies'
import type { WholeReference } from '../reference/create-reference'

/** What texts come to, with all that is said of it. */
export interface TextsDiagnosis {
  readonly taken: TakenTexts
  readonly diagnosis: Diagnosis
  readonly remedy: Remedy | null
  readonly document: AnswerDocument
}

/** What few errors need to be answered is loaded when one does. */
async function diagnoseWhole(
  { draft, readers }: TakenTexts,
  reference: WholeReference | null,
  memo: Memo,
): Promise<Diagnosis> {
  const help = { reference: reference ?? undefined, memo, readers, parts: ALL_PARTS }
  const done = diagnoseWith(draft, help)
  if (!wantsMore(done)) return done
  const { WHOLE_HELP } = await import('../explanation/explain')
  return diagnoseWith(draft, { ...help, ...WHOLE_HELP })
}

/** Diagnoses texts as the page does what is pasted into it, one after the other. */
export async function diagnoseTexts(
  texts: readonly GivenText[],
  reference: WholeReference | null,
): Promise<TextsDiagnosis> {
  const memo = createMemo()
  const taken = await draftOfTexts(texts, reference, memo)
  const diagnosis = await diagnoseWhole(taken, reference, memo)
  const remedy = remediesOf(diagnosis)
  return { taken, diagnosis, remedy, document: answerDocument(diagnosis, remedy) }
}

/** Was anything denied, or left unknown? An error that no policy refused is no denial. */
export function isDeniedOrOpen({ diagnosis, document }: TextsDiagnosis): boolean {
  if (diagnosis.failed !== null) return true
  if (document.decision === 'allowed') return false
  return (
    document.decision !== 'none' || (diagnosis.reading?.denials ?? []).some(({ kind }) => kind !== 'not-authorization')
  )
}

/** Is there anything to answer? */
export const isAnswered = ({ diagnosis }: TextsDiagnosis): boolean => repairInputOf(diagnosis) !== null

/** Is it an answer of AWS that is explained? A program can fail by itself. */
export const isOfAws = (done: TextsDiagnosis): boolean =>
  isAnswered(done) && (done.document.decision !== 'none' || done.document.basis !== 'open')
