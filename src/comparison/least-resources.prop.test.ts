import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CasePolicies } from '../case/access-case'
import { LeastTexts } from '../evaluation/operators/least-texts'
import { textClasses } from '../evaluation/operators/text-classes'
import { likePattern } from '../evaluation/operators/text-walk'
import { comparedStatements } from './compared-statements'
import { groundCompared, type GroundCompared } from './ground-compared'
import { leastResources } from './least-resources'
import { takesResource } from './resource-patterns'

const ARN = 'arn:aws:s3:::'
const value = fc.string({ unit: fc.constantFrom('a', 'b', '*'), minLength: 1, maxLength: 3 }).map((end) => ARN + end)
const statement = fc.record({
  Effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
  element: fc.constantFrom('Resource', 'Resource', 'Resource', 'NotResource'),
  values: fc.array(fc.oneof(value, fc.constant('*')), { minLength: 1, maxLength: 2 }),
})
const document = fc.array(statement, { minLength: 1, maxLength: 3 }).map((list): CasePolicies => ({
  identity: [
    {
      name: 'p',
      document: {
        Version: '2012-10-17',
        Statement: list.map(({ Effect, element, values }) => ({ Effect, Action: 's3:GetObject', [element]: values })),
      },
    },
  ],
}))

/** What one side decides of a resource, where the conditions of these statements hold. */
const passes = (all: readonly GroundCompared[], side: 'before' | 'after', arn: string, held: number): boolean => {
  const matched = all.filter(
    (one, i) => (one.side === side || one.side === 'both') && (held >> i) % 2 === 1 && takesResource(one, arn),
  )
  return matched.every(({ statement: { effect } }) => effect === 'Allow') && matched.length > 0
}

describe('the resources on which a change can be seen', () => {
  it('show each change that any resource shows, whichever conditions hold', () => {
    const walks = new LeastTexts()
    const template = likePattern(`${ARN}*`)
    fc.assert(
      fc.property(document, document, (before, after) => {
        const all = groundCompared(comparedStatements(before, after).statements, null)
        const patterns = [...new Set(all.flatMap((one) => one.patterns))].filter((one) => one !== '*')
        const every = textClasses([], patterns.map(likePattern), template) ?? []
        const least = leastResources(all, template, walks, () => true, []) ?? []
        for (let held = 0; held < 2 ** all.length; held++)
          for (const [winner, loser] of [['after', 'before'] as const, ['before', 'after'] as const]) {
            const isSeen = (arn: string): boolean => passes(all, winner, arn, held) && !passes(all, loser, arn, held)
            expect(least.some(isSeen)).toBe(every.some(isSeen))
          }
      }),
      { numRuns: 150 },
    )
  })
})
