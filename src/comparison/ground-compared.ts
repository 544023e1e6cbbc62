import type { ComparedStatement } from './compared-statements'
import { groundStatement, type GroundStatement } from './ground-texts'
import { maskedStatement, type MaskedStatement } from './masked-statement'

/** A statement of either side, with samples in the place of its variables. */
export interface GroundCompared extends ComparedStatement {
  readonly ground: GroundStatement
  /** Null: it has no masks, or they are taken for names. */
  readonly masked: MaskedStatement | null
}

/** Puts samples in the place of the variables of each statement, and finds its masks; `holes` null: masks are names. */
export const groundCompared = (
  statements: readonly ComparedStatement[],
  holes: readonly string[] | null,
): readonly GroundCompared[] =>
  statements.map((one) => ({
    ...one,
    ground: groundStatement(one.statement, one.variablesOn),
    masked: holes && maskedStatement(one.statement, holes),
  }))
