import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { AccessCase } from '../case/access-case'
import { knownCase, openCase } from '../testing/arbitrary-case'
import { createPolicyMemory, evaluate } from './evaluate'

const numRuns = Number(process.env.LAWS_RUNS ?? 150)

/** The case with its policies as texts. */
function written(accessCase: AccessCase): AccessCase {
  const policies = JSON.stringify(accessCase.policies, (key, value: unknown) =>
    key !== 'document' || typeof value === 'string' ? value : JSON.stringify(value),
  )
  return { ...accessCase, policies: JSON.parse(policies) as AccessCase['policies'] }
}

/** The case where an account is masked, so that marks stand in its request, its policies or both. */
const masked = (accessCase: AccessCase): AccessCase => ({
  ...(JSON.parse(JSON.stringify(accessCase).replaceAll('111122223333', '<acct>')) as AccessCase),
  holes: ['<acct>'],
})

const askedOf = (accessCase: AccessCase, { request }: AccessCase): AccessCase => ({ ...accessCase, request })

it('who hands in a memory of policies hears what is said without one, also between cases with holes', () => {
  const anyCase = fc.oneof(knownCase, openCase)
  fc.assert(
    fc.property(anyCase, fc.array(fc.tuple(anyCase, fc.boolean()), { maxLength: 5 }), (one, others) => {
      const policyMemory = createPolicyMemory()
      for (const [other, isMasked] of [...others, [one, false] as const, [one, true] as const, [one, false] as const]) {
        const asked = written(askedOf(one, other))
        const accessCase = isMasked ? masked(asked) : asked
        expect(JSON.stringify(evaluate(accessCase, { policyMemory }))).toBe(JSON.stringify(evaluate(accessCase)))
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
