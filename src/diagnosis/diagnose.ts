import type { AccessCase } from '../case/access-case'
import { buildCase } from '../draft/build/build-case'
import type { Draft } from '../draft/draft'
import { judgedDraft } from '../draft/edit/edit-draft'
import { countPolicies } from '../draft/edit/edit-layers'
import { readPaste, type PasteReading } from '../draft/paste/read-paste'
import { evaluate, type Known } from '../evaluation/evaluate'
import { evaluateLinked } from '../evaluation/evaluate-linked'
import type { Evaluation } from '../evaluation/evaluation'
import { explainsDenial } from '../explanation/words/claim'
import { explain } from '../explanation/explain'
import { serviceOfAction } from '../iam/action-service'
import { CASE_LAYERS } from '../iam/layers'
import { isJudged, undiagnosed, type Diagnoser, type Diagnosis, type Judge } from './diagnosis'
import { referencePart } from '../reference/reference-part'
import { replaceEqualDeep } from '../text/replace-equal-deep'

/** The services that are asked. */
const servicesOf = ({ request, linked = [] }: AccessCase): readonly string[] => [
  ...new Set([request, ...linked].map(({ action }) => serviceOfAction(action ?? ''))),
]

/**
 * A judge with a memory of the last draft: a paste is read once for all edits beside it, since a log may be long, and
 * policies from before a change are judged once for all such changes. Never throws: a failed step is named instead.
 */
export function createJudge(): Judge {
  let lastRead: { readonly paste: string; readonly reading: PasteReading } | null = null
  let lastJudged: { readonly before: Draft; readonly explains: boolean } | null = null

  const readOnce = (paste: string): PasteReading => {
    if (lastRead?.paste !== paste) lastRead = { paste, reading: readPaste(paste) }
    return lastRead.reading
  }

  /** Do the policies before the changes that are tried explain AWS's denial? */
  const isChangedSince = (draft: Draft, { denials }: PasteReading, known: Known): boolean => {
    const judged = judgedDraft(draft)
    if (judged === null) return false
    const before = replaceEqualDeep(lastJudged?.before, judged)
    if (lastJudged?.before !== before) {
      const { accessCase, denial } = buildCase(before, denials)
      lastJudged = { before, explains: explainsDenial({ accessCase, denial, evaluation: evaluate(accessCase, known) }) }
    }
    return lastJudged.explains
  }

  return (draft, reference) => {
    let step: NonNullable<Diagnosis['failed']> = 'read'
    let done = undiagnosed(draft)
    try {
      const reading = readOnce(draft.paste)
      done = { ...done, reading }
      step = 'build'
      const built = buildCase(draft, reading.denials)
      done = { ...done, built }
      step = 'evaluate'
      const known = reference === undefined ? {} : { reference }
      const evaluation = evaluate(built.accessCase, known)
      const linked = built.accessCase.linked ? evaluateLinked(built.accessCase, known).checks : []
      done = { ...done, evaluation, linked }
      step = 'explain'
      const { accessCase, denial } = built
      const isChanged = isChangedSince(draft, reading, known)
      const error = denial ?? reading.denials[draft.chosen] ?? reading.denials[0] ?? null
      const services = reference === undefined ? {} : { services: referencePart(reference, servicesOf(accessCase)) }
      const situation = { evaluation, accessCase, denial, isChanged, error, ...services }
      const explanation = explain({ ...situation, reference })
      return { ...done, explanation, situation }
    } catch {
      return { ...done, failed: step }
    }
  }
}

/** A memory of what was said of the last draft, see `Diagnoser.keep`. */
function createMemory(): Diagnoser['keep'] {
  let lastDone: Diagnosis | null = null
  let lastOpening: { readonly paste: string; readonly policies: number; readonly evaluation: Evaluation } | null = null

  const keepParts = ({ built, explanation, ...rest }: Diagnosis): Diagnosis => {
    const before = lastDone
    lastDone = {
      ...rest,
      built: built && {
        ...built,
        fields: replaceEqualDeep(before?.built?.fields, built.fields),
        context: replaceEqualDeep(before?.built?.context, built.context),
        holes: replaceEqualDeep(before?.built?.holes, built.holes),
        accessCase: {
          ...built.accessCase,
          request: replaceEqualDeep(before?.built?.accessCase.request, built.accessCase.request),
        },
      },
      explanation: replaceEqualDeep(before?.explanation, explanation),
    }
    return lastDone
  }

  const withOpening = (done: Diagnosis): Diagnosis => {
    const { paste, layers } = done.draft
    const policies = CASE_LAYERS.reduce((sum, layer) => sum + countPolicies(layers, layer), 0)
    const isNew = lastOpening?.paste !== paste || policies > lastOpening.policies
    if (!isJudged(done) || done.evaluation === null) lastOpening = null
    else lastOpening = { paste, policies, evaluation: isNew || !lastOpening ? done.evaluation : lastOpening.evaluation }
    return { ...done, opening: lastOpening?.evaluation ?? null }
  }

  return (done) => (done.failed === null ? keepParts(withOpening(done)) : done)
}

/** Judges drafts one after the other; whatever is as it was stays the same object. */
export function createDiagnoser(): Diagnoser {
  const judge = createJudge()
  const keep = createMemory()
  return { judge: (draft, reference) => keep(judge(draft, reference)), keep }
}

/** What follows from one draft, for whoever has no other to follow. */
export const diagnose: Judge = (draft, reference) => createDiagnoser().judge(draft, reference)
