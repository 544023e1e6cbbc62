import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Draft } from '../draft/draft'
import {
  decodeDeck,
  decodeExercise,
  encodeDeck,
  encodeExercise,
  readAnswers,
  writeAnswers,
  readDeckFile,
  writeDeckFile,
  type Deck,
  type Exercise,
} from './deck'
import { parseAskedRepair } from './write-exercise-repair'
import { arbitraryDraft } from '../testing/arbitrary-draft'
import { linkAlone, linkWithTries, triesOf } from './link-parts'
import { linkKindOf } from './permalink'
import { seal } from './seal'
import { LINK_VECTORS } from '../testing/link-vectors'
import { redactForLink } from './redact-for-link'

const cases = LINK_VECTORS.map(({ draft }) => draft)
const [first, second, third] = cases as [Draft, Draft, Draft]

const deck: Deck = {
  title: 'Friday’s class',
  notes: 'Bring a question.\nSecond line \u001b[1m',
  cards: [
    { title: 'Start', notes: '', draft: first },
    { title: 'Your turn', notes: 'Which gate?', draft: second, expected: { decision: 'explicitDeny', layer: 'scp' } },
    { title: 'End', notes: 'And why?', draft: third, expected: { decision: 'implicitDeny', layer: 'identity' } },
  ],
}
const exercise: Exercise = {
  draft: second,
  prompt: 'Which gate stops Maria?',
  expected: { decision: 'explicitDeny', layer: 'scp' },
}

const fragmentOf = (result: object) => ('fragment' in result ? String(result.fragment) : '')

describe('exercises and decks', () => {
  it('come back from a link as they were', () => {
    expect(decodeExercise(fragmentOf(encodeExercise(exercise)))).toEqual({ exercise })
    expect(decodeDeck(fragmentOf(encodeDeck(deck)))).toEqual({ deck })
    expect(decodeDeck(fragmentOf(encodeDeck({ title: '', notes: '', cards: [] })))).toEqual({
      deck: { title: '', notes: '', cards: [] },
    })
  })

  it('carry the repair that the author asks for, in a link, a deck and a file', () => {
    const repair = {
      task: 'Let Maria in\nand nobody else \u001b',
      layers: ['identity', 'scp'],
      probes: [
        { must: 'stayDenied', words: 'others', principal: 'anonymous', action: '', resource: '', context: {} },
        {
          must: 'beAllowed',
          words: '',
          principal: '',
          action: 's3:GetObject',
          resource: 'arn:aws:s3:::bucket/*',
          context: { 'aws:SourceIp': '192.0.2.7', 'aws:MultiFactorAuthPresent': null },
        },
      ],
    } as const satisfies Exercise['repair']
    const asking: Exercise = { ...exercise, repair }
    expect(decodeExercise(fragmentOf(encodeExercise(asking)))).toEqual({ exercise: asking })
    const whole: Deck = { ...deck, cards: deck.cards.map((card) => (card.expected ? { ...card, repair } : card)) }
    expect(decodeDeck(fragmentOf(encodeDeck(whole)))).toEqual({ deck: whole })
    expect(readDeckFile(JSON.parse(writeDeckFile(whole)))).toEqual({ deck: whole })
    const solved: Exercise = { ...exercise, repair: { ...repair, solution: ['{"Statement":[]}', 'a\u001d"b'] } }
    expect(decodeExercise(fragmentOf(encodeExercise(solved)))).toEqual({ exercise: solved })
  })

  it.each([
    '["task",["i",[1]]]',
    '["task",["i","x"]]',
    '[',
    '[1]',
    '["task",""]',
    '["task","x"]',
    '["task","i",[2,"","","","",[]]]',
    '["task","i",[0,"","","","",[["k",1]]]]',
  ])('a text is no repair: %s', (text) => {
    expect(parseAskedRepair(text)).toBeNull()
  })

  it('carry the answers that the author chose, and what the speaker alone sees', () => {
    const options = [
      { decision: 'allowed', layer: 'none' },
      { decision: 'explicitDeny', layer: 'scp' },
    ] as const
    const chosen: Exercise = { ...exercise, options }
    expect(decodeExercise(fragmentOf(encodeExercise(chosen)))).toEqual({ exercise: chosen })
    const speaking: Deck = {
      ...deck,
      cards: deck.cards.map((card, at) =>
        at === 0 ? { ...card, speaker: 'Ask first.\n\u001dThen wait.' } : { ...card, options },
      ),
    }
    expect(decodeDeck(fragmentOf(encodeDeck(speaking)))).toEqual({ deck: speaking })
    expect(readDeckFile(JSON.parse(writeDeckFile(speaking)))).toEqual({ deck: speaking })
  })

  it('are handed in with the answers in the order of the tries', () => {
    const tries = [
      { decision: 'allowed', layer: 'none' },
      { decision: 'explicitDeny', layer: 'scp' },
    ] as const
    const link = linkWithTries(fragmentOf(encodeExercise(exercise)), writeAnswers(tries))
    expect(readAnswers(triesOf(link))).toEqual(tries)
    expect(decodeExercise(linkAlone(link))).toEqual({ exercise })
    for (const hostile of ['e', 'zz', 'e9', 'i1'.repeat(31), '%00']) expect(readAnswers(hostile)).toBeNull()
  })

  it('of version 1 keep opening', () => {
    expect(decodeExercise('#x1/' + EXERCISE_1)).toEqual({ exercise })
    expect(decodeDeck('#d1/' + DECK_1)).toEqual({ deck })
  })

  it('come back from a file as they were', () => {
    expect(readDeckFile(JSON.parse(writeDeckFile(deck)))).toEqual({ deck })
  })

  it('are told apart by their letter', () => {
    expect(linkKindOf(fragmentOf(encodeExercise(exercise)))).toBe('exercise')
    expect(linkKindOf(fragmentOf(encodeDeck(deck)))).toBe('deck')
    expect(decodeDeck(fragmentOf(encodeExercise(exercise)))).toMatchObject({ problem: { code: 'link-unknown' } })
    expect(decodeExercise('#x2/AAAA')).toMatchObject({ problem: { code: 'link-newer' } })
  })

  it('a deck of eleven cases fits in a few thousand characters', () => {
    const all: Deck = { ...deck, cards: cases.map((draft, i) => ({ title: String(i), notes: '', draft })) }
    expect(fragmentOf(encodeDeck(all)).length).toBeLessThan(4_000)
  })

  it('carry no credentials', () => {
    const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
    const leaky: Deck = {
      ...deck,
      cards: [{ title: '', notes: '', draft: { ...first, paste: `aws_secret_access_key=${secret}` } }],
    }
    expect(writeDeckFile(leaky)).not.toContain(secret)
    expect(JSON.stringify(decodeDeck(fragmentOf(encodeDeck(leaky))))).not.toContain(secret)
  })

  it('law: any cards come back', () => {
    const card = fc.record(
      {
        title: fc.string(),
        notes: fc.string({ unit: 'binary' }),
        draft: arbitraryDraft,
        expected: fc.constantFrom(
          { decision: 'allowed' as const, layer: 'none' as const },
          { decision: 'depends' as const, layer: 'trust' as const },
        ),
      },
      { requiredKeys: ['title', 'notes', 'draft'] },
    )
    fc.assert(
      fc.property(fc.string(), fc.array(card, { maxLength: 3 }), (title, cards) => {
        const any: Deck = {
          title,
          notes: '',
          cards: cards.map((one) => ({ ...one, draft: redactForLink(one.draft).draft })),
        }
        expect(decodeDeck(fragmentOf(encodeDeck(any)))).toEqual({ deck: any })
        expect(readDeckFile(JSON.parse(writeDeckFile(any)))).toEqual({ deck: JSON.parse(JSON.stringify(any)) as Deck })
      }),
      { numRuns: 12 },
    )
  })

  it.each([
    '',
    'a',
    '\x1d',
    '\x1c',
    'a\x1db\x1cc\x1dd\x1dz9\x1d',
    '\x1d\x1c\x1d\x1d\x1d\x01a\x1d',
    'x'.repeat(10) + '\x1c\x1c\x1c',
  ])('no text makes them throw: %j', (text) => {
    expect('problem' in decodeExercise(`#x1/${seal(text) ?? ''}`)).toBe(true)
    expect('problem' in decodeDeck(`#d1/${seal(text) ?? ''}`)).toBe(text !== '\x1d')
  })

  it.each([
    null,
    1,
    'x',
    [],
    {},
    { format: 'whydenied-deck' },
    { format: 'whydenied-deck', title: '', notes: '', cards: [null] },
    { format: 'whydenied-deck', version: 9 },
  ])('no value makes the file reader throw: %j', (value) => {
    expect('problem' in readDeckFile(value)).toBe(true)
  })
})

