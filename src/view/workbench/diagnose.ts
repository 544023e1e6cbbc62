import { buildCase, type BuiltCase } from '../../draft/build-case'
import type { Draft } from '../../draft/draft'
import { readPaste, type PasteReading } from '../../draft/read-paste'
import { evaluate } from '../../evaluation/evaluate'
import type { Evaluation } from '../../evaluation/evaluation'
import { explain } from '../../explanation/explain'
import type { Explanation } from '../../explanation/explanation'
import type { Reference } from '../../reference/reference'

/** Everything that follows from a draft. A step that failed, and those after it, are null. */
export interface Diagnosis {
  /** The draft that this speaks of: while the user types it may be a keystroke behind. */
  readonly draft: Draft
  readonly reading: PasteReading | null
  readonly built: BuiltCase | null
  readonly evaluation: Evaluation | null
  readonly explanation: Explanation | null
  /** The step that failed; null where all went well. */
  readonly failed: 'read' | 'build' | 'evaluate' | 'explain' | null
}

let lastRead: { readonly paste: string; readonly reading: PasteReading } | null = null

/** The paste is read once for all edits beside it: a log may be long, and policies are typed with it in the box. */
function readOnce(paste: string): PasteReading {
  if (lastRead?.paste !== paste) lastRead = { paste, reading: readPaste(paste) }
  return lastRead.reading
}

/**
 * Reads the paste, builds the case, evaluates and explains it, with what is known of the reference. Never throws: a
 * failed step is named instead.
 */
export function diagnose(draft: Draft, reference?: Reference): Diagnosis {
  let step: NonNullable<Diagnosis['failed']> = 'read'
  let done: Diagnosis = { draft, reading: null, built: null, evaluation: null, explanation: null, failed: null }
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
    return { ...done, explanation: explain(evaluation, built.accessCase, built.denial, reference) }
  } catch {
    return { ...done, failed: step }
  }
}
