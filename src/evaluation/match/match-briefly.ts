import type { Statement } from '../../policy/policy'
import type { PolicyHeader } from '../compile/compile-layers'
import { evaluateStatement, type Outcome, type Preparation, type StatementOutcome } from './evaluate-statement'
import { takesActionIn } from './match-action'
import type { PrincipalScope } from './name-caller'

/**
 * What a statement does where nothing is told of it: adds the same to `outcomes` as `evaluateStatement`. Of many actions it
 * takes in few, and of the others nothing need be made.
 */
export function matchBriefly(
  statement: Statement,
  place: PolicyHeader,
  scope: PrincipalScope,
  outcomes: Outcome[],
  kept: Preparation,
): void {
  const { holes, lowerAction } = scope.request
  if (holes.none && !takesActionIn(statement.action, lowerAction)) return
  evaluateStatement(statement, place, scope, outcomes as StatementOutcome[], kept)
}
