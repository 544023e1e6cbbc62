import { expect, it } from 'vitest'
import { keepLast } from './keep-last'

/** What is made anew, of keys asked for one after another. */
function madeFor(most: number, asked: readonly string[]): readonly string[] {
  const made: string[] = []
  const kept = keepLast<{ readonly of: string }>(most)
  for (const key of asked) {
    const { of } = kept(key, () => {
      made.push(key)
      return { of: key }
    })
    expect(of).toBe(key)
  }
  return made
}

it('makes a value once while its key is among the last', () => {
  expect(madeFor(2, ['a', 'a', 'b', 'a', 'b'])).toEqual(['a', 'b'])
})

it('forgets what was asked for longest ago, not what was made first', () => {
  expect(madeFor(2, ['a', 'b', 'a', 'c', 'a', 'b'])).toEqual(['a', 'b', 'c', 'b'])
})
