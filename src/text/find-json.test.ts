import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findJson } from './find-json'

const read = (text: string) =>
  findJson(text).map(({ span: [start, end], complete }) => [text.slice(start, end), complete])

describe('findJson', () => {
  it('finds objects and lists in prose, the outermost only', () => {
    expect(read('a {"b": [1, {"c": true}]} d [null] e')).toEqual([
      ['{"b": [1, {"c": true}]}', true],
      ['[null]', true],
    ])
  })

  it('reads brackets inside strings as text', () => {
    expect(read('{"a": "}{\\"]"} x')).toEqual([['{"a": "}{\\"]"}', true]])
  })

  it('lets comments and misplaced commas through', () => {
    const text = '{ // one\n "a": 1, /* } */ "b": [2,], }'
    expect(read(text)).toEqual([[text, true]])
  })

  it('finds none in brackets of prose, code and configuration', () => {
    expect(read('[INFO] f(x) { return } ${a} {a = 1} [x]')).toEqual([])
  })

  it('gives the whole values inside one that does not close', () => {
    const text = '{"a": {"b": 1}, "c": [{"d": 2}, {"e": '
    const [region] = findJson(text)
    expect(region).toMatchObject({ complete: false, span: [0, text.length] })
    expect(region?.parts.map(([start, end]) => text.slice(start, end))).toEqual(['{"b": 1}', '{"d": 2}'])
  })

  it('reads on after a broken one', () => {
    expect(read('{"a": "no end\n {"b": 1}').at(-1)).toEqual(['{"b": 1}', true])
  })

  it('finds any object again, whatever JSON.stringify makes of it', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.constantFrom(undefined, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        expect(findJson(`see ${text}!`).map(({ span, complete }) => [...span, complete])).toEqual([
          [4, 4 + text.length, true],
        ])
      }),
      { numRuns: 300 },
    )
  })

  it('takes steps in proportion to the length of hostile texts', () => {
    for (const piece of ['{"a":', '[', '{"', '{"a\\"[', '{"x [', '[/*', '{"a": {} ']) {
      const text = piece.repeat(40_000)
      expect(findJson(text).every(({ span: [start, end] }) => start < end && end <= text.length)).toBe(true)
    }
  })
})
