import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TrailReader } from '../../../trail/read-stream'
import { sampleTrail } from '../../../trail/sample-trail'
import { EventStore } from '../../../trail/store/event-store'
import { splitLines } from './split-lines'
import { CODEC } from './utf8-codec'

const LINES = [...sampleTrail({ events: 120, seed: 11 })].map((record) => JSON.stringify(record))
const CUTS = { smallest: 900, perReader: 4, window: 6_000 }

const partsOf = (text: string, readers: number) =>
  splitLines({ name: 'lines.json', blob: new Blob([text]), isDeflated: false }, readers, CUTS)

/** All that readers say of texts: every event with when and what it was, and how much was broken. */
function said(texts: readonly string[]) {
  const store = new EventStore(CODEC, 2)
  const bad: string[] = []
  for (const [file, text] of texts.entries()) {
    const reader = new TrailReader(CODEC, 1)
    reader.begin('records')
    reader.push(CODEC.encode(text))
    reader.finish()
    const piece = reader.take()
    store.add(file, file, piece)
    // what stands before the time of an event that is whole belongs to neither
    bad.push(...piece.bad.map(({ code, text: broken }) => `${code} ${broken.split(/\r?\n/, 1)[0]}`))
  }
  const events = Array.from({ length: store.size }, (_, row) => JSON.stringify(store.event(row)))
  return { events: events.sort(), bad: bad.sort(), duplicates: store.duplicates }
}

describe('a file of lines that several readers take', () => {
  const line = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...LINES) },
    { weight: 1, arbitrary: fc.constantFrom(...LINES).map((one) => `2026-01-02T03:04:05.000Z ${one}`) },
    { weight: 1, arbitrary: fc.constantFrom('garbage', '{"eventName": "cut', '{"a": 1}', '', '{}}', '"\\"{', '[') },
  )

  it('says what one reader says of it, wherever it is cut', async () => {
    let cut = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 5, maxLength: 60 }),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 2, max: 8 }),
        async (lines, end, readers) => {
          const text = [LINES[0], ...lines].join(end)
          const parts = await partsOf(text, readers)
          const texts = await Promise.all(parts.map(({ blob }) => blob.text()))
          if (parts.length > 1) cut += 1
          expect(texts.join('')).toBe(text)
          expect(said(texts)).toEqual(said([text]))
        },
      ),
      { numRuns: 25 },
    )
    expect(cut).toBeGreaterThan(12)
  })

  it('is left whole where events are more than a line, or the lines are no events', async () => {
    const records = LINES.map((one) => JSON.parse(one) as unknown)
    for (const text of [
      JSON.stringify({ Records: records }),
      JSON.stringify({ Records: records }, null, 1),
      records.map((one) => JSON.stringify(one, null, 1)).join('\n'),
      `eventname,eventsource\n${'a,b\n'.repeat(2_000)}`,
    ])
      expect(await partsOf(text, 4)).toHaveLength(1)
    expect((await partsOf(LINES.join('\n'), 4)).length).toBeGreaterThan(4)
    expect(await partsOf(LINES.join('\n'), 1)).toHaveLength(1)
  })
})
