import type { SituationId } from '../situations'
import type { TellingSign } from './sign'

/** What a sentence of a service means where the text has beside it all that the row names, and nothing that speaks against it. */
export interface BesideRow {
  /** These rows, or each of a kind. */
  readonly of: readonly SituationId[] | ((id: SituationId) => boolean)
  readonly is: SituationId
  /** All of these stand in it: a setting, a state, a command with what it printed, or words of the sentence itself. */
  readonly shows?: readonly RegExp[]
  /** None of these does. */
  readonly lacks?: readonly RegExp[]
  /** Whoever wrote the text says so. */
  readonly tells?: RegExp
  /** What takes code to find. */
  readonly sign?: TellingSign
}
