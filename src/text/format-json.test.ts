import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatJson } from './format-json'

describe('the layout of JSON', () => {
  it('is that of JSON.stringify, whatever the value', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 1, '\t'), (json, indent) => {
        const value: unknown = JSON.parse(json)
        expect(formatJson(JSON.stringify(value, null, indent))).toBe(JSON.stringify(value, null, 2))
      }),
    )
  })

  it('keeps each token of what is no JSON; where strings are closed, it is laid out already when laid out again', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"a"',
      '"',
      '1',
      'tru',
      '/* c */',
      '// c\n',
      '\n',
      ' ',
      '\\',
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('')
        const once = formatJson(text)
        expect(once.replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
        // A quote that opens nothing takes what follows for a string up to the end of a line that the layout may move.
        if (!pieces.includes('"') && !pieces.includes('\\')) expect(formatJson(once)).toBe(once)
      }),
    )
  })

  it('keeps duplicates, numbers as they were written and comments where they stood', () => {
    expect(formatJson('{"a":1.0,"a":[], // first\n"b":{"c":1e3}/* x */}')).toBe(
      '{\n  "a": 1.0,\n  "a": [], // first\n  "b": {\n    "c": 1e3\n  } /* x */\n}',
    )
  })
})
