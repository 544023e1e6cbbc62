import type { CaseFacts, CasePolicies, CaseRequest } from '../case/access-case'
import { readCase, readOtherRequest } from '../case/read-case'
import type { CaseReading } from '../case/case-reading'
import { answerReadings } from './answer-readings'
import { layersOf } from './compile-case'
import { evaluatedRequest } from './compile/request'
import { conclude } from './conclude'
import { judgeLayers } from './decide/judge-layers'
import { unreadable } from './describe/assemble'
import { commonDecision } from './describe/merge-readings'
import type { Evaluation } from './evaluation'

/** Policies that were prepared once, to be asked about requests of any principal. */
export interface CompiledPolicies {
  /** As the request would be evaluated as a case of its own. */
  readonly evaluate: (request: CaseRequest) => Evaluation
  /** The decision alone, and the layer that AWS would name. */
  readonly decide: (request: CaseRequest) => Pick<Evaluation, 'decision' | 'layer'>
}

/** Any request will do to read the policies with. */
const SOME_REQUEST: CaseRequest = { principal: 'anonymous', action: 's3:GetObject', resource: '*' }

/** Prepares policies for the requests of many principals, such as the events of a trail. Policies with holes are for `evaluate`. */
export function compilePolicies(policies: CasePolicies, facts?: CaseFacts): CompiledPolicies {
  const base = readCase({ version: 1, request: SOME_REQUEST, policies, ...(facts === undefined ? {} : { facts }) })
  const layersFor = layersOf(base)
  const readingOf = (request: CaseRequest): CaseReading => readOtherRequest(base, request)
  return {
    evaluate: (request) => {
      const reading = readingOf(request)
      if (reading.request === null) return unreadable(reading)
      return answerReadings(reading, [reading.request, ...reading.others], layersFor(reading.request.action), true)
    },
    decide: (request) => {
      const reading = readingOf(request)
      if (reading.request === null) return unreadable(reading)
      if (reading.missing.length > 0)
        return answerReadings(reading, [reading.request, ...reading.others], layersFor(reading.request.action), true)
      const layers = layersFor(reading.request.action)
      const found = [reading.request, ...reading.others].map((one) => {
        const prepared = evaluatedRequest(one, one.action, one.resource, reading.holes)
        const judged = judgeLayers(reading, prepared, layers, true)
        return conclude(reading, prepared, layers, judged, { sought: 'decision', solved: new Map() })
      })
      const [only] = found
      return found.length === 1 && only !== undefined ? only : commonDecision(found)
    },
  }
}
