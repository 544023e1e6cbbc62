import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT } from '../draft/draft'
import { arbitraryDraft } from '../testing/arbitrary-draft'
import { decodeFragment, encodeDraft, shareDraft } from './permalink'
import { seal, unseal } from './seal'
import { readDraft } from './read-draft'
import { redactForLink } from './redact-for-link'
import { writeDraft } from './write-draft'

const ROOM = 1_000_000

describe('law: restore(encode(draft)) equals draft', () => {
  it('for the records alone', () => {
    fc.assert(
      fc.property(arbitraryDraft, (draft) => {
        expect(readDraft(writeDraft(draft), ROOM)).toEqual(draft)
      }),
      { numRuns: 150 },
    )
  })

  it('for whole links, of what a link may carry', () => {
    fc.assert(
      fc.property(arbitraryDraft, (draft) => {
        expect(decodeFragment(encodeDraft(draft))).toEqual({ draft: redactForLink(draft).draft })
      }),
      { numRuns: 30 },
    )
  })
})

describe('law: no fragment makes it throw', () => {
  const check = (fragment: string) => {
    const opened = decodeFragment(fragment)
    expect('draft' in opened || 'problem' in opened).toBe(true)
  }

  it('whatever stands in it', () => {
    const anything = fc.oneof(fc.string(), fc.string({ unit: 'binary' }))
    fc.assert(
      fc.property(anything, fc.constantFrom('', '#', '#1/', '1/', '#2/', '#0/'), (rest, start) => {
        check(start + rest)
      }),
      { numRuns: 300 },
    )
  })

  it('when any text was sealed in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('\x10c+', '\x11', '\x12', '\x14', '\x148[', '\x16'))),
        (parts) => {
          check(`#1/${seal(parts.join('')) ?? ''}`)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('when one character of it was changed, and then it says so', () => {
    const link = shareDraft({ ...EMPTY_DRAFT, paste: 'AccessDenied: User: arn:aws:iam::123456789012:user/a' })
    const sealed = 'fragment' in link ? link.fragment.slice(3) : ''
    fc.assert(
      fc.property(fc.nat({ max: sealed.length - 1 }), fc.constantFrom(...'AZaz09-_'), (at, char) => {
        const changed = sealed.slice(0, at) + char + sealed.slice(at + 1)
        expect('problem' in unseal(changed)).toBe(changed !== sealed)
      }),
      { numRuns: 60 },
    )
  })
})