const EXERCISE_1 =
  'DOIL6nwgr-kK-aC6FRFTCUOeiE6bGZ-AtANO0WfL5u84xRqR35ryPIjbhyEBuXU4GN1QhtTEIyhaoKbpLlH3VtFVFs21Lwul-wyvxFn51mynBn_pNTXHCx1XQEQxo5Zdwa9qOr1ohlS41Pb4UvjGWi4l36v-K3rf3gyytPnf8e9_WZ1qhhAFBIrCw0Cp5hO8Q_YJZLRYmZ-NKzmg'
const DECK_1 =
  'H7HGfvwxPsN8G6KaJJjbyRPejvK0sBkDtL3nZ-F1fbDuIKPYugeLaX2wt6oil3Iep5G093q6HjdyGnajRkyG3Px2coTcijVdqdnOy3a94PTQYbRe1ePHPrbw7v8lzBYj4nT5EKVLWH7PiUo5FqpeIyN1qvqiDcTQHpHDaYF0WiL1t31M5nOiXQFHHjxUawP2bf2U9_iZT_-ijU3SQrpjbNvynL9uDcsdyEblbcDpkus-DgJjFNJwSFFLd6tBKREAJ2CGcVmY-FBYxzJps2_VYowr26t70DhQJlABRPeGb290VaUbpifxLr6YaN4cgfSheKvSlYyId5z7Ha_Z4xm2zzyX1SyzXF0RCOxRQdcmKx11_3IVEh3T5yY_EWnbKjw-D7dwIhimGGVv46sb1i1LjR9iDgGoqPNTz8iG9xQRgqXpUQtONN0Pq7FjMpIVceGv6a2m4sU0f64TqQb19AtA2J3lHEE7r8Xn9jrDu3OXfza20qIE082_Rgg9FWPSU'
