import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textClasses } from '../evaluation/operators/text-classes'
import { likePattern } from '../evaluation/operators/text-walk'
import { matchWildcard } from '../iam/wildcard'
import { apartTexts } from './apart-texts'
import { withinTemplate } from './resource-patterns'

const TEMPLATE = 'arn:${Partition}:s3:::${Bucket}/${Key}'
const WHOLE = 'arn:aws:s3:::*/*'
const within = withinTemplate(TEMPLATE, 'aws')

const waysOf = (patterns: readonly string[], texts: readonly string[]): readonly string[] =>
  [...new Set(texts.map((text) => patterns.map((pattern) => Number(matchWildcard(pattern, text))).join('')))].toSorted()

describe('a text for each way to fit some patterns', () => {
  const pieces = fc.array(fc.constantFrom('a', 'b', '*', '/', 'a/*', '?'), { minLength: 1, maxLength: 4 })
  const pattern = pieces.map((list) => `arn:aws:s3:::${list.join('')}`)

  it('is what a walk through all texts finds, where it is told', () => {
    let told = 0
    fc.assert(
      fc.property(fc.uniqueArray(pattern, { minLength: 1, maxLength: 4 }), (patterns) => {
        const found = apartTexts(patterns, within, WHOLE)
        if (found === null) return
        told += 1
        const walked = textClasses([], patterns.map(likePattern), within)
        expect(waysOf(patterns, found)).toEqual(waysOf(patterns, walked ?? []))
        for (const text of found) expect(matchWildcard(WHOLE, text)).toBe(true)
      }),
    )
    expect(told).toBeGreaterThan(10)
  })

  it.each([
    ['of one pattern that all of them fit', ['arn:aws:s3:::*'], ['1']],
    ['of two that no text fits both of', ['arn:aws:s3:::a/*', 'arn:aws:s3:::b/*'], ['00', '01', '10']],
    ['of one within another', ['arn:aws:s3:::a/*', 'arn:aws:s3:::a/b*'], ['00', '10', '11']],
  ])('%s', (_, patterns, ways) => {
    expect(waysOf(patterns, apartTexts(patterns, within, WHOLE) ?? [])).toEqual(ways)
  })

  it('is left to the walk where patterns overlap', () => {
    expect(apartTexts(['arn:aws:s3:::a*/*', 'arn:aws:s3:::*b/*'], within, WHOLE)).toBeNull()
  })
})
