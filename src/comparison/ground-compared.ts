import type { ComparedStatement } from './compared-statements'
import { groundStatement, type GroundStatement } from './ground-texts'

/** A statement of either side, with samples in the place of its variables. */
export interface GroundCompared extends ComparedStatement {
  readonly ground: GroundStatement
}

/** Puts samples in the place of the variables of each statement. */
export const groundCompared = (statements: readonly ComparedStatement[]): readonly GroundCompared[] =>
  statements.map((one) => ({ ...one, ground: groundStatement(one.statement, one.variablesOn) }))
