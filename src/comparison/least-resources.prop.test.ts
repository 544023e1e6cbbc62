import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CasePolicies } from '../case/access-case'
import { textClasses } from '../evaluation/operators/text-classes'
import { likePattern } from '../evaluation/operators/text-walk'
import { comparedStatements } from './compared-statements'
import { groundCompared } from './ground-compared'
import { leastResources, levelPlace } from './least-resources'
import { LeastTexts } from './least-texts'
import { takesResource } from './resource-patterns'

const ARN = 'arn:aws:s3:::'
const value = fc.string({ unit: fc.constantFrom('a', 'b', '*'), minLength: 1, maxLength: 3 }).map((end) => ARN + end)
const statement = fc.record({
  Effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
  element: fc.constantFrom('Resource', 'Resource', 'Resource', 'NotResource'),
  values: fc.array(fc.oneof(value, fc.constant('*')), { minLength: 1, maxLength: 2 }),
})
const statements = fc
  .array(statement, { minLength: 1, maxLength: 3 })
  .map((list) => list.map(({ Effect, element, values }) => ({ Effect, Action: 's3:GetObject', [element]: values })))
const policies = (Statement: readonly object[]) => [{ name: 'p', document: { Version: '2012-10-17', Statement } }]

/** One policy; two levels that both have to allow; a layer that allows all but what it denies. */
const FORMS: Readonly<
  Record<
    string,
    { readonly of: (one: readonly object[], other: readonly object[]) => CasePolicies; readonly isAllowNeeded: boolean }
  >
> = {
  'of one policy': { of: (one) => ({ identity: policies(one) }), isAllowNeeded: true },
  'of two levels': {
    of: (one, other) => ({
      scps: [one, other].map((list, i) => ({ target: String(i), policies: policies(list) })),
    }),
    isAllowNeeded: true,
  },
  'of a layer that only denies': {
    of: (one) => ({ rcps: [{ target: 'root', policies: policies(one.map((each) => ({ ...each, Principal: '*' }))) }] }),
    isAllowNeeded: false,
  },
}

describe('the resources on which a change can be seen', () => {
  it.each(Object.entries(FORMS))(
    'show each change that any resource shows, whichever conditions hold: %s',
    (_, { of, isAllowNeeded }) => {
      const walks = new LeastTexts()
      const template = likePattern(`${ARN}*`)
      const sides = fc.tuple(statements, statements, statements, statements, fc.boolean())
      fc.assert(
        fc.property(sides, ([one, other, changed, alsoChanged, isAlso]) => {
          const [before, after] = [of(one, other), of(changed, isAlso ? alsoChanged : other)]
          const all = groundCompared(comparedStatements(before, after).statements, null)
          const places = [...new Set(all.map(levelPlace))]
          /** What one side decides of a resource, where the conditions of these statements hold. */
          const passes = (side: 'before' | 'after', arn: string, held: number): boolean => {
            const matched = all.filter(
              (each, i) =>
                (each.side === side || each.side === 'both') && (held >> i) % 2 === 1 && takesResource(each, arn),
            )
            const allows = matched.filter(({ statement: { effect } }) => effect === 'Allow')
            return (
              allows.length === matched.length &&
              (!isAllowNeeded || places.every((place) => allows.some((each) => levelPlace(each) === place)))
            )
          }
          const patterns = [...new Set(all.flatMap((each) => each.patterns))].filter((each) => each !== '*')
          const every = textClasses([], patterns.map(likePattern), template) ?? []
          const least =
            leastResources(all, { template, isRelevant: () => true, others: [] }, walks, { places, isAllowNeeded }) ??
            []
          const sampled = all.length > 6 ? 40 : 2 ** all.length
          for (let held = 0; held < sampled; held++) {
            const which = all.length > 6 ? (held * 2_654_435_761) % 2 ** all.length : held
            for (const [winner, loser] of [['after', 'before'] as const, ['before', 'after'] as const]) {
              const isSeen = (arn: string): boolean => passes(winner, arn, which) && !passes(loser, arn, which)
              expect(least.some(isSeen)).toBe(every.some(isSeen))
            }
          }
        }),
        { numRuns: 120 },
      )
    },
  )
})
