import type { Truth } from '../evaluation/evaluation'
import type { StatementStory } from '../explanation/explanation'

/** What a statement does to the request. */
export type StatementSign = 'allows' | 'denies' | 'noMatch' | 'depends'

/** What became of one element of a statement. */
export type ElementSign = 'matches' | 'fails' | 'unsettled'

/** What a statement does to the request, as its sign says it. */
export function signOf({ effect, matches }: Pick<StatementStory, 'effect' | 'matches'>): StatementSign {
  if (matches === 'unknown') return 'depends'
  if (matches === 'no') return 'noMatch'
  return effect === 'Deny' ? 'denies' : 'allows'
}

/** What became of an element, as its sign says it. */
export const ELEMENT_SIGNS: Readonly<Record<Truth, ElementSign>> = { yes: 'matches', no: 'fails', unknown: 'unsettled' }
