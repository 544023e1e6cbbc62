import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT } from '../draft/draft'
import { decodeDeck, encodeDeck } from './deck'
import { linkAlone, linkToStep, stepOf } from './link-parts'
import { decodeFragment, encodeDraft } from './permalink'
import { LINK_VECTORS } from '../testing/link-vectors'

describe('a link to a step', () => {
  it.each(LINK_VECTORS)('$id opens as the link itself', ({ fragment, draft }) => {
    expect(decodeFragment(linkToStep(fragment, 3))).toEqual({ draft })
  })

  it('names its step and gives the link back', () => {
    const link = encodeDraft({ ...EMPTY_DRAFT, paste: 'AccessDenied' })
    expect(linkToStep(link, 3)).toBe(`${link}&step=3`)
    expect(stepOf(linkToStep(link, 3))).toBe(3)
    expect(linkToStep(linkToStep(link, 3), 4)).toBe(`${link}&step=4`)
    expect(linkToStep(linkToStep(link, 3), null)).toBe(link)
    expect(linkAlone(linkToStep(link, 3))).toBe(link)
  })

  it('opens also with parts that nobody knows, or that are broken', () => {
    const link = encodeDraft({ ...EMPTY_DRAFT, paste: 'AccessDenied' })
    for (const parts of ['&', '&later=1', '&step', '&step=', '&&=&', '&step=%zz'])
      expect(decodeFragment(link + parts)).toMatchObject({ draft: { paste: 'AccessDenied' } })
  })

  it('opens a deck too', () => {
    const deck = { title: 'Friday', notes: '', cards: [] }
    const encoded = encodeDeck(deck)
    expect(decodeDeck(`${'fragment' in encoded ? encoded.fragment : ''}&step=2`)).toEqual({ deck })
  })
})

describe('stepOf', () => {
  it.each([
    ['#1/AB', null],
    ['#1/AB&step=1', 1],
    ['1/AB&other=2&step=12', 12],
    ['#1/AB&step=0', null],
    ['#1/AB&step=-1', null],
    ['#1/AB&step=2.5', null],
    ['#1/AB&step=1e3', null],
    ['#1/AB&step=99999', null],
    ['#1/AB&steps=3', null],
    ['#1/AB?step=3', null],
    ['', null],
  ])('%j: %s', (fragment, step) => {
    expect(stepOf(fragment)).toBe(step)
  })
})
