import type { Draft } from '../../../draft/draft'
import type { Diagnosis } from '../diagnosis'
import type { FarJudge } from '../diagnosis-store'
import type { Engine } from '../engine'
import { LONGEST_HERE, referencePart } from './heavy-messages'
import { createWorkerLine, type StartWorker } from './worker-line'

/** Judges large drafts in a worker. A paste is read there once for all edits beside it. */
export function createFarJudge(engine: () => Engine | null, start: StartWorker): FarJudge {
  const line = createWorkerLine('judge', start)

  const whole = (draft: Draft, answer: Omit<Diagnosis, 'draft'>): Diagnosis => {
    if (answer.reading !== null) engine()?.rememberDenials(draft.paste, answer.reading.denials)
    return { draft, ...answer }
  }

  return {
    isFor: (draft) => (engine()?.draftSize(draft) ?? 0) > LONGEST_HERE,
    stop: line.stop,
    async judge(draft, { service, reference }) {
      const answer = await line.ask({
        draft,
        denials: engine()?.knownDenials(draft.paste) ?? null,
        reference: referencePart(reference, [service]),
      })
      return answer && whole(draft, answer)
    },
  }
}
