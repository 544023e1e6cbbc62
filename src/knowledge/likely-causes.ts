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
import { MIXED_IDS, type MixedIdRowId } from './mixed-ids'
import { findLinkedRole } from './find-linked-role'
import { findValueShapes } from './find-value-shapes'
import { LINKED_ROLE_ROWS, type LinkedRoleRowId } from './linked-roles'
import { findSiblings, SIBLING_ROWS, type SiblingRowId } from './find-siblings'
import { VALUE_SHAPE_ROWS, type ValueShapeRowId } from './value-shapes'
import { findTokenCauses } from './find-token-causes'
import type { TokenId } from './token-cause'
import type { RowMatch, KnowledgeRow, Observation } from './knowledge'
import { late } from '../text/late'
import { own } from '../text/own'
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
  ...COMPARED_VALUES,
  ...TOKEN_FORMS,
  ...TOKEN_PROVIDERS,
  ...TOKEN_TRAPS,
}

/** The sentences of every row (row-messages.ts); an error of which no row knows anything is answered without them. */
export const LATE_ROW_MESSAGES = late<Readonly<Record<RowId, RowMessage>>>('rows')

/** Is a code that of a likely cause? */
export const isKnownCause = (code: string): code is KnowledgeId =>
  Object.hasOwn(KNOWLEDGE, code) || Object.hasOwn(SITUATIONS, code)

/** The sentences of a cause. */
export const messageOf = ({ id, said }: RowMatch<KnowledgeId>): RowMessage =>
  said ?? LATE_ROW_MESSAGES.get()[id as RowId]

/** The sentences of a row; none of any other code. */
export const messageOfRow = (code: string): RowMessage | undefined =>
  own(KNOWLEDGE, code) === undefined ? undefined : own(LATE_ROW_MESSAGES.get(), code)

/** What no page says is possible at the most. */
const doubted = <Id extends string>(cause: RowMatch<Id>): RowMatch<Id> =>
  cause.confirmed === 'unconfirmed'
    ? { ...cause, strength: cause.strength === 'supported' || cause.strength === 'shown' ? 'possible' : cause.strength }
    : cause

type FindRows = (seen: Observation) => readonly RowMatch<RowId>[]

/** Finds the rows that tests of given policies show (find-in-tests.ts). */
export const LATE_IN_TESTS = late<Readonly<Record<'comparedValues' | 'conditionTraps', FindRows>>>('given')

const inTests = (kind: 'comparedValues' | 'conditionTraps', seen: Observation): readonly RowMatch<RowId>[] =>
  seen.policies.length === 0 ? [] : LATE_IN_TESTS.get()[kind](seen)

/** Every row that fits what was seen, in no order: how likely each is, the evaluation has a say in. */
export const matchingRows = (seen: Observation): readonly RowMatch<KnowledgeId>[] => [
  // What the words of the error say themselves is no less likely where no page repeats them.
  ...findSituationCauses(seen),
  ...[
    ...findTokenCauses(seen),
    ...findForeignVariables(seen),
    ...findMixedIds(seen),
    ...inTests('comparedValues', seen),
    ...findResourceCauses(seen),
    ...findSiblings(seen),
    ...findValueShapes(seen),
    ...inTests('conditionTraps', seen),
    ...findCircumstances(seen),
    ...findLinkedRole(seen),
    ...findCallNeeds(seen),
  ].map((one: RowMatch<KnowledgeId>) => doubted(one)),
]
