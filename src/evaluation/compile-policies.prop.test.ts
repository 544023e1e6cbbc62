import fc from 'fast-check'
import { expect, it } from 'vitest'
import { knownCase, openCase } from '../testing/arbitrary-case'
import { compilePolicies } from './compile-policies'
import { evaluate } from './evaluate'

const RUNS = Number(process.env.TRAIL_RUNS ?? 25)

it('policies prepared once say of each request what evaluating it alone says', () => {
  fc.assert(
    fc.property(
      fc.oneof(knownCase, openCase),
      fc.array(fc.oneof(knownCase, openCase), { maxLength: 6 }),
      fc.boolean(),
      (one, others, isMissing) => {
        const { evaluate: ask, decide } = compilePolicies(one.policies)
        for (const { request: asked } of [one, ...others, one]) {
          const request = isMissing && asked !== one.request ? { ...asked, resource: '' } : asked
          const alone = evaluate({ version: 1, request, policies: one.policies })
          expect(ask(request)).toEqual(alone)
          expect([decide(request).decision, decide(request).layer]).toEqual([alone.decision, alone.layer])
        }
      },
    ),
    { numRuns: RUNS },
  )
})
