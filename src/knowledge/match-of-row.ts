import type { KnowledgeRow, RowMatch, Observation } from './knowledge'
import { factsOf } from './observe'

/** What tells one match of a row from another. */
type OfMatch<Id extends string> = Pick<RowMatch<Id>, 'id' | 'layer' | 'decision' | 'strength' | 'for' | 'facts'>

/** A row as a match that nothing speaks against, and that asks for no statement; its facts come before those of the observation. */
export const matchOfRow = <Id extends string>(
  seen: Observation,
  { page, confirmed }: Pick<KnowledgeRow, 'page' | 'confirmed'>,
  { facts, ...match }: OfMatch<Id>,
): RowMatch<Id> => ({
  ...match,
  against: [],
  check: null,
  fix: { layer: match.layer, statements: [] },
  page,
  confirmed,
  facts: { ...factsOf(seen), ...facts },
})
