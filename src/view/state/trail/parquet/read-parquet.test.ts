import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { isFields, type Fields } from '../../../../text/fields'
import { OCSF_COLUMNS, ocsfOfEvent } from '../../../../testing/ocsf-of-event'
import { readTrail } from '../../../../testing/read-at-once'
import { TrailReader } from '../../../../trail/read-stream'
import { sampleTrail } from '../../../../trail/sample-trail'
import { EventStore } from '../../../../trail/store/event-store'
import type { TrailEvent } from '../../../../trail/trail-event'
import { CODEC } from '../utf8-codec'
import { parquetRow, readParquet } from './read-parquet'
import { writeParquet } from '../../../../testing/write-parquet'

/** More than one group of rows, of which the smallest has 2,048. */
const EVENTS = [...sampleTrail({ events: 2_200, seed: 5, refused: 300 })] as Fields[]
const RECORDS = EVENTS.map(ocsfOfEvent)
/** What one group of rows holds. */
const FEW = 200

/** Events in a file that is damaged: its parts are the same with few as with many. */
const DAMAGED = 80

async function readAll(bytes: Uint8Array<ArrayBuffer>) {
  const reader = new TrailReader(CODEC, 1)
  const store = new EventStore(CODEC, 2)
  reader.begin('records')
  const problem = await readParquet(new Blob([bytes]), (rows, first) => {
    for (const [at, row] of rows.entries()) reader.addRow(row, first + at)
    return Promise.resolve()
  })
  const piece = reader.take()
  store.add(0, 0, piece)
  return { problem, store, events: Array.from({ length: store.size }, (_, row) => store.event(row)), bad: piece.bad }
}

const lines = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).join('\n')

/** As tables name fields. */
const inLowerCase = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(inLowerCase)
    : isFields(value)
      ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name.toLowerCase(), inLowerCase(member)]))
      : value

/** What a decision is made from. */
const said = ({ principal, time, operation, actions, resource, outcome, layer, region, context }: TrailEvent) => ({
  ...{ caller: principal.arn, account: principal.account, time, operation, actions, resource, outcome, layer, region },
  ...{
    address: context['aws:SourceIp'],
    endpoint: context['aws:SourceVpce'],
    mfa: context['aws:MultiFactorAuthPresent'],
  },
})

describe('Parquet of Security Lake', () => {
  it.each([
    ['CODEC zstd', FEW],
    ['CODEC gzip', FEW],
    ['CODEC snappy', FEW],
    ['CODEC uncompressed', FEW],
    ['CODEC zstd, ROW_GROUP_SIZE 2048', EVENTS.length],
  ] as const)('says what the events say that it was made of: %s', async (options, count) => {
    const { problem, events, bad } = await readAll(await writeParquet(RECORDS.slice(0, count), OCSF_COLUMNS, options))
    expect([problem, bad]).toEqual([null, []])
    expect(events.map(said)).toEqual(readTrail(lines(EVENTS.slice(0, count))).events.map(said))
    expect(new Set(events.map(({ outcome }) => outcome)).size).toBe(3)
  })

  it('says all that the same records say as JSON', async () => {
    const few = RECORDS.slice(0, FEW)
    const { events } = await readAll(await writeParquet(few, OCSF_COLUMNS))
    expect(events).toEqual(readTrail(lines(few)).events)
  })

  it('gives each row again, to be looked at', async () => {
    const bytes = await writeParquet(RECORDS, OCSF_COLUMNS, 'CODEC zstd, ROW_GROUP_SIZE 2048')
    const { store } = await readAll(bytes)
    for (const row of [0, 2_047, 2_048, 2_199]) {
      const again = await parquetRow(new Blob([bytes]), store.place(row).offset)
      expect(again?.metadata).toMatchObject({ uid: EVENTS[row]?.eventID })
    }
  })

  it('counts rows that are no events, and reads the others', async () => {
    const rows = RECORDS.slice(0, 20).map((row, at) => (at % 4 === 0 ? { ...row, api: null } : row))
    const { events, bad } = await readAll(await writeParquet(rows, OCSF_COLUMNS))
    expect([events.length, bad.map(({ code }) => code)]).toEqual([15, Array(5).fill('not-an-event')])
  })
})

