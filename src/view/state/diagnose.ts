import { buildCase, type BuiltCase } from '../../draft/build-case'
import type { Draft } from '../../draft/draft'
import { judgedDraft } from '../../draft/edit-draft'
import { readPaste, type PasteReading } from '../../draft/read-paste'
import { evaluate } from '../../evaluation/evaluate'
import type { Evaluation } from '../../evaluation/evaluation'
import { explainsDenial } from '../../explanation/claim'
import { explain } from '../../explanation/explain'
import type { Explanation } from '../../explanation/explanation'
import type { Situation } from '../../explanation/situation'
import type { Reference } from '../../reference/reference'
import { keepSame } from './keep-same'

/** Everything that follows from a draft. A step that failed, and those after it, are null. */
export interface Diagnosis {
  /** The draft that this speaks of: while the user types it may be a keystroke behind. */
  readonly draft: Draft
  readonly reading: PasteReading | null
  readonly built: BuiltCase | null
  readonly evaluation: Evaluation | null
  readonly explanation: Explanation | null
  /** What the remedies are made from; null where something failed. */
  readonly situation: Situation | null
  /** The step that failed; null where all went well. */
  readonly failed: 'read' | 'build' | 'evaluate' | 'explain' | null
}

let lastRead: { readonly paste: string; readonly reading: PasteReading } | null = null

/** The paste is read once for all edits beside it: a log may be long, and policies are typed with it in the box. */
function readOnce(paste: string): PasteReading {
  if (lastRead?.paste !== paste) lastRead = { paste, reading: readPaste(paste) }
  return lastRead.reading
}

let lastJudged: { readonly before: Draft; readonly explains: boolean } | null = null

/** Do the policies before the changes that are tried explain AWS's denial? They are judged once for all such changes. */
function isChangedSince(draft: Draft, { denials }: PasteReading): boolean {
  const judged = judgedDraft(draft)
  if (judged === null) return false
  const before = keepSame(lastJudged?.before, judged)
  if (lastJudged?.before !== before) {
    const { accessCase, denial } = buildCase(before, denials)
    lastJudged = { before, explains: explainsDenial({ accessCase, denial, evaluation: evaluate(accessCase) }) }
  }
  return lastJudged.explains
}

let lastDone: Diagnosis | null = null

/** A diagnosis that holds on to whatever is as it was: most of it is, from one key to the next. */
function keepDone({ built, explanation, ...rest }: Diagnosis): Diagnosis {
  const before = lastDone
  lastDone = {
    ...rest,
    built: built && {
      ...built,
      fields: keepSame(before?.built?.fields, built.fields),
      context: keepSame(before?.built?.context, built.context),
    },
    explanation: keepSame(before?.explanation, explanation),
  }
  return lastDone
}

const NOTHING = { reading: null, built: null, evaluation: null, explanation: null, situation: null } as const

/**
 * Reads the paste, builds the case, evaluates and explains it, with what is known of the reference. Never throws: a
 * failed step is named instead.
 */
export function diagnose(draft: Draft, reference?: Reference): Diagnosis {
  let step: NonNullable<Diagnosis['failed']> = 'read'
  let done: Diagnosis = { draft, ...NOTHING, failed: null }
  try {
    const reading = readOnce(draft.paste)
    done = { ...done, reading }
    step = 'build'
    const built = buildCase(draft, reading.denials)
    done = { ...done, built }
    step = 'evaluate'
    const evaluation = evaluate(built.accessCase)
    done = { ...done, evaluation }
    step = 'explain'
    const { accessCase, denial } = built
    const isChanged = isChangedSince(draft, reading)
    const explanation = explain(evaluation, accessCase, denial, reference, isChanged)
    return keepDone({ ...done, explanation, situation: { evaluation, accessCase, denial, isChanged } })
  } catch {
    return { ...done, failed: step }
  }
}
