import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { AccessCase } from '../case/access-case'
import { knownCase, openCase } from '../testing/arbitrary-case'
import { evaluate } from './evaluate'

const numRuns = Number(process.env.LAWS_RUNS ?? 150)

let texts = 0

/** The case with its policies as texts: the same ones each time, or ones that were not seen before. */
function written(accessCase: AccessCase, isFresh: boolean): AccessCase {
  const end = isFresh ? ' '.repeat(++texts % 5_000) : ''
  const policies = JSON.stringify(accessCase.policies, (key, value: unknown) =>
    key !== 'document' ? value : (typeof value === 'string' ? value : JSON.stringify(value)) + end,
  )
  return { ...accessCase, policies: JSON.parse(policies) as AccessCase['policies'] }
}

/** The case where an account is masked, so that marks stand in its request, its policies or both. */
const masked = (accessCase: AccessCase): AccessCase => ({
  ...(JSON.parse(JSON.stringify(accessCase).replaceAll('111122223333', '<acct>')) as AccessCase),
  holes: ['<acct>'],
})

const askedOf = (accessCase: AccessCase, { request }: AccessCase): AccessCase => ({ ...accessCase, request })

it('policies that are remembered answer each request as those that are read anew, also between cases with holes', () => {
  const anyCase = fc.oneof(knownCase, openCase)
  fc.assert(
    fc.property(anyCase, fc.array(fc.tuple(anyCase, fc.boolean()), { maxLength: 5 }), (one, others) => {
      for (const [other, isMasked] of [...others, [one, false] as const, [one, true] as const, [one, false] as const]) {
        const asked = askedOf(one, other)
        const [seen, fresh] = [false, true].map((isFresh) => {
          const text = written(asked, isFresh)
          return JSON.stringify(evaluate(isMasked ? masked(text) : text))
        })
        expect(seen).toBe(fresh)
      }
    }),
    { numRuns },
  )
})

it('an answer says the same whenever its parts are read, and once they were', () => {
  fc.assert(
    fc.property(openCase, openCase, (one, other) => {
      const late = evaluate(one)
      JSON.stringify(evaluate(other))
      const { sufficientConditions, dependsOn, layers } = late
      const statements = layers.toReversed().map((layer) => layer.statements)
      const whole = JSON.stringify(evaluate(one))
      expect(JSON.stringify(late)).toBe(whole)
      expect(JSON.stringify(structuredClone(evaluate(one)))).toBe(whole)
      expect([late.sufficientConditions, late.dependsOn]).toEqual([sufficientConditions, dependsOn])
      expect(late.layers.map((layer) => layer.statements).toReversed()).toEqual(statements)
    }),
    { numRuns },
  )
})
