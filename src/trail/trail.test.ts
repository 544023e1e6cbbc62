import { describe, expect, it } from 'vitest'
import { parseDenials } from '../denial/parse-denials'
import { excerptOf } from './excerpt'
import { groupDenials, type LogEntry } from './log-entry'
import { NO_FILTER } from './log-filter'
import { countOf, filterEntries, sortRows, sumEntries } from './log-view'
import { readLog } from './read-log'
import { sampleLog } from '../testing/sample-log'
import { writeCsv } from './write-csv'

function read(text: string) {
  const reading = readLog(text)
  const steps = []
  for (;;) {
    const step = reading.next()
    if (step.done) return { reading: step.value, steps }
    steps.push(step.value)
  }
}

function log(text: string) {
  const { reading } = read(text)
  if (reading.kind !== 'log') throw new Error('This was not read as a log.')
  return reading
}

const line = (time: string, user: string, reason: string) =>
  `${time} ERROR User: arn:aws:iam::111122223333:user/${user} is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::docs/a ${reason}`
const NOTHING_ALLOWS = 'because no identity-based policy allows the s3:GetObject action'
const SCP = 'with an explicit deny in a service control policy'

const SMALL = [
  line('2024-05-06T07:00:00Z', 'ana', NOTHING_ALLOWS),
  line('2024-05-06T08:00:00Z', 'ben', SCP),
  line('2024-05-06T06:00:00Z', 'ana', NOTHING_ALLOWS),
  line('2024-05-06T09:00:00Z', 'ana', SCP),
].join('\n')

const event = (eventName: string, eventTime: string, more: object = {}) => ({
  eventVersion: '1.08',
  userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::111122223333:user/ana', accountId: '111122223333' },
  eventTime,
  eventSource: 's3.amazonaws.com',
  eventName,
  awsRegion: 'eu-west-1',
  sourceIPAddress: '203.0.113.7',
  requestParameters: { bucketName: 'docs', key: 'a' },
  ...more,
})
const DENIED = { errorCode: 'AccessDenied', errorMessage: 'Access Denied' }

describe('readLog', () => {
  it('makes one entry of each principal, action, resource and layer, with counts and times', () => {
    expect(log(SMALL).entries).toMatchObject([
      { id: 0, layer: 'identity', count: 2, first: '2024-05-06T06:00:00Z', last: '2024-05-06T07:00:00Z' },
      { id: 1, principal: 'arn:aws:iam::111122223333:user/ben', layer: 'scp', decision: 'explicit', count: 1 },
      { id: 2, principal: 'arn:aws:iam::111122223333:user/ana', layer: 'scp', action: 's3:GetObject', count: 1 },
    ])
  })

  it('finds every denial of a long log, and says how far it is', () => {
    const text = sampleLog({ length: 1_000_000, denials: 400 })
    const { reading, steps } = read(text)
    expect(reading.kind === 'log' && reading.entries).toHaveLength(400)
    expect(steps.length).toBeGreaterThan(4)
    expect(steps.at(-1)).toEqual({ read: text.length, total: text.length, found: 400 })
  })

  it('reads CloudTrail records, whose events without an error are no denials', () => {
    const records = [event('GetObject', '2024-05-06T07:00:00Z', DENIED), event('PutObject', '2024-05-06T08:00:00Z')]
    expect(log(JSON.stringify({ Records: records })).entries).toMatchObject([
      { action: 's3:GetObject', resource: 'arn:aws:s3:::docs/a', first: '2024-05-06T07:00:00Z', count: 1 },
    ])
  })

  it('takes credentials out before anything else', () => {
    const { text, removed } = log(`AWS_SECRET_ACCESS_KEY=${'abcd1234'.repeat(5)}\n${SMALL}`)
    expect(removed).toBe(1)
    expect(text).not.toContain('abcd1234')
  })

  it('hands a case file and policies without denials to the workbench', () => {
    const policy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] }
    expect(read(JSON.stringify(policy)).reading).toMatchObject({ kind: 'evidence' })
    const accessCase = { version: 1, request: { principal: SMALL }, policies: {} }
    expect(read(JSON.stringify(accessCase)).reading).toMatchObject({ kind: 'evidence' })
  })

  it('reads a text without denials to its end', () => {
    expect(log('nothing to see here\n'.repeat(5_000)).entries).toEqual([])
    expect(log('').entries).toEqual([])
  })
})

