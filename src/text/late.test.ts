import { expect, it } from 'vitest'
import { late, NotHere } from './late'

it('a part is named until it is given, and the newest one counts', () => {
  const part = late<number>('given')
  expect(() => part.get()).toThrow(NotHere)
  expect(() => part.get()).toThrow(expect.objectContaining({ part: 'given' }))
  part.give(1)
  expect(part.get()).toBe(1)
  part.give(2)
  expect(part.get()).toBe(2)
})
