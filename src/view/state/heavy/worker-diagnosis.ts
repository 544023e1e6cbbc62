import type { Draft } from '../../../draft/draft'
import type { PasteReading } from '../../../draft/paste/read-paste-with'
import type { Diagnosis } from '../../../diagnosis/diagnosis'
import type { Memo } from '../../../diagnosis/memo'
import type { WorkerDiagnosis } from '../diagnosis-store'
import type { Engine } from '../engine'
import { referencePart } from '../../../reference/reference-part'
import { LONGEST_HERE } from './heavy-messages'
import { createWorkerLine, type StartWorker } from './worker-line'

/** Judges large drafts in a worker. A paste is read there once for all edits beside it, and what was read is sent here once. */
export function createWorkerDiagnosis(
  engine: () => Engine | null,
  memo: () => Memo | null,
  start: StartWorker,
): WorkerDiagnosis {
  const line = createWorkerLine('judge', start)

  let read: { readonly paste: string; readonly reading: PasteReading } | null = null

  const whole = (draft: Draft, answer: Omit<Diagnosis, 'draft'>): Diagnosis => {
    const { paste } = draft
    if (answer.reading !== null) {
      memo()?.rememberDenials(paste, answer.reading.denials)
      read = { paste, reading: answer.reading }
    }
    const known = read?.paste === paste && answer.failed?.step !== 'read' ? read.reading : null
    return { draft, ...answer, reading: answer.reading ?? known }
  }

  return {
    isFor: (draft) => (engine()?.draftSize(draft) ?? 0) > LONGEST_HERE,
    stop: line.stop,
    async judge(draft, { service, reference }) {
      const answer = await line.ask({
        draft,
        denials: memo()?.knownDenials(draft.paste) ?? null,
        isRead: read?.paste === draft.paste,
        reference: referencePart(reference, [service]),
      })
      return answer && whole(draft, answer)
    },
  }
}
