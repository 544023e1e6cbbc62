import { describe, expect, it } from 'vitest'
import { UTF8, readTrail } from '../testing/read-at-once'
import { groupDenials } from './log-entry'
import { parseDenials } from '../denial/parse-denials'
import type { DenialRecord } from './denial-record'
import { keptRecords } from './kept-records'
import { DenialIndex } from './store/denial-index'

const NOW = Date.parse('2026-11-20T12:00:00Z')
const SINCE = '2026-11-19T12:00:00Z'
const record = (id: string, time: string | null): DenialRecord => ({ id, time, action: null, region: null })
const idsOf = (records: readonly DenialRecord[]) => keptRecords(records, SINCE).map(({ id }) => id)

const message = (id: string | null) =>
  `User: arn:aws:iam::111122223333:user/ana is not authorized to perform: iam:GetRole on resource: arn:aws:iam::111122223333:role/app because no identity-based policy allows the iam:GetRole action.${id === null ? '' : ` Go to https://us-east-1.console.aws.amazon.com/iam/home?region=us-east-1#/authorization-details/${id} for complete details, or call the GetRequestAuthorizationDetails API with the following authorization id: ${id}`}`

const event = (at: number, id: string | null) => ({
  eventVersion: '1.11',
  eventTime: new Date(NOW - at * 60_000).toISOString().replace('.000', ''),
  eventSource: 'iam.amazonaws.com',
  eventName: 'GetRole',
  awsRegion: 'us-east-1',
  eventID: `event-${at}`,
  userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::111122223333:user/ana', accountId: '111122223333' },
  errorCode: 'AccessDenied',
  errorMessage: message(id),
})

function indexOf(records: readonly unknown[], most?: number) {
  const { store } = readTrail(JSON.stringify({ Records: records }))
  const index = new DenialIndex(store, UTF8, 3, most)
  for (let row = 0; row < store.size; row++) index.add(row)
  return { index, store }
}

describe('AWS’s own records of the denials of a log', () => {
  it('are those younger than a day, the newest first, each once', () => {
    const records = [
      record('old', '2026-11-19T11:59:59Z'),
      record('first', '2026-11-19T12:00:01Z'),
      record('timeless', null),
      record('last', '2026-11-20T11:00:00Z'),
      record('first', '2026-11-19T12:00:01Z'),
    ]
    expect(idsOf(records)).toEqual(['last', 'first', 'timeless'])
    expect(idsOf([record('old', '2026-11-01T00:00:00Z')])).toEqual([])
  })

  it('are found in a trail, and make no denial another one', () => {
    const { index, store } = indexOf([event(5, 'abcdef123456'), event(9, 'fedcba654321'), event(12, null)])
    expect(index.entries.size).toBe(1)
    expect(index.entry(0)).toMatchObject({ layer: 'identity', decision: 'implicit', action: 'iam:GetRole' })
    expect(new Set([0, 1, 2].map((row) => store.event(row).message)).size).toBe(1)
    expect(keptRecords(index.records, SINCE)).toEqual([
      { id: 'abcdef123456', action: 'iam:GetRole', region: 'us-east-1', time: '2026-11-20T11:55:00Z' },
      { id: 'fedcba654321', action: 'iam:GetRole', region: 'us-east-1', time: '2026-11-20T11:51:00Z' },
    ])
  })

  it('are held up to a number, the newest of them', () => {
    const most = 20
    const many = Array.from({ length: 2 * most + 5 }, (_, i) => event(i, `abcdef${String(i).padStart(6, '0')}`))
    const kept = keptRecords(indexOf(many, most).index.records, SINCE)
    expect(kept.map(({ id }) => id).slice(0, most)).toEqual(
      Array.from({ length: most }, (_, i) => `abcdef${String(i).padStart(6, '0')}`),
    )
    expect(kept.length).toBe(most + 5)
  })

  it('are found in a plain log, with the time that it gives', () => {
    const { records } = groupDenials(
      parseDenials(
        `2026-11-20T11:30:00Z ERROR ${message('abcdef123456')}\n2026-11-20T11:31:00Z ERROR ${message(null)}`,
      ),
    )
    expect(records).toMatchObject([{ id: 'abcdef123456', action: 'iam:GetRole' }])
  })
})
