import { checkDiagnosis } from '../../diagnosis/call-checks'
import { diagnoseWith, keepDiagnosis } from '../../diagnosis/diagnose-with'
import { createMemo, type Memo } from '../../diagnosis/memo'
import { readersOf } from '../../diagnosis/readers-of'
import { areasAsked, lacksAnswers } from '../../diagnosis/situations-asked'
import { refusesDocument, type FindDocumentMistake } from '../../explanation/causes/refused-document'
import type { AnswerParts } from '../../explanation/whole-parts'
import type { SituationAnswers, SituationArea } from '../../facts/situations/situations'
import type { Diagnosis } from '../../diagnosis/diagnosis'
import type { Diagnoser } from './diagnosis-store'
import { answerWaitsFor } from './answer-waits'
import { LATE_PARTS, type LoadSituations } from './late-parts'

/** The parts of an answer that few need; each is loaded when it is first wanted. */
export interface DiagnoserInput {
  readonly loadSituations: LoadSituations
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
    /** Resolves when it is here, and where it can’t come. */
    settled: async (): Promise<void> => {
      if (part === null)
        await load().then(
          (it) => (part = it),
          () => undefined,
        )
    },
    fetch: (): boolean => {
      if (part !== null || state === 'coming') return true
      const isComing = state === 'none'
      state = isComing ? 'coming' : 'none'
      if (isComing) answerWaitsFor(fetchNow())
      return isComing
    },
  }
}

type Fetched = Pick<ReturnType<typeof fetchedOnce>, 'fetch' | 'now'>

const fetchedParts = (onSettled: () => void) => ({
  rows: fetchedOnce(LATE_PARTS.rows, onSettled),
  policies: fetchedOnce(LATE_PARTS.policies, onSettled),
  given: fetchedOnce(LATE_PARTS.given, onSettled),
  telling: fetchedOnce(LATE_PARTS.telling, onSettled),
})

type LateParts = ReturnType<typeof fetchedParts>

/** What is said of situations, an area as soon as an error is of one of its rows. */
function fetchedSituations(loads: LoadSituations, onSettled: () => void) {
  const areas = Object.entries(loads).map(
    ([area, load]) => [area as SituationArea, fetchedOnce(load, onSettled)] as const,
  )
  return {
    now: (): SituationAnswers => Object.assign({}, ...areas.map(([, { now }]) => now())) as SituationAnswers,
    /** What these errors need and is not here. */
    missing: (asked: readonly SituationArea[]): readonly Fetched[] =>
      areas.flatMap(([area, part]) => (asked.includes(area) && part.now() === null ? [part] : [])),
  }
}

/** What a diagnosis needs and is not here: all that may be, where policies are given or further checks wait to be explained. */
function missingParts(
  { lacks, linked, evaluation }: Diagnosis,
  { rows, policies, given, telling }: LateParts,
): readonly Fetched[] {
  if (lacks === 'policies') return [policies]
  if (lacks === undefined && linked.length === 0) return []
  const isAll =
    lacks === 'given' || linked.length > 0 || evaluation?.layers.some(({ statements }) => statements.length > 0)
  const wanted = isAll ? [given, rows, telling] : lacks === 'telling' ? [telling] : [rows, telling]
  return wanted.filter((part) => part.now() === null)
}

/** Diagnoses drafts one after the other, with what it has loaded. */
export function createDiagnoser({ loadSituations, loadDocumentMistake, onSettled }: DiagnoserInput): Diagnoser & {
  readonly memo: Memo
} {
  const memo = createMemo()
  const mistakes = fetchedOnce(loadDocumentMistake, onSettled)
  const situations = fetchedSituations(loadSituations, onSettled)
  const late = fetchedParts(onSettled)
  const partsNow = (): AnswerParts => ({
    rows: late.rows.now() ?? undefined,
    policies: late.policies.now() ?? undefined,
    given: late.given.now() ?? undefined,
    telling: late.telling.now() ?? undefined,
  })
  const yaml = fetchedOnce(() => readersOf(true, []), onSettled)
  return {
    memo,
    judge: (draft, reference) => {
      const { documentMistake } = mistakes.now() ?? {}
      const done = diagnoseWith(draft, {
        ...{ reference, documentMistake, situationAnswers: situations.now(), memo, parts: partsNow() },
        readers: yaml.now() ?? undefined,
      })
      if (done.reading?.needs.yaml === true) yaml.fetch()
      const errors = done.reading?.denials ?? []
      // The answer stands without the mistake of a document as well; where it does not come it stays so.
      if (refusesDocument(errors)) mistakes.fetch()
      const missing = missingParts(done, late)
      const said = missing.length > 0 || lacksAnswers(done) ? situations.missing(areasAsked(errors)) : []
      // All at once, each asked for.
      const areComing = [...missing, ...said].map((part) => part.fetch())
      if (areComing.length === 0) return done
      return areComing.every(Boolean) ? null : { ...done, explanation: null, failed: NOT_HERE }
    },
    keep: (done) => keepDiagnosis(done, memo),
    whole: async () => {
      await Promise.all([late.rows.settled(), late.given.settled(), late.telling.settled()])
    },
    ofCheck: (diagnosis, at, reference) => checkDiagnosis(diagnosis, at, { reference, memo, parts: partsNow() }),
  }
}
