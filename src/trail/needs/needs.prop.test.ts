import fc from 'fast-check'
import { expect, it } from 'vitest'
import { BUILT_REFERENCE } from '../../../.ci/built-reference'
import { arbitraryCallEvents } from '../../testing/arbitrary-calls'
import { buildStatements, callsToAllow } from './build-policy'
import { POLICY_FORMS, POLICY_QUOTAS, splitPolicy } from './policy-quota'
import { provePolicy } from './prove-policy'
import { CallSums, callsOfEvent, HINT_KEYS } from './used-call'
import { RESOURCE_REACHES } from './resource-reach'

const RUNS = Number(process.env.TRAIL_RUNS ?? 3)

const choice = fc.record({
  withDenied: fc.boolean(),
  reach: fc
    .array(fc.tuple(fc.constantFrom('s3', 'dynamodb', 'iam', 'logs'), fc.constantFrom(...RESOURCE_REACHES)), {
      maxLength: 3,
    })
    .map((rows) => new Map(rows)),
  keys: fc.subarray([...HINT_KEYS]),
})

it('a generated policy allows every call that it is made of, and no action besides', () => {
  fc.assert(
    fc.property(
      arbitraryCallEvents(BUILT_REFERENCE),
      choice,
      fc.constantFrom(...POLICY_FORMS),
      (events, chosen, form) => {
        const sums = new CallSums()
        for (const event of events) for (const call of callsOfEvent(event, BUILT_REFERENCE)) sums.add(call)
        const calls = callsToAllow(sums.calls, chosen)
        const { documents, lengths, fits } = splitPolicy(buildStatements(sums.calls, chosen, BUILT_REFERENCE), form)
        const isExact = [...chosen.reach.values()].every((reach) => reach === 'exact')
        const proof = provePolicy(documents, calls, BUILT_REFERENCE, BUILT_REFERENCE.actions!, isExact)
        expect(proof).toMatchObject({ asked: calls.length, missing: [], extra: [], extraPairs: [] })
        expect(proof.others).toBeGreaterThan(10_000)
        const { characters, policies } = POLICY_QUOTAS[form]
        if (form === 'managed') expect(Math.max(0, ...lengths)).toBeLessThanOrEqual(characters)
        expect(fits).toBe(documents.length <= policies && lengths.every((length) => length <= characters))
      },
    ),
    { numRuns: RUNS },
  )
})
