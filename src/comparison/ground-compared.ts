import type { ComparedStatement } from './compared-statements'
import { groundStatement } from './ground-texts'
import { maskedStatement, type MaskedStatement } from './masked-statement'
import { resourcePatterns, type WithPatterns } from './resource-patterns'

/** A statement of either side, with samples in the place of its variables. */
export interface GroundCompared extends ComparedStatement, WithPatterns {
  /** Null: it has no masks, or they are taken for names. */
  readonly masked: MaskedStatement | null
}

/** Puts samples in the place of the variables of each statement, and finds its masks; `holes` null: masks are names. */
export const groundCompared = (
  statements: readonly ComparedStatement[],
  holes: readonly string[] | null,
): readonly GroundCompared[] =>
  statements.map((one) => {
    const ground = groundStatement(one.statement, one.variablesOn)
    const patterns = resourcePatterns(ground.statement, one.layer)
    return { ...one, ground, ...patterns, masked: holes && maskedStatement(one.statement, holes) }
  })
