import type { BuiltCase } from '../draft/build/build-case'
import type { Draft } from '../draft/draft'
import type { JudgedCallCheck } from './judge-call'
import type { PasteReading } from '../draft/paste/read-paste-with'
import type { LinkedCheck } from '../evaluation/evaluate-linked'
import type { JudgedTest } from '../evaluation/judge-tests'
import type { Evidence } from '../explanation/evidence'
import type { Evaluation } from '../evaluation/evaluation'
import type { Explanation } from '../explanation/explanation'
import type { JudgedCase } from '../explanation/judged-case'
import type { LatePart } from '../text/lacks'

/** What a diagnosis goes through, in this order. */
export type DiagnosisStep = 'read' | 'build' | 'evaluate' | 'explain'

/** A step that could not be done. */
export interface DiagnosisFailure {
  readonly step: DiagnosisStep
  /** What was thrown, for who mends it. */
  readonly cause: string
}

/** What a case opens at. */
export interface OpenedAt {
  readonly evaluation: Evaluation
  /** The place that the line below the headline is about; null: it is about none. */
  readonly shown: Evidence | null
}

/** Everything that follows from a draft. A step that failed or lacks a part, and those after it, are null. */
export interface Diagnosis {
  /** The draft that this speaks of: while the user types it may be a keystroke behind. */
  readonly draft: Draft
  readonly reading: PasteReading | null
  readonly built: BuiltCase | null
  readonly evaluation: Evaluation | null
  /** The further checks of the call, the request itself first; none where the draft has none. */
  readonly linked: readonly LinkedCheck[]
  /** Every check that AWS makes for the call that failed; none where it makes one, or the text tells no call. */
  readonly call: readonly JudgedCallCheck[]
  /** The tests that are kept with the draft, each as its policies decide it. */
  readonly tests: readonly JudgedTest[]
  readonly explanation: Explanation | null
  /** What the remedies are made from; null where something failed. */
  readonly judged: JudgedCase | null
  /** How this paste was first judged, or when the last policy came; null where it is not. What opens by itself follows it. */
  readonly opening: OpenedAt | null
  /** Null where all went well. */
  readonly failed: DiagnosisFailure | null
  /** The part that has to be here for it, where it has not come yet. */
  readonly lacks?: LatePart
}

/** What follows from a draft while nothing can judge it. */
export const undiagnosed = (draft: Draft): Diagnosis => ({
  draft,
  reading: null,
  built: null,
  evaluation: null,
  linked: [],
  call: [],
  tests: [],
  explanation: null,
  judged: null,
  opening: null,
  failed: null,
})

/** Is there an answer? Without an action there is no question yet; who calls, and on what, may be unknown. */
export const isJudged = ({ explanation, built }: Diagnosis): boolean =>
  explanation !== null && built !== null && !built.missing.includes('action')

/** The evaluation, where there is an answer. */
export const judgedEvaluation = (diagnosis: Diagnosis): Evaluation | null =>
  isJudged(diagnosis) ? diagnosis.evaluation : null
