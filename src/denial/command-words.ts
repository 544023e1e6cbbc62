import type { CommandWords } from '../text/shell-words'
import type { Call } from './call'
import { parameterName } from './command-names'
import type { Range } from '../text/mapped-text'

/** A call as it stands in the normalised text. */
export interface FoundCall extends Omit<Call, 'span'> {
  /** A template declares what it makes: whether that was being made when the error came is for the words around to tell. */
  readonly isDeclared?: true
  readonly range: Range
}

/** Values that name a file of the caller, and say nothing of the request. */
const FILE = /^(?:file|fileb):\/\//

/** Options by the names of their parameters. */
export function parametersOf(options: CommandWords['options']): Record<string, string | true> {
  const entries = [...options].filter(([, value]) => value === true || !FILE.test(value))
  return Object.fromEntries(entries.map(([name, value]) => [parameterName(name), value]))
}
