import type { ProblemFix } from '../../../diagnosis/worded-problems'
import { readableDocument } from '../../../policy/complete-document'
import { applyEdits } from '../../../text/text-edit'
import { sharedValue } from '../../state/shared-value'

/** A repair that was made, and can be taken to AWS or taken back. */
export interface Mend {
  readonly before: string
  readonly after: string
}

/** The last repair: it outlives the moment in which the repaired text is read. */
export const lastMend = sharedValue<Mend | null>(null)

/** Repairs a text, and hands it on. */
export function mendText(before: string, { edits }: ProblemFix, onMend: (text: string) => void): void {
  const after = readableDocument(applyEdits(before, edits))
  lastMend.set({ before, after })
  onMend(after)
}

/** The title of a repair with what tells its ARN apart: the rest is told on hover, and at the line. */
export const shortTitle = (title: string): string => title.replace(/"arn:[^"]{0,400}:([^":]{1,400})"/, '"…$1"')
