import { hasMark } from '../../case/holes'
import type { Statement } from '../../policy/policy'
import type { CompiledLayer, PolicyHeader } from '../compile/compile-layers'
import type { StatementResult } from '../evaluation'
import { evaluateStatement, type Preparation, type StatementOutcome } from '../match/evaluate-statement'
import { takesActionIn } from '../match/match-action'
import type { PrincipalScope } from '../match/name-caller'

/** A statement that is judged many times. */
interface BatchedStatement extends Preparation {
  readonly statement: Statement
  readonly place: PolicyHeader
  /** Index into the levels of its layer. */
  readonly level: number
  readonly position: number
  /** Its result for any action of a service that it does not name. */
  elsewhere: StatementResult | null
}

/** Which statements can match an action of a service; the others have the same result for all its actions. */
interface ServiceIndex {
  /** Null for those that can. */
  readonly results: readonly (StatementResult | null)[]
  readonly active: readonly BatchedStatement[]
}

interface BatchedLayer {
  readonly statements: readonly BatchedStatement[]
  readonly services: Map<string, ServiceIndex>
}

const BATCHED = new WeakMap<CompiledLayer, BatchedLayer>()

/** Judges the statements of a layer for one of many actions or readings: what cannot match the service is judged once. */
export function judgeBatched(
  compiled: CompiledLayer,
  scope: PrincipalScope,
  outcomes: StatementOutcome[][],
): StatementResult[] {
  const { results, active } = serviceIndex(compiled, scope)
  const statements = results.slice() as StatementResult[]
  for (const one of active) {
    const { statement, place, level, position } = one
    statements[position] = evaluateStatement(statement, place, scope, outcomes[level] as StatementOutcome[], one)
  }
  return statements
}

/** The same where nothing is told of them: of many actions a statement takes in few, and of the others nothing is made. */
export function decideBatched(compiled: CompiledLayer, scope: PrincipalScope, outcomes: StatementOutcome[][]): void {
  const { holes, lowerAction } = scope.request
  for (const one of serviceIndex(compiled, scope).active) {
    const { statement, place, level } = one
    if (holes.none && !takesActionIn(statement.action, lowerAction)) continue
    evaluateStatement(statement, place, scope, outcomes[level] as StatementOutcome[], one)
  }
}

function serviceIndex(compiled: CompiledLayer, scope: PrincipalScope): ServiceIndex {
  let batched = BATCHED.get(compiled)
  if (batched === undefined)
    BATCHED.set(compiled, (batched = { statements: batchedStatements(compiled), services: new Map() }))
  const { service } = scope.request
  let index = batched.services.get(service)
  if (index === undefined) {
    const active: BatchedStatement[] = []
    const results = batched.statements.map((one): StatementResult | null => {
      const { statement, place } = one
      if (namesOnlyOtherServices(statement, service)) {
        return (one.elsewhere ??= evaluateStatement(statement, place, scope, []))
      }
      active.push(one)
      return null
    })
    index = { results, active }
    batched.services.set(service, index)
  }
  return index
}

function batchedStatements({ levels }: CompiledLayer): readonly BatchedStatement[] {
  const all: BatchedStatement[] = []
  for (const [level, { policies }] of levels.entries()) {
    for (const place of policies) {
      for (const statement of place.statements)
        all.push({ statement, place, level, position: all.length, prepared: null, stopped: null, elsewhere: null })
    }
  }
  return all
}

/** Whatever else is written in its place, a wildcard or a hole, may be the service. */
const NAMED_SERVICE = /^[\w-]+(?=:)/

function namesOnlyOtherServices({ action: { not, values } }: Statement, service: string): boolean {
  if (not || hasMark(service)) return false
  return values.every(({ text }) => {
    const named = NAMED_SERVICE.exec(text)?.[0]
    return named !== undefined && named.toLowerCase() !== service
  })
}
