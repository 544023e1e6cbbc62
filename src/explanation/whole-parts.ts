import type { FindPastedValues } from '../draft/build/pasted-value'
import type { FindInTests, RowMessages } from '../knowledge/likely-causes'
import type { PolicyPart } from '../draft/paste/read-paste-with'
import type { LatePart } from '../text/lacks'
import type { Telling } from './causes/answer-parts'
import type { ExplainFindings } from './findings/find-findings'

/** What only given policies are explained with. */
export interface GivenPart {
  readonly pastedValues: FindPastedValues
  readonly findInTests: FindInTests
  readonly explainFindings: ExplainFindings
}

/** The parts that not every answer needs. */
export interface WholeParts extends Readonly<Record<LatePart, unknown>> {
  readonly rows: RowMessages
  readonly policies: PolicyPart
  readonly given: GivenPart
  readonly telling: Telling
}

/** The same as far as they are at hand: who takes one that is not says that it lacks. */
export type AnswerParts = { readonly [Part in LatePart]?: WholeParts[Part] | undefined }
