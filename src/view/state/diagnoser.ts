import { diagnoseWith, keepDiagnosis } from '../../diagnosis/diagnose-with'
import { createMemo, type Memo } from '../../diagnosis/memo'
import { readersOf } from '../../diagnosis/readers-of'
import { lacksAnswers } from '../../diagnosis/situations-asked'
import { refusesDocument, type FindDocumentMistake } from '../../explanation/causes/refused-document'
import type { SituationAnswers } from '../../facts/situations/situations'
import type { Diagnoser } from './diagnosis-store'

/** The parts of an answer that few need; each is loaded when it is first wanted. */
export interface DiagnoserInput {
  readonly loadSituations: () => Promise<{ readonly SITUATION_ANSWERS: SituationAnswers }>
  readonly loadDocumentMistake: () => Promise<{ readonly documentMistake: FindDocumentMistake }>
  /** One of them came, or failed: what waits for it is judged again. */
  readonly onSettled: () => void
}

/** What is said of an answer whose sentences did not come; they are asked for again with the next change. */
const NOT_HERE = { step: 'explain', cause: 'what is said of this error couldn’t be loaded' } as const

/** A part that is fetched when it is first wanted. Each call of `fetch` tells whether it can still come; one that failed is told once. */
function fetchedOnce<Part>(load: () => Promise<Part>, onSettled: () => void) {
  let part: Part | null = null
  let state: 'none' | 'coming' | 'failed' = 'none'
  const fetchNow = async () => {
    try {
      part = await load()
    } catch {
      state = 'failed'
    }
    onSettled()
  }
  return {
    now: () => part,
    fetch: (): boolean => {
      if (part !== null || state === 'coming') return true
      const isComing = state === 'none'
      state = isComing ? 'coming' : 'none'
      if (isComing) void fetchNow()
      return isComing
    },
  }
}

/** Diagnoses drafts one after the other, with what it has loaded. */
export function createDiagnoser({ loadSituations, loadDocumentMistake, onSettled }: DiagnoserInput): Diagnoser & {
  readonly memo: Memo
} {
  const memo = createMemo()
  const mistakes = fetchedOnce(loadDocumentMistake, onSettled)
  const situations = fetchedOnce(loadSituations, onSettled)
  const yaml = fetchedOnce(() => readersOf(true, []), onSettled)
  return {
    memo,
    judge: (draft, reference) => {
      const { documentMistake } = mistakes.now() ?? {}
      const { SITUATION_ANSWERS: situationAnswers } = situations.now() ?? {}
      const done = diagnoseWith(draft, {
        ...{ reference, documentMistake, situationAnswers, memo },
        readers: yaml.now() ?? undefined,
      })
      if (done.reading?.needs.yaml === true) yaml.fetch()
      // The answer stands without the mistake of a document as well; where it does not come it stays so.
      if (refusesDocument(done.reading?.denials ?? [])) mistakes.fetch()
      if (!lacksAnswers(done) || situationAnswers !== undefined) return done
      return situations.fetch() ? null : { ...done, explanation: null, failed: NOT_HERE }
    },
    keep: (done) => keepDiagnosis(done, memo),
  }
}
