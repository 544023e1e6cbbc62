import type { CaseReading, RequestReading } from '../case/case-reading'
import type { CompiledLayer } from './compile/compile-layers'
import { evaluatedRequest, type EvaluatedRequest } from './compile/request'
import { judgeLayers } from './decide/judge-layers'
import { assemble } from './describe/assemble'
import {
  asWritten,
  commonDecision,
  isOperationKnown,
  mergeReadings,
  undecided,
  type ReadingResult,
} from './describe/merge-readings'
import type { Evaluation } from './evaluation'
import type { SolvedBefore } from './unknowns/solved-before'

/** What all readings of a request come to. */
export function answerReadings(
  reading: CaseReading,
  requests: readonly RequestReading[],
  layers: readonly CompiledLayer[],
  batched: boolean,
): Evaluation {
  const { holes } = reading
  const prepared = requests.map((one) => evaluatedRequest(one, one.action, one.resource, reading))
  const all = answerEach(reading, prepared, layers, batched)
  const [only] = all
  const together = all.length === 1 && only !== undefined ? only.evaluation : mergeReadings(all, reading)
  if (holes.none) return together
  return asWritten(isOperationKnown(reading) && !holes.tooMany ? together : undecided(together, reading), holes)
}

/** Statements of which it is looked for what they hang on, counted once for each reading of the request. */
const MAX_SOUGHT = 1_200

/**
 * What each reading comes to. Once it is certain that they end in different ways, or that one depends, what the others
 * hang on is looked for as far as it takes no more than a moment; they are left as they are at first sight then.
 */
function answerEach(
  reading: CaseReading,
  requests: readonly EvaluatedRequest[],
  layers: readonly CompiledLayer[],
  batched: boolean,
): readonly ReadingResult[] {
  const statements = countStatements(layers)
  const most = Math.max(1, Math.ceil(MAX_SOUGHT / Math.max(statements, 1)))
  const solved: SolvedBefore = new Map()
  const answered: ReadingResult[] = []
  const isCertain = () => commonDecision(answered.map(({ evaluation }) => evaluation)).decision === 'depends'
  for (const request of requests) {
    const isSought = answered.length < most || !isCertain()
    const judged = judgeLayers(reading, request, layers, batched)
    const evaluation = assemble(reading, request, layers, judged, { isSought, solved })
    answered.push({ request, evaluation })
  }
  return answered
}

function countStatements(layers: readonly CompiledLayer[]): number {
  let count = 0
  for (const { levels } of layers)
    for (const { policies } of levels) for (const { statements } of policies) count += statements.length
  return count
}
