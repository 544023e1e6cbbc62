import { describe, expect, it } from 'vitest'
import { readHandIns, writeHandIn, type HandIn } from './hand-in'

const handIn: HandIn = {
  name: 'Ann Ö.',
  time: '2026-11-28T10:00:00.000Z',
  deck: 'Monday',
  cards: [
    {
      title: 'Case 1',
      expected: { decision: 'implicitDeny', layer: 'identity' },
      tries: [
        { decision: 'explicitDeny', layer: 'scp' },
        { decision: 'implicitDeny', layer: 'identity' },
      ],
      repairs: 'dw',
      repairText: '{"Statement":[]}\n',
    },
  ],
}

describe('hand-ins', () => {
  it('are read out of a chat, many at once', () => {
    const other = { ...handIn, name: 'Bo' }
    const chat = `10:01 ann: ${writeHandIn(handIn)}\n10:02 bo: here "${writeHandIn(other)}", thanks`
    expect(readHandIns(chat)).toEqual({ handIns: [handIn, other], damaged: 0 })
  })

  it('are cut to what is read, never refused as damaged', () => {
    const [card] = handIn.cards
    if (card === undefined) throw new Error('no card')
    const wrong = { decision: 'explicitDeny', layer: 'scp' } as const
    const long = {
      ...card,
      title: 'T'.repeat(900),
      tries: Array.from({ length: 45 }, () => wrong),
      repairs: `${'d'.repeat(40)}w`,
      repairText: 'x'.repeat(60_000),
    }
    const { handIns, damaged } = readHandIns(writeHandIn({ ...handIn, cards: Array.from({ length: 3 }, () => long) }))
    expect(damaged).toBe(0)
    expect(
      handIns[0]?.cards.map(({ title, tries, repairs, repairText }) => [
        title.length,
        tries.length,
        repairs.at(-1),
        repairText.length,
      ]),
    ).toEqual(Array.from({ length: 3 }, () => [200, 30, 'w', 50_000]))
  })

  it('that were changed or cut off are counted, and not taken', () => {
    const written = writeHandIn(handIn)
    const changed = written.replace(/\.(.)/, (_, first: string) => `.${first === 'W' ? 'X' : 'W'}`)
    expect(readHandIns(`${changed} ${written.slice(0, 60)}`)).toEqual({ handIns: [], damaged: 2 })
    expect(readHandIns('no hand-in at all')).toEqual({ handIns: [], damaged: 0 })
  })
})
