import { describe, expect, it } from 'vitest'
import { indentationOf } from './indentation'

const indented = (by: string | number) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow' }] }, null, by)

describe('indentationOf', () => {
  it.each([2, 3, 4, 8])('takes over a step of %i spaces', (tabSize) => {
    expect(indentationOf(indented(tabSize))).toEqual({ insertSpaces: true, tabSize })
  })

  it('takes over tabs', () => {
    expect(indentationOf(indented('\t'))).toMatchObject({ insertSpaces: false })
  })

  it('indents a text that is on one line, or empty, by two spaces', () => {
    expect(indentationOf(indented(0))).toEqual({ insertSpaces: true, tabSize: 2 })
    expect(indentationOf('')).toEqual({ insertSpaces: true, tabSize: 2 })
  })

  it('passes over lines that hold nothing but blanks', () => {
    expect(indentationOf('{\n   \n    "Version": "2012-10-17"\n}')).toEqual({ insertSpaces: true, tabSize: 4 })
  })
})
