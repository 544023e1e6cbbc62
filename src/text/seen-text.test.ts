import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seenText } from './seen-text'

const UNSEEN = [
  '\u001b[0m',
  '\u001b[1;32m',
  '\u200b',
  '\u00ad',
  '\\u001b[33m',
  '\\\\u200B',
  '%1B%5B31m',
  '%E2%80%8B',
  '%C2%AD',
  '%5Cu001b%5B33m',
  '[32m',
]

describe('seenText', () => {
  it('takes out what nobody sees, and says where the rest is written', () => {
    const pieces = fc.array(fc.oneof(fc.constantFrom(...UNSEEN), fc.stringMatching(/^[a-l]{1,5}$/)))
    fc.assert(
      fc.property(pieces, (written) => {
        const text = written.join('')
        const seen = seenText(text)
        expect(seen.text).toBe(written.filter((piece) => !UNSEEN.includes(piece)).join(''))
        for (let at = 0; at < seen.text.length; at += 1) {
          const [start, end] = seen.sourceSpan([at, at + 1])
          expect(text.slice(start, end)).toBe(seen.text[at])
        }
      }),
    )
  })

  it('spans over what it took out', () => {
    const text = 'a\u200bb\u001b[0mc'
    expect(seenText(text).sourceSpan([0, 3])).toEqual([0, text.length])
  })

  it('leaves a text alone in which all is seen', () => {
    const text = 'resource: "arn:aws:s3:::b/100%/\\u00e4"'
    expect(seenText(text).text).toBe(text)
  })
})
