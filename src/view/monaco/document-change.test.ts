import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { changeBetween, withLineFeeds } from './document-change'

describe('changeBetween', () => {
  it('replaces no more than what differs', () => {
    expect(changeBetween('{"a": 1}', '{"a": 22}')).toEqual({ start: 6, end: 7, text: '22' })
    expect(changeBetween('aa', 'aaa')).toEqual({ start: 2, end: 2, text: 'a' })
    expect(changeBetween('same', 'same')).toBeNull()
  })

  it('turns any text into any other', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '"') })
    fc.assert(
      fc.property(text, text, (before, after) => {
        const change = changeBetween(before, after)
        const changed = change ? before.slice(0, change.start) + change.text + before.slice(change.end) : before
        expect(changed).toBe(after)
      }),
      { numRuns: 300 },
    )
  })
})

describe('withLineFeeds', () => {
  it('knows the line ends of every system', () => {
    expect(withLineFeeds('a\r\nb\rc\nd')).toBe('a\nb\nc\nd')
  })
})
