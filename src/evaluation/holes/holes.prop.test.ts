import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parsePrincipal } from '../../iam/principal'
import {
  maskedCase,
  openFilling,
  fillCase,
  MASKS,
  OWN_ACCOUNT,
  type OpenFilling,
} from '../../testing/arbitrary-open-case'
import { knownCase } from '../../testing/arbitrary-case'
import { evaluate } from '../evaluate'
import type { HoleRequirement, Requirement } from '../evaluation'

/** Always the same cases, but where the laws are run at length. */
const runs =
  process.env.LAWS_RUNS === undefined ? { numRuns: 300, seed: 20261125 } : { numRuns: Number(process.env.LAWS_RUNS) }
const fillings = fc.array(openFilling, { minLength: 4, maxLength: 8 })

test('the decision of an open case is that of every filling, or it depends', () => {
  fc.assert(
    fc.property(maskedCase, fillings, (open, all) => {
      const { decision, dependsOn } = evaluate(open)
      if (decision === 'depends') {
        const { holes = [], parts = [] } = dependsOn
        expect(holes.length + parts.length).toBeGreaterThan(0)
        for (const hole of holes) expect(MASKS).toContain(hole)
        return
      }
      expect(dependsOn).toMatchObject({ keys: [], layers: [] })
      for (const filling of all) expect(evaluate(fillCase(open, filling)).decision).toBe(decision)
    }),
    runs,
  )
})

/** Does a text meet an operator with one of the values, as a policy with that condition says? */
function meets({ text, operator, values, holds }: HoleRequirement, { texts }: OpenFilling): boolean {
  const fill = (one: string): string =>
    Object.entries(texts).reduce((filled, [hole, value]) => filled.replaceAll(hole, () => value), one)
  const Condition = { [operator]: { 'app:Text': values.map(fill) } }
  const document = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*', Condition } }
  const request = {
    principal: `arn:aws:iam::${OWN_ACCOUNT}:user/any`,
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::bucket/key',
    context: { 'app:Text': fill(text) },
  }
  return (
    (evaluate({ version: 1, request, policies: { identity: [{ name: 'p', document }] } }).decision === 'allowed') ===
    holds
  )
}

/** Is what is required so under a filling? Null where it asks of what a filling does not tell by a text. */
function isSo(one: Requirement, filling: OpenFilling, principal: string): boolean | null {
  if (one.kind === 'caller') return parsePrincipal(principal)?.kind === one.is
  if (one.kind === 'hole' && one.text === 'principal') return meets({ ...one, text: principal }, filling)
  if (one.kind !== 'hole' || one.part !== null) return null
  if (one.holes.some((hole) => !Object.hasOwn(filling.texts, hole) || hole === '${who}')) return null
  return meets(one, filling)
}

test('what a sufficient condition asks of holes is enough for its decision', () => {
  fc.assert(
    fc.property(maskedCase, fillings, (open, all) => {
      for (const { decision, requirements } of evaluate(open).sufficientConditions) {
        for (const filling of all) {
          const filled = fillCase(open, filling)
          if (!requirements.every((one) => isSo(one, filling, filled.request.principal) === true)) continue
          expect(evaluate(filled).decision).toBe(decision)
        }
      }
    }),
    runs,
  )
})

test('holes that stand nowhere change nothing', () => {
  fc.assert(
    fc.property(knownCase, (known) => {
      const { decision, layer, blocking, policy, sid } = evaluate(known)
      expect(evaluate({ ...known, holes: ['<nowhere>', '...'] })).toMatchObject({
        decision,
        layer,
        blocking,
        policy,
        sid,
      })
    }),
    runs,
  )
})
