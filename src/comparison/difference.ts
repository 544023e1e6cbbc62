import type { ChangeCollector } from './collect-changes'
import type { AccessDifference, BeyondCode, ProofCode } from './comparison'
import type { GroundCompared } from './ground-compared'

/** Does a change of these statements alone only take away, or only add? */
export function monotone(statements: readonly GroundCompared[]): { onlyLess: boolean; onlyMore: boolean } {
  const changed = statements.filter(({ side }) => side !== 'both')
  const isLess = ({ side, statement }: GroundCompared): boolean =>
    (side === 'before') === (statement.effect === 'Allow')
  return { onlyLess: changed.every(isLess), onlyMore: changed.every((one) => !isLess(one)) }
}

/** What was found on one side, and whether that is all; `proof`: why there is nothing, whatever was tried. */
export function differenceOf(
  { changes }: ChangeCollector,
  beyond: ReadonlySet<BeyondCode>,
  proof: ProofCode | null,
): AccessDifference {
  if (changes.length > 0) {
    const isComplete = beyond.size === 0
    return { outcome: 'some', changes, isComplete, proof: isComplete ? 'every-class-tried' : null, beyond: [...beyond] }
  }
  const proven = proof ?? (beyond.size === 0 ? 'every-class-tried' : null)
  return {
    outcome: proven === null ? 'cannot-say' : 'nothing',
    changes,
    isComplete: proven !== null,
    proof: proven,
    beyond: proven === null ? [...beyond] : [],
  }
}
