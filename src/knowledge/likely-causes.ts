import { ARN_TRAPS } from './arn-traps'
import { CALL_FACTS, type CallFactId } from '../facts/calls/call-facts'
import { CIRCUMSTANCES, type CircumstanceId } from './circumstances'
import { CONDITION_TRAPS, type ConditionTrapId } from './condition-traps'
import { COMPARED_VALUES, type ComparedValueId } from './compared-values'
import { findForeignVariables } from './find-foreign-variables'
import { findCallNeeds } from './find-call-needs'
import { findResourceCauses, type ResourceRowId } from './find-arn-traps'
import { findCircumstances } from './find-circumstances'
import { SITUATIONS, type SituationId } from '../facts/situations/situations'
import { findSituationCauses } from './find-situation-causes'
import { findMixedIds } from './find-mixed-ids'
import { findPairs } from './pairs/find-pairs'
import { PAIRS, type PairId } from './pairs/pairs'
import { MIXED_IDS, type MixedIdRowId } from './mixed-ids'
import { findLinkedRole } from './find-linked-role'
import { findValueShapes } from './find-value-shapes'
import { LINKED_ROLE_ROWS, type LinkedRoleRowId } from './linked-roles'
import { findSiblings, SIBLING_ROWS, type SiblingRowId } from './find-siblings'
import { VALUE_SHAPE_ROWS, type ValueShapeRowId } from './value-shapes'
import { findTokenCauses } from './find-token-causes'
import type { TokenId } from './token-cause'
import type { RowMatch, KnowledgeRow, Observation } from './knowledge'
import type { Lacks } from '../text/lacks'
import type { RowMessage } from './messages/row-message'
import { FOREIGN_VARIABLE, type ForeignVariableId } from './foreign-variables'
import { CALL_TRAPS } from './call-traps'
import { NO_RESOURCE } from './no-resource'
import { TOKEN_FORMS, TOKEN_PROVIDERS } from './token-forms'
import { TOKEN_TRAPS } from './token-traps'

/** The id of any row of the tables here. */
export type RowId =
  | CallFactId
  | CircumstanceId
  | ConditionTrapId
  | LinkedRoleRowId
  | SiblingRowId
  | ValueShapeRowId
  | ResourceRowId
  | ForeignVariableId
  | MixedIdRowId
  | PairId
  | ComparedValueId
  | TokenId

/** Any id of a likely cause: of a row of the tables here, or of a situation, which the words of the error name. */
export type KnowledgeId = RowId | SituationId

/** Every row of every table. */
export const KNOWLEDGE: Readonly<Record<RowId, KnowledgeRow>> = {
  ...CALL_FACTS,
  ...CIRCUMSTANCES,
  ...CONDITION_TRAPS,
  ...LINKED_ROLE_ROWS,
  ...SIBLING_ROWS,
  ...VALUE_SHAPE_ROWS,
  ...ARN_TRAPS,
  ...NO_RESOURCE,
  ...CALL_TRAPS,
  ...FOREIGN_VARIABLE,
  ...MIXED_IDS,
  ...PAIRS,
  ...COMPARED_VALUES,
  ...TOKEN_FORMS,
  ...TOKEN_PROVIDERS,
  ...TOKEN_TRAPS,
}

/** The sentences of every row (row-messages.ts); an error of which no row knows anything is answered without them. */
export type RowMessages = Readonly<Record<RowId, RowMessage>>

/** Is a code that of a likely cause? */
export const isKnownCause = (code: string): code is KnowledgeId =>
  Object.hasOwn(KNOWLEDGE, code) || Object.hasOwn(SITUATIONS, code)

/** A row that fits what was seen, with its sentences. */
export type WordedRow = RowMatch<KnowledgeId> & { readonly said: RowMessage }

/** Rows with their sentences; what a service says in words of its own has them already. */
export function withMessages(
  rows: readonly RowMatch<KnowledgeId>[],
  messages: RowMessages | undefined,
): readonly WordedRow[] | Lacks {
  const worded: WordedRow[] = []
  for (const row of rows) {
    const said = row.said ?? messages?.[row.id as RowId]
    if (said === undefined) return { lacks: 'rows' }
    worded.push({ ...row, said })
  }
  return worded
}

/** What no page says is possible at the most. */
const doubted = <Id extends string>(cause: RowMatch<Id>): RowMatch<Id> =>
  cause.confirmed === 'unconfirmed'
    ? { ...cause, strength: cause.strength === 'supported' || cause.strength === 'shown' ? 'possible' : cause.strength }
    : cause

type FindRows = (seen: Observation) => readonly RowMatch<RowId>[]

/** Finds the rows that tests of given policies show (find-in-tests.ts). */
export type FindInTests = Readonly<Record<'comparedValues' | 'conditionTraps', FindRows>>

/** No policy is given, and so none tests anything. */
const NO_TESTS: FindInTests = { comparedValues: () => [], conditionTraps: () => [] }

/** Every row that fits what was seen, in no order: how likely each is, the evaluation has a say in. */
export function matchingRows(seen: Observation, findInTests: FindInTests): readonly RowMatch<KnowledgeId>[]
/** The same, where the part that policies take need not be here. */
export function matchingRows(
  seen: Observation,
  findInTests: FindInTests | undefined,
): readonly RowMatch<KnowledgeId>[] | Lacks
/** See above. */
export function matchingRows(
  seen: Observation,
  findInTests: FindInTests | undefined,
): readonly RowMatch<KnowledgeId>[] | Lacks {
  const inTests = seen.policies.length === 0 ? NO_TESTS : findInTests
  if (inTests === undefined) return { lacks: 'given' }
  return [
    // What the words of the error say themselves is no less likely where no page repeats them.
    ...findSituationCauses(seen),
    ...[
      ...findTokenCauses(seen),
      ...findForeignVariables(seen),
      ...findMixedIds(seen),
      ...findPairs(seen),
      ...inTests.comparedValues(seen),
      ...findResourceCauses(seen),
      ...findSiblings(seen),
      ...findValueShapes(seen),
      ...inTests.conditionTraps(seen),
      ...findCircumstances(seen),
      ...findLinkedRole(seen),
      ...findCallNeeds(seen),
    ].map((one: RowMatch<KnowledgeId>) => doubted(one)),
  ]
}
