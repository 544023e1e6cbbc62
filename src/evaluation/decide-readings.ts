import type { CaseReading, RequestReading } from '../case/case-reading'
import type { CompiledLayer } from './compile/compile-layers'
import { evaluatedRequest } from './compile/request'
import { conclude } from './conclude'
import { judgeLayers } from './decide/judge-layers'
import { commonDecision } from './describe/merge-readings'
import type { Evaluation } from './evaluation'

/** What is told of each of many requests: the decision, and the layer that AWS would name. */
export interface BriefAnswer extends Pick<Evaluation, 'decision' | 'layer'> {
  /** Where it depends: every way in which it can turn out is a denial. */
  readonly isDenied: boolean
}

/** What all readings of a request, of which there is at least one, come to in brief. */
export function decideReadings(
  reading: CaseReading,
  requests: readonly [RequestReading, ...RequestReading[]],
  layers: readonly CompiledLayer[],
): BriefAnswer {
  const decide = (one: RequestReading) => {
    const request = evaluatedRequest(one, one.action, one.resource, reading)
    const judged = judgeLayers(reading, request, layers, true)
    return conclude({ reading, request, compiled: layers, judged, search: { isSought: true, solved: new Map() } })
  }
  const [first, ...others] = requests
  if (others.length === 0) return decide(first)
  const all = requests.map(decide)
  return {
    ...commonDecision(all),
    isDenied: all.every(({ decision, isDenied }) => isDenied || decision.endsWith('Deny')),
  }
}
