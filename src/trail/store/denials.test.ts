import { describe, expect, it } from 'vitest'
import { UTF8, readTrail } from '../../testing/read-at-once'
import { TrailReader } from '../read-stream'
import { sampleTrail } from '../sample-trail'
import { readEvent, type TrailEvent } from '../trail-event'
import { csvLines } from '../write-denials-csv'
import { DENIAL_FIELDS } from './denial-fields'
import { DenialIndex } from './denial-index'
import { DenialQuery } from './denial-query'
import { EVERY_DENIAL, type DenialFilter, type DenialLook } from './denial-look'
import { EventStore } from './event-store'

function readerOf(text: string) {
  const reader = new TrailReader(UTF8, 1)
  reader.begin('records')
  reader.push(UTF8.encode(text))
  reader.finish()
  return reader.take()
}

function open(records: readonly unknown[]) {
  const { store } = readTrail(JSON.stringify({ Records: records }))
  const index = new DenialIndex(store, UTF8, 3)
  for (let row = 0; row < store.size; row++) index.add(row)
  return { store, index, query: new DenialQuery(store, index, UTF8) }
}

const RECORDS = [...sampleTrail({ events: 3_000, seed: 5, refused: 200 })]
const DENIED = RECORDS.map((record) => readEvent(record) as TrailEvent).filter(({ outcome }) => outcome === 'denied')
const { query, store } = open(RECORDS)

const look = (filter: Partial<DenialFilter> = {}, change: Partial<DenialLook> = {}) =>
  query.look({
    filter: { ...EVERY_DENIAL, ...filter },
    by: null,
    sort: { field: 'count', descending: true },
    limit: Infinity,
    ...change,
  })

/** Counts by a value, in the other way: one event after the other. */
function counted(events: readonly TrailEvent[], valueOf: (event: TrailEvent) => string | null) {
  const counts = new Map<string | null, number>()
  for (const event of events) counts.set(valueOf(event), (counts.get(valueOf(event)) ?? 0) + 1)
  return counts
}

describe('the denials of a trail', () => {
  it.each([
    ['principal', (event: TrailEvent) => event.principal.arn],
    ['action', (event: TrailEvent) => event.actions[0] ?? event.operation],
    ['resource', (event: TrailEvent) => event.resource],
    ['layer', (event: TrailEvent) => event.layer as string],
    ['error', (event: TrailEvent) => event.errorCode],
  ] as const)('are counted by %s as the events by themselves say', (by, valueOf) => {
    const { groups, denials } = look({}, { by })
    expect(denials).toBe(DENIED.length)
    expect(new Map(groups?.map(({ value, count }) => [value, count]))).toEqual(counted(DENIED, valueOf))
  })

  it('are put together by the kind of resource and by what is likely behind them', () => {
    const patterns = look({}, { by: 'pattern' }).groups?.map(({ value }) => value)
    expect(patterns).toContain('arn:aws:s3:::harbour-orders/*')
    expect(patterns).toContain('arn:aws:s3:::harbour-orders')
    expect(patterns).toContain('arn:aws:dynamodb:eu-west-1:111122223333:table/*')
    const causes = look({}, { by: 'cause' }).groups ?? []
    const scp = DENIED.filter(({ layer }) => layer === 'scp')
    expect(causes.find(({ value }) => value === 'scp-deny')?.count).toBe(scp.length)
  })

  it('are left by filters that hold together: values, words in any case and a stretch of time', () => {
    const from = store.seconds(500)
    const to = store.seconds(2_000)
    const answer = look({
      words: 'GETOBJECT orders-api',
      fields: { layer: 'identity' },
      span: [from, to],
    })
    const kept = RECORDS.slice(500, 2_000)
      .map((record) => readEvent(record) as TrailEvent)
      .filter(
        ({ outcome, layer, actions, principal }) =>
          outcome === 'denied' &&
          layer === 'identity' &&
          actions[0] === 's3:GetObject' &&
          principal.arn?.endsWith('orders-api'),
      )
    expect(kept.length).toBeGreaterThan(0)
    expect(answer.denials).toBe(kept.length)
    expect(answer.rows?.every(({ layer, action }) => layer === 'identity' && action === 's3:GetObject')).toBe(true)
  })

  it('find those that name no resource, and none for a value that no denial has', () => {
    expect(look({ fields: { resource: null } }).denials).toBe(DENIED.filter(({ resource }) => resource === null).length)
    expect(look({ fields: { principal: 'arn:aws:iam::111122223333:role/nobody' } }).total).toBe(0)
    expect(look({ words: 'nobody' }).total).toBe(0)
  })

  it('stand in the order that is asked for, with what is missing last either way', () => {
    const counts = look().rows?.map(({ count }) => count) ?? []
    expect(counts).toEqual(counts.toSorted((a, b) => b - a))
    for (const descending of [true, false]) {
      const resources =
        look({}, { sort: { field: 'resource', descending } }).rows?.map(({ resource }) => resource) ?? []
      const named = resources.filter((resource) => resource !== null)
      expect(named).toEqual(descending ? named.toSorted().reverse() : named.toSorted())
      expect(resources.slice(named.length).every((resource) => resource === null)).toBe(true)
    }
  })

  it('are all in the chart, each in its bar under its layer', () => {
    const { chart } = look()
    const sum = (layer: string) =>
      chart.reduce((all, { counts }) => all + (Object.entries(counts).find(([name]) => name === layer)?.[1] ?? 0), 0)
    for (const [layer, count] of counted(DENIED, (event) => event.layer)) expect(sum(layer ?? '')).toBe(count)
    expect(chart.length).toBeGreaterThan(10)
    expect(chart.length).toBeLessThanOrEqual(49)
    for (const [i, bar] of chart.slice(1).entries()) expect(bar.from).toBe(chart[i]?.to)
  })

  it('give the events of an entry, each where it stands', () => {
    const [top] = look().rows ?? []
    const rows = query.rowsOf(top?.id ?? -1, 10)
    expect(rows).toHaveLength(Math.min(10, top?.count ?? 0))
    for (const row of rows)
      expect(store.event(row)).toMatchObject({ outcome: 'denied', resource: top?.resource ?? null })
  })

  it('are written as a table, with no formula in it', () => {
    const lines = [...csvLines(look().rows ?? [])].join('').trimEnd().split('\r\n')
    expect(lines).toHaveLength(1 + look().entries)
    expect(lines[0]?.split(',')).toEqual(expect.arrayContaining(['count', ...DENIAL_FIELDS]))
    const hostile = open([
      { ...RECORDS[0], errorCode: 'AccessDenied', errorMessage: 'Access Denied', userIdentity: { arn: '=cmd()' } },
    ])
    const table = [
      ...csvLines(
        hostile.query.look({ filter: EVERY_DENIAL, by: null, sort: { field: 'count', descending: true }, limit: 9 })
          .rows ?? [],
      ),
    ]
    expect(table.join('')).toContain("1,'=cmd()")
  })
})

