import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FIELD, globsIntersect } from './glob'

/** Every text of up to six of these characters: two patterns of four, a star in each, can need no more. */
const TEXTS: readonly string[] = Array.from({ length: 7 }, (_, length) =>
  Array.from({ length: 3 ** length }, (_, n) => (length === 0 ? '' : n.toString(3).padStart(length, '0'))),
)
  .flat()
  .map((text) => text.replaceAll('0', 'a').replaceAll('1', 'b').replaceAll('2', ':'))

const fits = (glob: string): RegExp =>
  new RegExp(`^${glob.replaceAll('*', '.*').replaceAll('?', '.').replaceAll(FIELD, '[^:]*')}$`)

const glob = fc.string({ unit: fc.constantFrom('a', 'b', ':', '*', '?', FIELD), maxLength: 4 })

describe('whether patterns have a text in common', () => {
  it('is told as trying every short text tells it', () => {
    fc.assert(
      fc.property(glob, glob, (one, other) => {
        const [first, second] = [fits(one), fits(other)]
        expect([one, other, globsIntersect(one, other)]).toEqual([
          one,
          other,
          TEXTS.some((text) => first.test(text) && second.test(text)),
        ])
      }),
      { numRuns: 3000 },
    )
  })

  it('is told where a whole field stands beside one that can be any', () => {
    expect(globsIntersect('arn:aws:s3:::a', `arn:${FIELD}:s3:::*`)).toBe(true)
    expect(globsIntersect('arn:aws:s3:::a', `arn:${FIELD}:sqs:::*`)).toBe(false)
    expect(globsIntersect('arn::s3:::a', `arn:${FIELD}:s3:::*`)).toBe(true)
  })
})
