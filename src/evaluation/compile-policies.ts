import type { CaseFacts, CasePolicies, CaseRequest } from '../case/access-case'
import { readCase, readOtherRequest } from '../case/read-case'
import type { CaseReading } from '../case/case-reading'
import { answerReadings } from './answer-readings'
import { layersOf } from './compile-case'
import { decideReadings } from './decide-readings'
import { unreadable } from './describe/assemble'
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
  const whole = (reading: CaseReading): Evaluation =>
    reading.request === null
      ? unreadable(reading)
      : answerReadings(reading, [reading.request, ...reading.others], layersFor(reading.request.action), true)
  return {
    evaluate: (request) => whole(readOtherRequest(base, request)),
    decide: (request) => {
      const reading = readOtherRequest(base, request)
      if (reading.request === null || reading.missing.length !== 0) return whole(reading)
      return decideReadings(reading, [reading.request, ...reading.others], layersFor(reading.request.action))
    },
  }
}
