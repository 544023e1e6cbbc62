import type { CompiledLayer, PolicyHeader } from '../compile/compile-layers'
import type { Statement } from '../../policy/policy'
import type { StatementResult } from '../evaluation'
import { evaluateStatement, notReached, type StatementOutcome } from '../match/evaluate-statement'
import { takesActionIn } from '../match/match-action'
import type { PrincipalScope } from '../match/name-caller'
import { keptPolicy, statementsFor, type KeptStatement } from './kept-statements'

/** What the statements of a layer did. */
export interface JudgedStatements {
  /** In order, those that take the action in, or may, and perhaps others. */
  readonly reached: readonly StatementResult[]
  /** All of them; of those that were not reached it is told that they speak of other actions. Null: there are no others. */
  readonly all: (() => readonly StatementResult[]) | null
}

/**
 * Judges the statements of a layer, and adds what matches, or may, to the outcomes of its level. Of those that do not
 * take the action in nothing is made until it is asked for. `keeps`: the policies are judged for other requests, too.
 */
export function judgeStatements(
  layer: CompiledLayer,
  scope: PrincipalScope,
  outcomes: StatementOutcome[][],
  keeps: boolean,
): JudgedStatements {
  const { holes, lowerAction, service } = scope.request
  const { levels } = layer
  const isPlain = holes.none
  const reached: StatementResult[] = []
  const places: number[] = []
  let from = 0
  const judge = (
    statement: Statement,
    place: PolicyHeader,
    kept: KeptStatement | null,
    into: StatementOutcome[],
    at: number,
  ) => {
    if (isPlain && !takesActionIn(statement.action, lowerAction)) return
    reached.push(evaluateStatement(statement, place, scope, into, kept))
    places.push(at)
  }
  for (let level = 0; level < levels.length; level++) {
    const into = outcomes[level] as StatementOutcome[]
    for (const policy of levels[level]?.policies ?? []) {
      const { statements } = policy
      const kept = keptPolicy(policy, holes, keeps)
      if (kept === null)
        for (let i = 0; i < statements.length; i++) judge(statements[i] as Statement, policy, null, into, from + i)
      else for (const one of statementsFor(kept, service)) judge(one.statement, policy, one, into, from + one.position)
      from += statements.length
    }
  }
  return { reached, all: reached.length === from ? null : () => allOf(layer, scope, keeps, reached, places) }
}

/** What was reached, and between it what was not. */
function allOf(
  { levels }: CompiledLayer,
  scope: PrincipalScope,
  keeps: boolean,
  reached: readonly StatementResult[],
  places: readonly number[],
): readonly StatementResult[] {
  const { request } = scope
  const { holes, service } = request
  const tell = (statement: Statement, policy: PolicyHeader) =>
    holes.none ? notReached(statement, policy, request) : evaluateStatement(statement, policy, scope, [])
  const all: StatementResult[] = []
  let next = 0
  for (const { policies } of levels) {
    for (const policy of policies) {
      const { statements } = policy
      const kept = keptPolicy(policy, holes, keeps)
      for (let i = 0; i < statements.length; i++) {
        const one = kept?.statements[i]
        if (places[next] === all.length) all.push(reached[next++] as StatementResult)
        else if (one?.services?.includes(service) !== false) all.push(tell(statements[i] as Statement, policy))
        else all.push((one.elsewhere ??= tell(one.statement, policy)))
      }
    }
  }
  return all
}
