import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileParts, matchGlob, matchWildcard } from './wildcard'

/** The plainest matcher there is, by the definition of `*` and `?`. */
function reference(pattern: string, text: string): boolean {
  let row = Array.from({ length: text.length + 1 }, (_, i) => i === 0)
  for (const char of pattern.split('')) {
    const next = row.map(() => false)
    for (let i = 0; i <= text.length; i++) {
      if (char === '*') next[i] = row[i] === true || next[i - 1] === true
      else next[i] = i > 0 && row[i - 1] === true && (char === '?' || char === text[i - 1])
    }
    row = next
  }
  return row[text.length] === true
}

const pattern = fc.string({ unit: fc.constantFrom('*', '?', 'a', 'b', '\u{1F600}'), maxLength: 12 })
const text = fc.string({ unit: fc.constantFrom('a', 'b', '*', '\u{1F600}'), maxLength: 16 })

describe('matchWildcard', () => {
  test('agrees with the definition', () => {
    fc.assert(
      fc.property(pattern, text, (one, other) => {
        expect(matchWildcard(one, other)).toBe(reference(one, other))
      }),
      { numRuns: 5_000 },
    )
  })

  test('agrees with the definition on long runs of question marks', () => {
    const long = fc.string({ unit: fc.constantFrom('?', 'a', 'b'), minLength: 28, maxLength: 70 })
    const run = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 28, maxLength: 200 })
    fc.assert(
      fc.property(long, run, (one, other) => {
        expect(matchWildcard(`*${one}*`, other)).toBe(reference(`*${one}*`, other))
        expect(matchWildcard(`*${'?'.repeat(40)}${one.slice(0, 2)}*`, other)).toBe(
          reference(`*${'?'.repeat(40)}${one.slice(0, 2)}*`, other),
        )
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    ['many stars', '*a'.repeat(5_000) + 'b', 'a'.repeat(20_000)],
    ['a long run', `*${'a'.repeat(5_000)}b*`, 'a'.repeat(20_000)],
    ['a long run with gaps', `*${'?a'.repeat(2_500)}b*`, 'a'.repeat(20_000)],
  ])('comes to an end on hostile patterns: %s', (_name, hostile, long) => {
    expect(matchWildcard(hostile, long)).toBe(false)
  })

  test('literal parts hold no wildcards', () => {
    const glob = compileParts([
      { text: 'a*', literal: false },
      { text: '*?', literal: true },
    ])
    expect([matchGlob(glob, 'axx*?'), matchGlob(glob, 'axxyz')]).toEqual([true, false])
  })
})
