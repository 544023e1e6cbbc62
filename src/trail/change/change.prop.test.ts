import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { CasePolicies } from '../../case/access-case'
import { arbitraryPolicy, knownCase, layers, PRINCIPALS } from '../../testing/arbitrary-case'
import { evaluate } from '../../evaluation/evaluate'
import { NO_REFERENCE } from '../../reference/reference'
import { ChangeAudit, decidesOtherwise } from './compare-decisions'
import { decidingLine } from './deciding-line'
import { requestsOfEvent, type AskedEvent } from './event-requests'
import { askedOf, FULL_ACCESS, policiesFor, type PolicySets } from './policy-sets'

const RUNS = Number(process.env.TRAIL_RUNS ?? 12)

/** Keys that differ from event to event, so that alike requests meet only where these are left aside. */
const volatile = fc.record({
  'aws:CurrentTime': fc.constantFrom('2026-06-01T00:00:00Z', '2027-01-01T00:00:00Z'),
  'aws:UserAgent': fc.constantFrom('cli', 'console'),
})

const arbitraryEvent = fc
  .tuple(knownCase, volatile, fc.constantFrom('allowed', 'denied', 'failed'), fc.boolean())
  .map(([{ request }, moments, outcome, isSaid]): AskedEvent => ({
    principal: { name: request.principal, arn: request.principal, account: null, type: null },
    actions: [request.action],
    resource: isSaid && request.resource !== '*' ? request.resource : null,
    resources: [],
    resourceAccount: request.resourceAccount ?? null,
    context: { ...request.context, ...moments },
    outcome,
    time: '2026-01-02T03:04:05Z',
  }))

/** Two sides of which the second is the first with another layer, or another altogether. */
const anySides: fc.Arbitrary<readonly [CasePolicies, CasePolicies]> = fc
  .tuple(layers(false), layers(false), fc.constantFrom(null, 'scps', 'rcps', 'identity', 'resource', 'boundary'))
  .map(([before, other, one]) => [before, one === null ? other : { ...before, [one]: other[one] }])

const denies = fc.array(arbitraryPolicy('identity', ['Deny']), { maxLength: 2 })
const guarded = fc
  .tuple(denies, fc.option(fc.tuple(arbitraryPolicy('identity'), fc.boolean())))
  .map(([list, own]): CasePolicies => ({
    scps: [{ target: 'root', policies: [FULL_ACCESS, ...list] }],
    ...(own === null ? {} : { identity: own[1] ? [FULL_ACCESS, own[0]] : [own[0]] }),
  }))

/** What most people ask about: SCPs that deny more, or less, and perhaps other identity-based policies. */
const guardedSides = fc.tuple(guarded, guarded)

const sides = fc.oneof(anySides, guardedSides, guardedSides)

const sets: fc.Arbitrary<PolicySets> = fc
  .tuple(sides, fc.constantFrom(null, null, ...PRINCIPALS.slice(0, 3)), fc.constantFrom(null, 'arn:aws:s3:::bucket'))
  .map(([[before, after], principal, resource]) => ({ before, after, principal, resource }))

/** The same by evaluating each request of each event as a case of its own. */
function oneByOne(given: PolicySets, events: readonly AskedEvent[]) {
  const counts = { asked: 0, unchanged: 0, contradicted: 0 }
  const changes = new Map<string, number>()
  for (const event of events) {
    for (const request of requestsOfEvent(event, NO_REFERENCE)) {
      const asked = askedOf(event.principal.arn, request, event.outcome === 'allowed')
      const of = (side: 'before' | 'after') =>
        evaluate({ version: 1, request, policies: policiesFor(given, side, asked) })
      const [before, after] = [of('before'), of('after')]
      counts.asked += 1
      if (asked.wasAllowed && before.decision.endsWith('Deny')) counts.contradicted += 1
      if (!decidesOtherwise(before, after)) counts.unchanged += 1
      else {
        const key = JSON.stringify([
          asked.principal,
          request.action,
          event.outcome,
          decidingLine(before),
          decidingLine(after),
        ])
        changes.set(key, (changes.get(key) ?? 0) + 1)
      }
    }
  }
  return { ...counts, changes: [...changes].sort() }
}

const trails = fc.tuple(sets, fc.array(arbitraryEvent, { minLength: 5, maxLength: 30 }))

function reportOf([given, events]: readonly [PolicySets, readonly AskedEvent[]]) {
  const audit = new ChangeAudit(given, NO_REFERENCE)
  for (const event of events) audit.add(event)
  return audit.report
}

it('finds the decisions that evaluating each event alone finds', () => {
  fc.assert(
    fc.property(trails, ([given, events]) => {
      const { changes, asked, unchanged, contradicted, classes } = reportOf([given, events])
      expect(classes).toBeLessThanOrEqual(asked)
      const found = changes.map(({ principal, action, outcome, before, after, count }) => [
        JSON.stringify([principal, action, outcome, before, after]),
        count,
      ])
      expect({ asked, unchanged, contradicted, changes: found.sort() }).toEqual(oneByOne(given, events))
    }),
    { numRuns: RUNS },
  )
})

it('is asked about changes that decide otherwise, more than one in a trail on the average', () => {
  const of = fc.sample(trails, { numRuns: 100, seed: 1 })
  expect(of.reduce((sum, one) => sum + reportOf(one).changes.length, 0)).toBeGreaterThan(of.length)
})
