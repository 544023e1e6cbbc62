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

/** Do the policies before the changes that are tried explain AWS's denial? */
function isChangedSince(draft: Draft, { denials }: PasteReading): boolean {
  const before = judgedDraft(draft)
  if (before === null) return false
  const { accessCase, denial } = buildCase(before, denials)
  return explainsDenial({ accessCase, denial, evaluation: evaluate(accessCase) })
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
    return { ...done, explanation, situation: { evaluation, accessCase, denial, isChanged } }
  } catch {
    return { ...done, failed: step }
  }
}
