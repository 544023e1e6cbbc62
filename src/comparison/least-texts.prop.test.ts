import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchWildcard } from '../iam/wildcard'
import { likePattern } from '../evaluation/operators/text-walk'
import { LeastTexts } from './least-texts'

/** Every text of up to four letters, one of which no pattern names. */
const TEXTS: readonly string[] = ['']
  .concat(
    ...[1, 2, 3, 4].map((length) => Array.from({ length: 3 ** length }, (_, n) => n.toString(3).padStart(length, '0'))),
  )
  .map((text) => text.replaceAll('0', 'a').replaceAll('1', 'b').replaceAll('2', 'z'))

const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), minLength: 1, maxLength: 4 })
const some = fc.array(pattern, { maxLength: 3 })

describe('texts that fit as few patterns as can be', () => {
  it('stand for every text that fits', () => {
    const walks = new LeastTexts()
    fc.assert(
      fc.property(pattern, some, some, some, (template, within, alike, fewest) => {
        const found = walks.find({ template: likePattern(template), within, alike, fewest }) ?? []
        const isIn = (text: string): boolean => [template, ...within].every((one) => matchWildcard(one, text))
        expect(found.every(isIn)).toBe(true)
        for (const text of TEXTS.filter(isIn)) {
          const stands = found.some(
            (other) =>
              alike.every((one) => matchWildcard(one, text) === matchWildcard(one, other)) &&
              fewest.every((one) => !matchWildcard(one, other) || matchWildcard(one, text)),
          )
          expect([text, stands]).toEqual([text, true])
        }
      }),
      { numRuns: 300 },
    )
  })

  it('are few where classes are many', () => {
    const fewest = Array.from({ length: 40 }, (_, i) => `*:kind-${i}/*`)
    const found = new LeastTexts().find({ template: likePattern('x:*'), within: ['*:kind-7/*'], alike: [], fewest })
    expect(found).toEqual(['x:kind-7/'])
  })

  it('are not told where the walk is too long', () => {
    const alike = Array.from({ length: 20 }, (_, i) => `*${'abcdefghijklmnopqrst'.charAt(i)}*`)
    expect(new LeastTexts().find({ template: likePattern('*'), within: [], alike, fewest: [] })).toBe(null)
  })
})
