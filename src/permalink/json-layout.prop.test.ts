import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldLayout, LAYOUT_MARKS, unfoldLayout } from './json-layout'

const LIMIT = 1_000_000
const marks = Object.values(LAYOUT_MARKS)
const back = (text: string) => unfoldLayout(foldLayout(text), LIMIT)

const spaced = fc
  .array(fc.constantFrom('{', '}', '[', ']', ':', ',', '"a"', '"', '\\', 'true', '1', ' ', '\n', '\r\n', '\t', '  '))
  .map((parts) => parts.join(''))

describe('law: the layout of a text is folded and unfolded without loss', () => {
  it('for JSON in every indentation', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 1, 2, 3, 4, 6, '\t'), fc.boolean(), (json, indent, crlf) => {
        const text = JSON.stringify(JSON.parse(json), null, indent)
        const lines = crlf ? text.replaceAll('\n', '\r\n') : text
        expect(back(lines)).toBe(lines)
      }),
      { numRuns: 400 },
    )
  })

  it('for any run of brackets, quotes and white space', () => {
    fc.assert(
      fc.property(spaced, (text) => {
        expect(back(text)).toBe(text)
      }),
      { numRuns: 1000 },
    )
  })

  it('for any text without the marks of the notation', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = marks.reduce((rest, mark) => rest.replaceAll(mark, ''), text)
        expect(back(clean)).toBe(clean)
      }),
      { numRuns: 400 },
    )
  })

  it('and unfolding never throws', () => {
    const hostile = fc.array(fc.oneof(fc.string(), fc.constantFrom(...marks, '{', '[', '"'))).map((p) => p.join(''))
    fc.assert(
      fc.property(hostile, (text) => {
        expect(() => unfoldLayout(text, LIMIT)).not.toThrow()
      }),
      { numRuns: 400 },
    )
  })
})
