import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTrail } from '../testing/read-at-once'
import { readEvent } from './trail-event'
import { JsonScanner, MORE } from './scan/scan-json'
import { sampleTrail } from './sample-trail'

const SAMPLE = [...sampleTrail({ events: 400, seed: 7 })]
const text = (records: readonly unknown[]) => JSON.stringify({ Records: records })

/** What the reader of single records makes of them, without what a store does not keep. */
const expected = (records: readonly unknown[]) => records.map((record) => ({ ...readEvent(record), id: null }))

describe('a trail that is read as a stream', () => {
  it('says of every event what the event by itself says', () => {
    const { events, bad, duplicates } = readTrail(text(SAMPLE))
    expect(events).toEqual(expected(SAMPLE))
    expect([bad, duplicates]).toEqual([[], 0])
    expect(new Set(events.map(({ outcome }) => outcome))).toEqual(new Set(['allowed', 'denied', 'failed']))
  })

  it.each([1, 7, 4_096])('gives the same in chunks of %i bytes', (size) => {
    const records = SAMPLE.slice(0, 40)
    expect(readTrail(text(records), { chunk: size }).events).toEqual(expected(records))
  })

  it('gives the same for any field that is missing, null, of another type or written with escapes', () => {
    const value = fc.oneof(
      fc.constant(null),
      fc.constant(''),
      fc.constant({}),
      fc.constant([]),
      fc.string(),
      fc.integer(),
    )
    const changed = fc
      .tuple(fc.integer({ min: 0, max: SAMPLE.length - 1 }), fc.nat(40), fc.option(value))
      .map(([at, member, other]) => {
        const record = { ...(SAMPLE[at] as Record<string, unknown>) }
        const names = Object.keys(record).filter(
          (name) => !['eventID', 'eventName', 'eventSource', 'eventTime'].includes(name),
        )
        const name = names[member % names.length] ?? ''
        if (other === null) delete record[name]
        else record[name] = other
        return { ...record, eventID: `${at}-${member}-${JSON.stringify(other)}` }
      })
    fc.assert(
      fc.property(fc.uniqueArray(changed, { maxLength: 8, selector: ({ eventID }) => eventID }), (records) => {
        const written = text(records).replaceAll('s3.amazonaws', String.raw`s3\u002eamazonaws`)
        expect(readTrail(written).events).toEqual(expected(records))
      }),
      { numRuns: 150 },
    )
  })

  it('takes an event that comes twice once, and counts it', () => {
    const { events, duplicates } = readTrail([text(SAMPLE.slice(0, 5)), text(SAMPLE.slice(3, 8))].join('\n'))
    expect([events.length, duplicates]).toEqual([8, 2])
  })

  it('keeps where an event stands', () => {
    const whole = text(SAMPLE.slice(0, 9))
    const { store } = readTrail(whole)
    const { offset, length } = store.place(6)
    expect(JSON.parse(whole.slice(offset, offset + length))).toEqual(SAMPLE[6])
  })
})

describe('what is broken loses nothing that is whole', () => {
  const [one = {}, two = {}, three = {}] = SAMPLE.map((record) => JSON.stringify(record))
  const names = (found: ReturnType<typeof readTrail>) => found.bad.map(({ code }) => code)

  it.each([
    ['a record that is cut', `${one as string}\n${(two as string).slice(0, 300)}\n${three as string}`, 2, ['not-json']],
    [
      'two lines that are cut',
      `${(one as string).slice(0, 90)}\n${(two as string).slice(0, 300)}\n${three as string}`,
      1,
      ['not-json', 'not-json'],
    ],
    ['garbage lines', `hello\n${one as string}\n--\n${three as string}\n`, 2, ['not-json', 'not-json']],
    [
      'a value without quotes',
      `[${one as string},${(two as string).replace(/"eventName":"(\w+)"/, '"eventName":$1')},${three as string}]`,
      2,
      ['not-json'],
    ],
    [
      'a raw line break in a text',
      `[${one as string},${(two as string).replace('"eventName":"', '"eventName":"\n')},${three as string}]`,
      2,
      ['not-json'],
    ],
    ['an object of another kind', `${one as string}\n{"level":"info"}\n${three as string}`, 2, ['not-an-event']],
    ['an end that is missing', `{"Records":[${one as string},${(two as string).slice(0, -20)}`, 1, ['not-json']],
    [
      'an event without a time',
      `[${one as string},${(two as string).replace(/"eventTime":"[^"]*"/, '"eventTime":"soon"')}]`,
      1,
      ['no-time'],
    ],
  ])('%s', (_what, written, events, codes) => {
    const found = readTrail(written as string)
    expect(found.events).toHaveLength(events as number)
    expect(names(found)).toEqual(codes)
    expect(found.bad.every((piece) => piece.text.length > 0)).toBe(true)
  })

  it('reads records of a version to come', () => {
    expect(readTrail((one as string).replace(/"eventVersion":"[^"]*"/, '"eventVersion":"3.0"')).events).toMatchObject([
      { isKnownVersion: false },
    ])
  })

  it('takes what JSON takes, and nothing else', () => {
    const scanner = new JsonScanner()
    const takes = (json: string): boolean => {
      const bytes = new TextEncoder().encode(json)
      return scanner.scan(bytes, 0, bytes.length) === bytes.length
    }
    const isJson = (json: string): boolean => {
      try {
        JSON.parse(json)
        return true
      } catch {
        return false
      }
    }
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 })),
        fc.nat(),
        fc.constantFrom('"', '}', ',', '\\', ' ', '1', 'x', ''),
        (value, at, char) => {
          const json = JSON.stringify(value)
          expect(takes(json)).toBe(true)
          const place = 1 + (at % Math.max(1, json.length - 1))
          const broken = `${json.slice(0, place)}${char}${json.slice(place + 1)}`
          expect(takes(broken)).toBe(isJson(broken))
        },
      ),
      { numRuns: 800 },
    )
    const open = new TextEncoder().encode('{"a":"b')
    expect(scanner.scan(open, 0, open.length)).toBe(MORE)
  })
})