describe('compared with an earlier trail', () => {
  it('what is new is what the earlier one has no denial of, on whatever resource of the kind', () => {
    const denied = (user: string, key: string) => ({
      ...RECORDS[0],
      eventID: `${user}-${key}`,
      eventSource: 's3.amazonaws.com',
      eventName: 'GetObject',
      userIdentity: { type: 'IAMUser', arn: `arn:aws:iam::111122223333:user/${user}`, accountId: '111122223333' },
      resources: [{ ARN: `arn:aws:s3:::harbour/${key}` }],
      errorCode: 'AccessDenied',
      errorMessage: 'Access Denied',
    })
    const earlier = open([denied('ana', 'a/1')])
    const now = open([denied('ana', 'a/2'), denied('ben', 'a/1')])
    now.query.compareWith(earlier.index)
    const shown = (isNew: boolean) =>
      now.query
        .look({
          filter: { ...EVERY_DENIAL, isNew },
          by: 'principal',
          sort: { field: 'value', descending: false },
          limit: 9,
        })
        .groups?.map(({ value }) => value)
    expect(shown(true)).toEqual(['arn:aws:iam::111122223333:user/ben'])
    expect(shown(false)).toHaveLength(2)
    now.query.compareWith(null)
    expect(shown(true)).toHaveLength(2)
  })
})

describe('where there is no room for more that are different', () => {
  it('every event counts, and who called and what kind of resource it was is kept', () => {
    const batch = readerOf(JSON.stringify({ Records: RECORDS }))
    const small = { caller: 0, call: Infinity, place: 0, answer: Infinity, target: 0, extra: 0 }
    const thin = new EventStore(UTF8, 2, small)
    const kept = new DenialIndex(thin, UTF8, 3)
    thin.add(0, 0, batch, (row) => kept.add(row))
    expect(thin.size).toBe(RECORDS.length)
    expect(thin.parts.thinned).toBeGreaterThan(0)
    const question = new DenialQuery(thin, kept, UTF8)
    for (const by of ['principal', 'action', 'pattern', 'layer'] as const) {
      const ask = { filter: EVERY_DENIAL, by, sort: { field: 'value', descending: false }, limit: Infinity } as const
      const values = ({ groups }: ReturnType<typeof question.look>) => groups?.map(({ value, count }) => [value, count])
      expect(values(question.look(ask))).toEqual(values(query.look(ask)))
    }
  })
})
