import { expect, it } from 'vitest'
import { lazily } from './lazily'

const whole = () => {
  const data = { first: 1, part: [] as readonly number[], last: 3 }
  let made = 0
  lazily(data, 'part', () => [++made])
  return { data, made: () => made }
}

it('a part is made when it is first read, once, and stands in its place', () => {
  const { data, made } = whole()
  expect(made()).toBe(0)
  expect(data.part).toEqual([1])
  expect(data.part).toBe(data.part)
  expect(made()).toBe(1)
  expect(JSON.stringify(data)).toBe('{"first":1,"part":[1],"last":3}')
})

it('whoever copies the whole has the part', () => {
  for (const copy of [
    structuredClone,
    (data: object) => ({ ...data }),
    (data: object) => JSON.parse(JSON.stringify(data)) as object,
  ])
    expect(copy(whole().data)).toEqual({ first: 1, part: [1], last: 3 })
})
