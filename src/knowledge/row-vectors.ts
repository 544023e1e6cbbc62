import calls from '../facts/calls/vectors.json'
import circumstances from './vectors/circumstances.json'
import comparedValues from './vectors/compared-values.json'
import conditionTraps from './vectors/condition-traps.json'
import others from './vectors/others.json'
import pairs from './vectors/pairs.json'
import resources from './vectors/resources.json'
import tokens from './vectors/tokens.json'

/** A row by its id, with a case in which it applies; its test asserts that and more, and its page shows the case. */
export interface RowVector {
  readonly id: string
  readonly fires: unknown
}

/** The vectors of all rows of knowledge: those of situations stand beside their registry. */
export const ROW_VECTORS: readonly RowVector[] = [
  ...calls,
  ...circumstances,
  ...comparedValues,
  ...conditionTraps,
  ...others,
  ...pairs,
  ...resources,
  ...tokens,
]
