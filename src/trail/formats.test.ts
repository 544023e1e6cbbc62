import { describe, expect, it } from 'vitest'
import { readTrail } from '../testing/read-at-once'
import { sampleTrail } from './sample-trail'
import { readEvent } from './trail-event'

const RECORDS = [...sampleTrail({ events: 60, seed: 11, refused: 300 })]
const WHOLE = RECORDS.map((record) => ({ ...readEvent(record), id: null }))
const json = (value: unknown) => JSON.stringify(value)
const lines = (values: readonly unknown[]) => values.map(json).join('\n')

/** A row as Athena and CloudTrail Lake print it. */
function struct(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(struct).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  const members = Object.entries(value).map(([name, member]) => `${name.toLowerCase()}=${struct(member)}`)
  return `{${members.join(', ')}}`
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`

const COLUMNS = [
  'eventVersion',
  'userIdentity',
  'eventTime',
  'eventSource',
  'eventName',
  'awsRegion',
  'sourceIPAddress',
  'userAgent',
  'errorCode',
  'errorMessage',
  'requestParameters',
  'eventID',
  'readOnly',
  'resources',
  'eventType',
  'managementEvent',
  'recipientAccountId',
  'vpcEndpointId',
  'eventCategory',
  'tlsDetails',
] as const

function table(cell: (name: string, value: unknown) => string, columns: readonly string[] = COLUMNS): string {
  const rows = RECORDS.map((record) =>
    columns.map((name) => quoted(record[name] === undefined ? '' : cell(name, record[name]))),
  )
  return [columns.map((name) => quoted(name.toLowerCase())), ...rows].map((row) => row.join(',')).join('\r\n')
}

const cellOf = (name: string, value: unknown): string =>
  name === 'requestParameters' ? json(value) : typeof value === 'string' ? value : struct(value)

const athenaTime = (name: string, value: unknown): string =>
  name === 'eventTime' ? String(value).replace('T', ' ').replace('Z', '.000') : cellOf(name, value)

describe('every format gives the events that were written', () => {
  it.each([
    ['a delivered file', json({ Records: RECORDS })],
    ['a delivered file, indented', JSON.stringify({ Records: RECORDS }, null, 2)],
    ['lines', lines(RECORDS)],
    ['a list', json(RECORDS)],
    ['one after the other', RECORDS.map(json).join('')],
    ['a byte order mark first', `\uFEFF${json({ Records: RECORDS })}`],
    [
      'lookup-events',
      JSON.stringify(
        {
          Events: RECORDS.map((record) => ({ EventId: record.eventID, CloudTrailEvent: json(record) })),
          NextToken: 'abc{d}',
        },
        null,
        4,
      ),
    ],
    [
      'EventBridge',
      lines(
        RECORDS.map((detail) => ({
          version: '0',
          id: 'e',
          'detail-type': 'AWS API Call via CloudTrail',
          source: 'aws.s3',
          detail,
        })),
      ),
    ],
    ['an export of CloudWatch Logs', RECORDS.map((record) => `2026-01-02T03:04:05.000Z ${json(record)}`).join('\n')],
    [
      'filter-log-events',
      json({
        events: RECORDS.map((record) => ({ timestamp: 1, message: json(record), eventId: '1' })),
        searchedLogStreams: [],
      }),
    ],
    [
      'a subscription of CloudWatch Logs',
      [RECORDS.slice(0, 30), RECORDS.slice(30)]
        .map((some) =>
          json({
            messageType: 'DATA_MESSAGE',
            logGroup: 'trail',
            logEvents: some.map((record) => ({ id: '1', message: json(record) })),
          }),
        )
        .join(''),
    ],
    [
      'Logs Insights',
      json({
        status: 'Complete',
        results: RECORDS.map((record) => [
          { field: '@ptr', value: 'x' },
          { field: '@message', value: json(record) },
        ]),
      }),
    ],
    [
      'CloudTrail Lake',
      json({
        QueryResultRows: RECORDS.map((record) =>
          COLUMNS.filter((name) => record[name] !== undefined).map((name) => ({ [name]: cellOf(name, record[name]) })),
        ),
      }),
    ],
    [
      'rows of Athena in lower case',
      lines(
        RECORDS.map((record) =>
          Object.fromEntries(Object.entries(record).map(([name, value]) => [name.toLowerCase(), value])),
        ),
      ),
    ],
  ])('%s', (_what, text) => {
    const { events, bad } = readTrail(text)
    expect(bad).toEqual([])
    expect(events).toEqual(WHOLE)
  })

  it.each([
    ['a table of Athena', table(athenaTime)],
    ['a table of CloudTrail Lake', table(cellOf)],
    [
      'a table of Logs Insights',
      `@timestamp,@message\n${RECORDS.map((record) => `2026-01-02 03:04:05.000,${quoted(json(record))}`).join('\n')}`,
    ],
  ])('%s', (_what, text) => {
    for (const chunk of [1 << 16, 333]) {
      const { events, bad } = readTrail(text, { form: 'csv', chunk })
      expect(bad).toEqual([])
      expect(events).toEqual(WHOLE)
    }
  })

  it('a table with a few columns says what they say', () => {
    const text = table(cellOf, ['eventTime', 'eventSource', 'eventName', 'errorCode'])
    expect(readTrail(text, { form: 'csv' }).events.map(({ outcome, service }) => [outcome, service])).toEqual(
      RECORDS.map(({ errorCode, eventSource }) => [
        errorCode === undefined ? 'allowed' : errorCode === 'ThrottlingException' ? 'failed' : 'denied',
        String(eventSource).split('.')[0],
      ]),
    )
  })
})

describe('Security Lake', () => {
  it('says who did what on what, from where, and how it ended', () => {
    const record = {
      class_uid: 6003,
      time: 1_767_323_045_000,
      metadata: { uid: 'e-1', event_code: 'AwsApiCall', product: { feature: { name: 'Data' } } },
      cloud: { region: 'eu-west-1', account: { uid: '111122223333' } },
      api: {
        operation: 'GetObject',
        service: { name: 's3.amazonaws.com' },
        request: { data: '{"bucketName":"harbour","key":"a.json"}' },
        response: { error: 'AccessDenied', message: 'Access Denied' },
      },
      actor: {
        user: {
          type: 'AssumedRole',
          uid: 'arn:aws:sts::111122223333:assumed-role/app/i-1',
          uid_alt: 'AROA:i-1',
          account: { uid: '111122223333' },
        },
        session: { issuer: 'arn:aws:iam::111122223333:role/app', is_mfa: false },
      },
      src_endpoint: { ip: '198.51.100.7' },
      http_request: { user_agent: 'aws-cli' },
      resources: [],
    }
    const [event] = readTrail(json(record)).events
    expect(event).toMatchObject({
      time: '2026-01-02T03:04:05Z',
      principal: { arn: 'arn:aws:iam::111122223333:role/app', account: '111122223333' },
      actions: ['s3:GetObject'],
      resource: 'arn:aws:s3:::harbour/a.json',
      outcome: 'denied',
      category: 'data',
      context: {
        'aws:SourceIp': '198.51.100.7',
        'aws:MultiFactorAuthPresent': 'false',
        'aws:RequestedRegion': 'eu-west-1',
      },
    })
  })
})
