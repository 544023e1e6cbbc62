import { plainText } from '../../text/phrase'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { AccessCase } from '../../case/access-case'
import { parseDenials } from '../../denial/parse-denials'
import { isOtherAction, missesOf } from '../../evaluation/describe/nearest-miss'
import { evaluate } from '../../evaluation/evaluate'
import { CASE_LAYERS, LAYERS, type CaseLayer } from '../../iam/layers'
import { openCase } from '../../testing/arbitrary-case'
import { maskedCase } from '../../testing/arbitrary-open-case'
import { explain } from '../explain'
import { layerResult } from '../judged-case'
import type { Answer, Cause } from '../answer'
import { testCheck } from './tested-check'
import { isMissing } from './hypothetical-case'
import { isPossible } from './unseen-layers'

/** What holds of every answer, whatever is given and whatever is taken away: more runs with `npm run bench -- answers`. */
const RUNS = Number(process.env.ANSWER_RUNS ?? 25)

const ENDINGS = [
  '',
  ' with an explicit deny',
  ' with an explicit deny in a service control policy',
  ' with an explicit deny in a resource-based policy',
  ' because no identity-based policy allows the action',
  ' because no permissions boundary allows the action',
  ' because no resource-based policy allows the action',
  ' because no session policy allows the action',
] as const

const messageOf = ({ request }: AccessCase, ending: string): string =>
  `An error occurred (AccessDenied): User: ${request.principal} is not authorized to perform: ${request.action} on resource: ${request.resource}${ending}`

const answered = (given: AccessCase, ending: string) => {
  const accessCase = { ...given, error: messageOf(given, ending) }
  const denial = parseDenials(accessCase.error)[0] ?? null
  const evaluation = evaluate(accessCase)
  const judged = { evaluation, accessCase, denial }
  return { judged, answer: explain({ ...judged, error: denial }).answer }
}

/** A case of which the policies of some layers are not given. */
const without = (accessCase: AccessCase, layers: readonly CaseLayer[]): AccessCase => {
  const { policies } = accessCase
  const keys = new Set<string>(layers.map((layer) => LAYERS[layer].key))
  const kept = Object.entries(policies).filter(([key]) => !keys.has(key))
  const noneAttached = policies.noneAttached?.filter((key) => !keys.has(key)) ?? []
  return { ...accessCase, policies: { ...Object.fromEntries(kept), noneAttached, otherLayers: 'unknown' } }
}

const anyCase = fc.oneof(openCase, maskedCase)
const ending = fc.constantFrom(...ENDINGS)
const taken = fc.subarray([...CASE_LAYERS])

const isDenial = ({ decision }: Answer): boolean => decision === 'explicitDeny' || decision === 'implicitDeny'

it('the first cause is what the headline and the rail say, known in the same way', () => {
  fc.assert(
    fc.property(anyCase, ending, taken, (accessCase, words, layers) => {
      const { answer } = answered(without(accessCase, layers), words)
      const [first] = answer.causes
      if (first === undefined || !isDenial(answer)) return
      expect([first.layer, first.decision, first.basis]).toEqual([answer.layer, answer.decision, answer.basis])
    }),
    { numRuns: RUNS },
  )
})

it('a denial that is proven, claimed or likely has a cause', () => {
  fc.assert(
    fc.property(anyCase, ending, taken, (accessCase, words, layers) => {
      const { answer } = answered(without(accessCase, layers), words)
      if (answer.layer !== 'none' && answer.basis !== 'open') expect(answer.causes.length).toBeGreaterThan(0)
    }),
    { numRuns: RUNS },
  )
})

/** Does a cause say of a layer that it does not allow the request? */
const saysLacking = ({ code, about, decision }: Cause): boolean =>
  about === null && decision === 'implicitDeny' && (code === 'layer-lacks' || code === 'layer-not-given')

it('what the given policies provably allow is no cause, and nothing that is refuted stands above what is not', () => {
  fc.assert(
    fc.property(anyCase, ending, taken, (accessCase, words, layers) => {
      const { answer, judged } = answered(without(accessCase, layers), words)
      const order = answer.causes.map(({ isRefuted }) => isRefuted)
      expect(order).toEqual(order.toSorted((one, other) => Number(one) - Number(other)))
      for (const cause of answer.causes) {
        if (cause.layer === 'none' || cause.isRefuted) continue
        if (saysLacking(cause) && cause.basis === 'likely')
          expect(layerResult(judged.evaluation, cause.layer)?.status).not.toBe('allows')
        if (cause.about !== null && cause.ground === 'fact-shown')
          expect(testCheck(judged, cause.layer, cause.about).outcome).not.toBe('allowed')
      }
    }),
    { numRuns: RUNS },
  )
})

