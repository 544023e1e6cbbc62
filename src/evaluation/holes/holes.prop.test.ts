import fc from 'fast-check'
import { expect, test } from 'vitest'
import { A, HOLES, caseWithHoles, fillHoles, filledCase, filling, type Texts } from './arbitrary-holes'
import { evaluate } from '../evaluate'
import type { HoleRequirement } from '../evaluation'

const numRuns = Number(process.env.LAWS_RUNS ?? 300)

test('the decision of an open case is that of every filling, or it depends', () => {
  fc.assert(
    fc.property(caseWithHoles, fc.array(filling, { minLength: 4, maxLength: 8 }), (open, fillings) => {
      const { decision, dependsOn } = evaluate(open)
      if (decision === 'depends') {
        expect((dependsOn.holes ?? []).length).toBeGreaterThan(0)
        for (const hole of dependsOn.holes ?? []) expect(HOLES).toContain(hole)
        return
      }
      expect(dependsOn).toMatchObject({ keys: [], layers: [] })
      for (const texts of fillings) expect(evaluate(filledCase(open, texts)).decision).toBe(decision)
    }),
    { numRuns },
  )
})

/** Does a text meet an operator with one of the values, as a policy with that condition says? */
function meets({ text, operator, values, holds }: HoleRequirement, texts: Texts): boolean {
  const Condition = { [operator]: { 'app:Text': values.map((value) => fillHoles(value, texts)) } }
  const document = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*', Condition } }
  const request = {
    principal: `arn:aws:iam::${A}:user/any`,
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::bucket/key',
    context: { 'app:Text': fillHoles(text, texts) },
  }
  return (
    (evaluate({ version: 1, request, policies: { identity: [{ name: 'p', document }] } }).decision === 'allowed') ===
    holds
  )
}

test('what a sufficient condition asks of holes is enough for its decision', () => {
  fc.assert(
    fc.property(caseWithHoles, fc.array(filling, { minLength: 4, maxLength: 8 }), (open, fillings) => {
      const plain = (one: { kind: string; values?: readonly string[] }): one is HoleRequirement =>
        one.kind === 'hole' && !(one.values ?? []).some((value) => value === '${who}')
      for (const { decision, requirements } of evaluate(open).sufficientConditions) {
        for (const texts of fillings) {
          if (!requirements.every((one) => plain(one) && meets(one, texts))) continue
          expect(evaluate(filledCase(open, texts)).decision).toBe(decision)
        }
      }
    }),
    { numRuns },
  )
})