it('Parquet with the columns of an Athena table of CloudTrail is read', async () => {
  const rows = EVENTS.slice(0, 500).map((event) => ({
    ...(inLowerCase(event) as Fields),
    requestparameters: JSON.stringify(event.requestParameters),
  }))
  const names = ['eventversion', 'eventtime', 'eventsource', 'eventname', 'awsregion', 'sourceipaddress', 'useragent']
  const more = [
    'errorcode',
    'errormessage',
    'requestparameters',
    'eventid',
    'eventtype',
    'recipientaccountid',
    'vpcendpointid',
  ]
  const { problem, events } = await readAll(
    await writeParquet(rows, {
      ...Object.fromEntries([...names, ...more].map((name) => [name, 'VARCHAR'])),
      useridentity:
        'STRUCT(type VARCHAR, principalid VARCHAR, arn VARCHAR, accountid VARCHAR, username VARCHAR, invokedby VARCHAR, sessioncontext STRUCT(attributes STRUCT(creationdate VARCHAR, mfaauthenticated VARCHAR), sessionissuer STRUCT(type VARCHAR, arn VARCHAR, accountid VARCHAR, username VARCHAR)))',
      resources: 'STRUCT(arn VARCHAR, accountid VARCHAR, type VARCHAR)[]',
    }),
  )
  expect(problem).toBeNull()
  expect(events.map(said)).toEqual(readTrail(lines(EVENTS.slice(0, 500))).events.map(said))
})

describe('Parquet that is damaged, or meant to do harm', () => {
  let good: Uint8Array<ArrayBuffer>[]
  beforeAll(async () => {
    good = await Promise.all(
      ['zstd', 'gzip', 'snappy', 'uncompressed'].map((codec) =>
        writeParquet(RECORDS.slice(0, DAMAGED), OCSF_COLUMNS, `CODEC ${codec}`),
      ),
    )
  })

  it('is told as damaged where it is cut', async () => {
    for (const bytes of good)
      for (const length of [4, 11, 12, 500, bytes.length >> 1, bytes.length - 1]) {
        const { problem, events } = await readAll(bytes.slice(0, length))
        expect([length, problem, events.length]).toEqual([length, 'damaged', 0])
      }
  })

  it('is told as of another content where it has other columns', async () => {
    const { problem } = await readAll(await writeParquet([{ a: 1 }], { a: 'INTEGER' }))
    expect(problem).toBe('not-a-trail')
  })

  it(
    'never throws, and never says an event that nobody wrote of sizes that cannot be',
    { timeout: 120_000 },
    async () => {
      // single bytes, and numbers of variable length that are as large as can be
      const bytesOf = fc.oneof(fc.uint8Array({ minLength: 1, maxLength: 1 }), fc.constant([254, 255, 255, 255, 15]))
      const place = fc.double({ min: 0, max: 1, noNaN: true })
      const changes = fc.array(fc.tuple(place, bytesOf), { minLength: 1, maxLength: 6 })
      const outcomes = new Set<string | null>()
      await fc.assert(
        fc.asyncProperty(fc.nat(3), changes, fc.boolean(), async (which, list, isFooter) => {
          const bytes = (good[which] as Uint8Array<ArrayBuffer>).slice()
          const footer = new DataView(bytes.buffer).getUint32(bytes.length - 8, true) + 8
          const from = isFooter ? bytes.length - footer : 0
          for (const [at, more] of list)
            for (const [i, byte] of [...more].entries())
              bytes[from + Math.floor(at * (bytes.length - from - 6)) + i] = byte
          const { problem, events } = await readAll(bytes)
          outcomes.add(problem)
          expect(events.length).toBeLessThanOrEqual(DAMAGED)
        }),
        { numRuns: 100 },
      )
      expect(outcomes).toContain('damaged')
      expect(outcomes).toContain(null)
    },
  )
})
