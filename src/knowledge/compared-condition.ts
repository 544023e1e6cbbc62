import { claimedLayer } from '../denial/denial'
import type { ConditionEntry, Statement } from '../policy/policy'
import { COMPARED_VALUES, type ComparedValueId } from './compared-values'
import { mayCoverResource } from './given-policies'
import type { Clue, Facts, GivenPolicy, Observation, RowMatch } from './knowledge'
import { matchOfRow } from './match-of-row'
import { someValues } from './observe'
import { namesAction } from '../policy/statement-names'

/** A test of a statement that can have kept an Allow from applying, or let a Deny apply. */
export interface Tested {
  readonly given: GivenPolicy
  readonly statement: Statement
  readonly test: ConditionEntry
}

/** A row that a test of a given policy shows. */
export const found = (
  seen: Observation,
  id: ComparedValueId,
  { given: { layer }, statement: { effect }, test }: Tested,
  facts: Facts,
  clues: readonly Clue[] = [],
): RowMatch<ComparedValueId> => {
  const written = test.values.map(({ text }) => text)
  return matchOfRow(seen, COMPARED_VALUES[id], {
    id,
    layer,
    decision: effect === 'Deny' ? 'explicitDeny' : 'implicitDeny',
    strength: 'shown',
    for: [{ kind: 'test-written', text: `${test.operatorText} ${test.key}: ${someValues(written)}` }, ...clues],
    facts: { testedKey: test.key, ...facts },
  })
}

/** Does a test let nothing through but its values: in an Allow one that an absent key fails, in a Deny one that it passes? */
const isLimit = ({ effect }: Statement, { operator }: ConditionEntry): boolean =>
  operator.family !== 'null' && (effect === 'Deny') === (operator.negated || operator.ifExists)

/** The tests of given policies for the action, in the layer that AWS names where it names one. */
export const testsFor = (seen: Observation): readonly Tested[] => {
  const claimed = claimedLayer(seen.denial)
  return seen.policies
    .filter(({ layer }) => claimed === null || layer === claimed)
    .flatMap((given) =>
      given.policy.statements
        .filter((statement) => seen.action === null || namesAction(statement, seen.action))
        // What a statement tests is no reason for a request that it does not reach.
        .filter((statement) => mayCoverResource(statement, seen.resource))
        .flatMap((statement) =>
          statement.conditions
            .filter((test) => isLimit(statement, test))
            .map((test): Tested => ({ given, statement, test })),
        ),
    )
}
