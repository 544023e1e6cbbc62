import { expect, test } from 'vitest'
import { isSameBut, replaceEqualDeep } from './replace-equal-deep'

test('what is the same as before is the same object', () => {
  const before = { list: [{ a: 1 }, { b: [1, 2] }], name: 'x' }
  expect(replaceEqualDeep(before, structuredClone(before))).toBe(before)
  const after = replaceEqualDeep(before, { list: [{ a: 2 }, { b: [1, 2] }], name: 'x' })
  expect(after).toEqual({ list: [{ a: 2 }, { b: [1, 2] }], name: 'x' })
  expect(after.list[1]).toBe(before.list[1])
})

test('what has grown, shrunk or changed its kind is the new one', () => {
  expect(replaceEqualDeep([1, 2], [1])).toEqual([1])
  expect(replaceEqualDeep({ a: undefined }, { b: undefined })).toStrictEqual({ b: undefined })
  expect(replaceEqualDeep({ a: 1 }, { a: 1, b: 2 })).toEqual({ a: 1, b: 2 })
  expect(replaceEqualDeep({ 0: 'a' }, ['a'])).toEqual(['a'])
  expect(replaceEqualDeep({ a: null }, { a: {} })).toEqual({ a: {} })
  expect(replaceEqualDeep({ a: {} }, { a: null })).toEqual({ a: null })
})

test('a part with a name that objects know keeps it', () => {
  const after = replaceEqualDeep({ a: 1 }, JSON.parse('{"a":2,"__proto__":{"b":1},"constructor":3}') as object)
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