it('in one account, where the caller’s own policies allow, the policy of the resource is not said to lack an Allow', () => {
  fc.assert(
    fc.property(anyCase, taken, (accessCase, layers) => {
      const { answer, judged } = answered(without(accessCase, layers), '')
      const { evaluation } = judged
      const isEnough = evaluation.relation === 'sameAccount' && layerResult(evaluation, 'identity')?.status === 'allows'
      if (!isEnough || /^(?:kms|sts):/i.test(accessCase.request.action)) return
      const [first] = answer.causes
      // That it may be in another account says itself why an identity-based policy is not enough.
      if (first?.ground === 'unseen-account') return
      expect(first !== undefined && first.layer === 'resource' && saysLacking(first) && !first.isRefuted).toBe(false)
    }),
    { numRuns: RUNS },
  )
})

it('evidence that is taken away never makes an answer wrong, and what is added never makes it less certain', () => {
  fc.assert(
    fc.property(openCase, taken, (accessCase, layers) => {
      const less = answered(without(accessCase, layers), '')
      const more = answered(accessCase, '')
      if (less.answer.basis !== 'proven' || less.judged.evaluation.decision === 'depends') return
      expect(more.judged.evaluation.decision).not.toBe('allowed')
      expect(more.answer.basis).toBe('proven')
    }),
    { numRuns: RUNS },
  )
})

it('says of no layer that it is not given and that its policies show something', () => {
  fc.assert(
    fc.property(anyCase, ending, taken, (accessCase, words, layers) => {
      const { answer } = answered(without(accessCase, layers), words)
      const shown = answer.causes.filter(({ code }) => code === 'layer-lacks' || code === 'deny-shown')
      for (const { layer } of shown) expect(answer.notGiven).not.toContain(layer)
    }),
    { numRuns: RUNS },
  )
})

it('a proven denial is told by what is given', () => {
  fc.assert(
    fc.property(anyCase, ending, taken, (accessCase, words, layers) => {
      const { answer } = answered(without(accessCase, layers), words)
      const [first] = answer.causes
      if (answer.basis !== 'proven' || first === undefined || answer.fact === null) return
      // Behind it the fact names what denies the same request too.
      expect(plainText(answer.fact.sentence).startsWith(plainText(first.sentence))).toBe(true)
    }),
    { numRuns: RUNS },
  )
})

it('what the evaluation refutes of a layer that is not given is no cause', () => {
  fc.assert(
    fc.property(anyCase, taken, (accessCase, layers) => {
      const { answer, judged } = answered(without(accessCase, layers), '')
      for (const { code, layer, ground, decision } of answer.causes) {
        if (layer === 'none' || code !== 'layer-not-given' || ground === 'unseen-account') continue
        const how = decision === 'explicitDeny' ? 'explicitDeny' : 'implicitDeny'
        if (isMissing(judged.accessCase, layer)) expect(isPossible(judged, { layer, how })).toBe(true)
      }
    }),
    { numRuns: RUNS },
  )
})

it('a layer is not given, or it allows, or it does not apply: never two of these', () => {
  fc.assert(
    fc.property(anyCase, ending, taken, (accessCase, words, layers) => {
      const { answer, judged } = answered(without(accessCase, layers), words)
      for (const layer of answer.notGiven)
        expect(layerResult(judged.evaluation, layer)?.status === 'notGiven').toBe(true)
      expect(new Set(answer.notGiven).size).toBe(answer.notGiven.length)
    }),
    { numRuns: RUNS },
  )
})

it('no action is said to be missing from a layer in which a statement lists it', () => {
  fc.assert(
    fc.property(anyCase, (accessCase) => {
      const { evaluation } = answered(accessCase, '').judged
      for (const layer of evaluation.layers) {
        const [near, ...others] = missesOf(layer, accessCase.request.action)
        if (near !== undefined && isOtherAction(near)) expect(others.every(isOtherAction)).toBe(true)
      }
    }),
    { numRuns: RUNS },
  )
})