it('denials that say the same are one entry', () => {
  const said = parseDenials(line('2024-05-06T07:00:00Z', 'ana', NOTHING_ALLOWS))
  const { entries, denials } = groupDenials([...said, ...said])
  expect(entries).toMatchObject([{ count: 2, first: '2024-05-06T07:00:00Z', last: '2024-05-06T07:00:00Z' }])
  expect(denials).toHaveLength(1)
})

describe('looking at entries', () => {
  const { entries } = log(SMALL)
  const ids = (some: readonly LogEntry[]) => some.map(({ id }) => id)

  it('filters by words in any case and order, and by the value of a field', () => {
    expect(ids(filterEntries(entries, NO_FILTER))).toEqual([0, 1, 2])
    expect(ids(filterEntries(entries, { words: 'SCP  ana', fields: {} }))).toEqual([2])
    expect(ids(filterEntries(entries, { words: '', fields: { layer: 'scp' } }))).toEqual([1, 2])
    expect(ids(filterEntries(entries, { words: 'ben', fields: { layer: 'identity' } }))).toEqual([])
    expect(ids(filterEntries(entries, { words: '', fields: { resource: null } }))).toEqual([])
  })

  it('sums up by a field', () => {
    expect(sumEntries(entries, 'principal')).toEqual([
      {
        value: 'arn:aws:iam::111122223333:user/ana',
        count: 3,
        entries: 2,
        first: '2024-05-06T06:00:00Z',
        last: '2024-05-06T09:00:00Z',
      },
      {
        value: 'arn:aws:iam::111122223333:user/ben',
        count: 1,
        entries: 1,
        first: '2024-05-06T08:00:00Z',
        last: '2024-05-06T08:00:00Z',
      },
    ])
    expect(countOf(entries)).toBe(4)
  })

  it('sorts, with what is missing last either way', () => {
    const rows = [
      { count: 1, first: null },
      { count: 3, first: 'b' },
      { count: 2, first: 'a' },
    ] as const
    const counts = (some: readonly { readonly count: number }[]) => some.map(({ count }) => count)
    expect(counts(sortRows(rows, { field: 'count', descending: true }))).toEqual([3, 2, 1])
    expect(counts(sortRows(rows, { field: 'first', descending: false }))).toEqual([2, 3, 1])
    expect(counts(sortRows(rows, { field: 'first', descending: true }))).toEqual([3, 2, 1])
  })
})

describe('writeCsv', () => {
  it('writes a row an entry, quoted where needed, and no formula', () => {
    const [entry] = log(SMALL).entries
    if (entry === undefined) throw new Error('There is no entry.')
    const csv = writeCsv([{ ...entry, principal: '=HYPERLINK("x")', resource: 'a,b', action: null }])
    expect(csv.split('\r\n')).toEqual([
      'count,principal,action,operation,resource,decision,layer,first,last',
      `2,"'=HYPERLINK(""x"")",,,"a,b",implicit,identity,2024-05-06T06:00:00Z,2024-05-06T07:00:00Z`,
      '',
    ])
  })
})

describe('excerptOf', () => {
  it('says by itself what each denial of a log says', () => {
    const { text, entries, denials } = log(sampleLog({ length: 60_000, denials: 40 }))
    for (const { id } of entries) {
      const denial = denials[id]!
      const excerpt = excerptOf(text, denial)
      expect(excerpt.length).toBeLessThan(2_000)
      expect(parseDenials(excerpt)[0]).toMatchObject({
        principal: denial.principal,
        resource: denial.resource,
        layer: denial.layer,
      })
    }
  })

  it.each([undefined, 2])('takes the whole event of a CloudTrail log, also of one that fills one line', (indent) => {
    const records = Array.from({ length: 200 }, (_, i) =>
      event(i % 2 === 0 ? 'GetObject' : 'PutObject', '2024-05-06T07:00:00Z', {
        ...DENIED,
        requestParameters: { bucketName: 'docs', key: `k${i}` },
      }),
    )
    const { text, denials } = log(JSON.stringify({ Records: records }, null, indent))
    expect(denials).toHaveLength(200)
    for (const [i, denial] of denials.entries()) expect(JSON.parse(excerptOf(text, denial))).toEqual(records[i])
  })

  it('takes a piece of a line without end', () => {
    const refusal = line('', 'ana', NOTHING_ALLOWS)
    const { text, denials } = log(`${'x '.repeat(50_000)}${refusal}${' y'.repeat(50_000)}`)
    const excerpt = excerptOf(text, denials[0]!)
    expect(excerpt).toContain('user/ana')
    expect(excerpt.length).toBeLessThan(4_000)
  })
})
