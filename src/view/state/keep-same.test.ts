import { expect, test } from 'vitest'
import { isSameBut, keepSame } from './keep-same'

test('what is the same as before is the same object', () => {
  const before = { list: [{ a: 1 }, { b: [1, 2] }], name: 'x' }
  expect(keepSame(before, structuredClone(before))).toBe(before)
  const after = keepSame(before, { list: [{ a: 2 }, { b: [1, 2] }], name: 'x' })
  expect(after).toEqual({ list: [{ a: 2 }, { b: [1, 2] }], name: 'x' })
  expect(after.list[1]).toBe(before.list[1])
})

test('what has grown, shrunk or changed its kind is the new one', () => {
  expect(keepSame([1, 2], [1])).toEqual([1])
  expect(keepSame({ a: undefined }, { b: undefined })).toStrictEqual({ b: undefined })
  expect(keepSame({ a: 1 }, { a: 1, b: 2 })).toEqual({ a: 1, b: 2 })
  expect(keepSame({ 0: 'a' }, ['a'])).toEqual(['a'])
  expect(keepSame({ a: null }, { a: {} })).toEqual({ a: {} })
  expect(keepSame({ a: {} }, { a: null })).toEqual({ a: null })
})

test('a part with a name that objects know keeps it', () => {
  const after = keepSame({ a: 1 }, JSON.parse('{"a":2,"__proto__":{"b":1},"constructor":3}') as object)
  expect(Object.keys(after)).toEqual(['a', '__proto__', 'constructor'])
})

test('parts of one name can differ', () => {
  const one = { name: 'x', span: [0, 1], parts: [{ span: null, text: 'y' }] }
  expect(isSameBut('span', one, { name: 'x', span: null, parts: [{ span: [3, 4], text: 'y' }] })).toBe(true)
  expect(isSameBut('span', one, { ...one, parts: [{ span: null, text: 'z' }] })).toBe(false)
  expect(isSameBut('span', one, { ...one, parts: [] })).toBe(false)
  expect(isSameBut('span', one, { name: 'x', parts: one.parts, other: 1 })).toBe(false)
  expect(isSameBut('span', ['a'], { 0: 'a' })).toBe(false)
})
