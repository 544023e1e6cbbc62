import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import { HiveSQL } from 'dt-sql-parser/dist/parser/hive'
import { TrinoSQL } from 'dt-sql-parser/dist/parser/trino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BUILT_REFERENCE } from '../../../.ci/built-reference'
import { RESOURCE_PARAMETERS } from '../../facts/calls/resource-of-request'
import { DENIAL_CODE } from '../../denial/wrapper'
import { buildStatements } from '../needs/build-policy'
import { CallSums, callsOfEvent, type UsedCall } from '../needs/used-call'
import { readEvent } from '../trail-event'
import { activityQuery, type QuerySource } from './activity-query'
import { athenaTable, TABLE_COLUMNS } from './athena-table'
import { csvRows } from './csv-rows'
import { daysOf, filterProblems, isStoreId, sourceProblems, type AthenaSource, type QueryFilter } from './query-input'
import { QUERIED_PARAMETERS, REFUSAL_CODES } from './query-words'
import { readResults } from './read-results'
import { scanCost } from './scan-cost'

const SOURCE: AthenaSource = {
  database: 'security',
  table: 'cloudtrail',
  bucket: 'harbour-trail',
  prefix: '',
  organization: 'o-a1b2c3d4e5',
  regions: ['eu-west-1', 'us-east-1'],
  since: '2025-01-01',
}
const FILTER: QueryFilter = {
  from: '2026-01-01',
  to: '2026-01-31',
  accounts: ['111122223333'],
  regions: [],
  principal: '',
  words: '',
  isDeniedOnly: false,
  byBucket: false,
}
const ATHENA: QuerySource = { engine: 'athena', database: SOURCE.database, table: SOURCE.table }
const STORE = '0a1b2c3d-0000-4000-8000-0123456789ab'
const LAKE: QuerySource = { engine: 'lake', store: STORE }

/** What a person could type, or a log hold, to get out of a text of SQL. */
const HOSTILE = ["'; DROP TABLE cloudtrail; --", "x' OR '1'='1", "a\\' OR 1=1 --", '"/*', 'é漢\u2028', "''''"]

const trino = new TrinoSQL()
const hive = new HiveSQL()

/** The id of a store stands bare in CloudTrail Lake, as AWS writes it; the grammar knows only names. */
const asTrino = (sql: string): string => sql.replace(STORE, 'event_data_store')

describe('by the grammars of Trino and Hive', () => {
  it('the statement that makes the table is one', () => {
    expect(hive.validate(athenaTable(SOURCE))).toEqual([])
    expect(hive.validate(athenaTable({ ...SOURCE, organization: '', prefix: 'logs/trail' }))).toEqual([])
    expect(hive.validate(athenaTable(SOURCE).replace('PARTITIONED', 'PARTED')).length).toBeGreaterThan(0)
  })

  it.each([ATHENA, LAKE])('each query of $engine is one statement, whatever is asked for', (source) => {
    const filters: Partial<QueryFilter>[] = [
      {},
      { isDeniedOnly: true, byBucket: true, regions: ['eu-west-1'] },
      ...HOSTILE.map((text) => ({ principal: text, words: text })),
    ]
    for (const filter of filters) {
      const sql = asTrino(activityQuery(source, { ...FILTER, ...filter }))
      expect(trino.validate(sql)).toEqual([])
      expect(trino.splitSQLByStatement(sql)).toHaveLength(1)
    }
    expect(trino.validate('SELECT FROM x').length).toBeGreaterThan(0)
  })
})

const role = (name: string) => ({
  type: 'AssumedRole',
  principalId: 'AROAEXAMPLE:s',
  accountId: '111122223333',
  sessionContext: { sessionIssuer: { type: 'Role', arn: `arn:aws:iam::111122223333:role/${name}` } },
})

/** Made-up events, some of which differ only in what is another in every call. */
function logOf(count: number): readonly Record<string, unknown>[] {
  return Array.from({ length: count }, (_, at) => {
    const name = ['orders', 'audit'][at % 2] ?? 'orders'
    const arn = `arn:aws:sts::111122223333:assumed-role/${name}/i-${at}`
    const base = {
      eventVersion: '1.11',
      userIdentity: { ...role(name), arn },
      eventTime: `2026-01-${String((at % 28) + 1).padStart(2, '0')}T03:04:05Z`,
      awsRegion: at % 5 === 0 ? 'us-east-1' : 'eu-west-1',
      sourceIPAddress: '198.51.100.7',
      eventType: 'AwsApiCall',
      recipientAccountId: '111122223333',
      ...(at % 3 === 0 ? { vpcEndpointId: 'vpce-0a1b' } : {}),
    }
    const kinds = [
      {
        eventSource: 's3.amazonaws.com',
        eventName: at % 4 === 0 ? 'HeadObject' : 'PutObject',
        eventCategory: 'Data',
        requestParameters: { bucketName: 'harbour', key: `in/it's ${at % 3}.json` },
        resources: [
          { type: 'AWS::S3::Object', ARN: `arn:aws:s3:::harbour/in/it's ${at % 3}.json` },
          { type: 'AWS::S3::Bucket', ARN: 'arn:aws:s3:::harbour', accountId: '111122223333' },
        ],
      },
      { eventSource: 'dynamodb.amazonaws.com', eventName: 'DescribeTable', requestParameters: { tableName: 'orders' } },
      {
        eventSource: 'sqs.amazonaws.com',
        eventName: 'PurgeQueue',
        errorCode: 'AccessDenied',
        errorMessage: `User: ${arn} is not authorized to perform: sqs:PurgeQueue on resource: arn:aws:sqs:eu-west-1:111122223333:q because no identity-based policy allows the sqs:PurgeQueue action`,
      },
      {
        eventSource: 'ec2.amazonaws.com',
        eventName: 'StopInstances',
        errorCode: 'Client.UnauthorizedOperation',
        errorMessage: `You are not authorized to perform this operation. User: ${arn} is not authorized to perform: ec2:StopInstances on resource: arn:aws:ec2:eu-west-1:111122223333:instance/i-0 with an explicit deny in a service control policy Encoded authorization failure message: abc${at}`,
      },
      { eventSource: 'ec2.amazonaws.com', eventName: 'DescribeInstances' },
    ]
    return { eventCategory: 'Management', ...base, ...(kinds[at % kinds.length] ?? {}) }
  })
}

/** Trino's functions that DuckDB has under another name, or not. */
const MACROS = [
  'CREATE MACRO json_format(j) AS CAST(j AS VARCHAR)',
  'CREATE MACRO json_extract_scalar(j, p) AS json_extract_string(j, p)',
  'CREATE MACRO regexp_like(s, p) AS regexp_matches(s, p)',
  "CREATE MACRO date_format(t, f) AS strftime(t, replace(replace(f, '%i', '%M'), '%s', '%S'))",
  'CREATE MACRO without_null(k, v) AS map_from_entries(list_filter(list_zip(k, v), e -> e[2] IS NOT NULL))',
]

/** What DuckDB writes otherwise than Trino. */
const DIALECT: readonly (readonly [why: string, trino: RegExp, duckdb: string])[] = [
  ['a list is mapped by list_transform', /\btransform\(resources/g, 'list_transform(resources'],
  ['a map is not filtered, so it is made of the entries that stay', /map_filter\(MAP\(/g, 'without_null('],
  ['see above', /\), \(k, v\) -> v IS NOT NULL\)/g, ')'],
  ['what a group of an expression matched is written with a backslash', /\$1\*/g, '\\1*'],
  ['a name with a dash is quoted', new RegExp(`FROM ${STORE}`), `FROM "${STORE}"`],
  [
    'the value of a map under a key is not a list',
    /element_at\(requestparameters, ('\w+')\)/g,
    'requestparameters[$1]',
  ],
  ['a time is compared with a time', /(eventtime [<>]= )('[^']+')/g, '$1CAST($2 AS TIMESTAMP)'],
]

const asDuckDb = (sql: string): string =>
  DIALECT.reduce((text, [, pattern, replacement]) => text.replace(pattern, replacement), sql)

/** A type of Hive in DuckDB's words. */
const typeOf = (type: string): string =>
  type
    .replace(/ARRAY<(.*)>$/, '$1[]')
    .replaceAll('STRUCT<', 'STRUCT(')
    .replaceAll('>', ')')
    .replaceAll(': ', ' ')
    .replaceAll('STRING', 'VARCHAR')
    .replaceAll(/(^|[(,] ?)type /g, '$1"type" ')

/** Athena's reader of JSON takes names in any case; DuckDB takes them as the columns are written. */
function lowerNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lowerNames)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name.toLowerCase(), lowerNames(member)]))
}

const csvCell = (value: unknown) => (value === null ? '' : `"${String(value).replaceAll('"', '""')}"`)

describe('on an engine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trail-queries-'))
  const log = logOf(600)
  let database: DuckDBConnection

  const rowsOf = async (sql: string) => {
    const result = await database.runAndReadAll(sql)
    return [result.columnNames(), ...result.getRows()] as readonly (readonly unknown[])[]
  }
  const csvOf = async (sql: string) =>
    (await rowsOf(asDuckDb(sql))).map((row) => row.map(csvCell).join(',')).join('\r\n')
  const resultsOf = async (sql: string) => readResults(csvRows(await csvOf(sql)))!

  beforeAll(async () => {
    database = await (await DuckDBInstance.create(':memory:')).connect()
    for (const macro of MACROS) await database.run(macro)
    const lines = log.map((event) => {
      const { requestparameters, ...others } = lowerNames(event) as Record<string, unknown>
      const written = event.requestParameters === undefined ? null : JSON.stringify(event.requestParameters)
      return JSON.stringify({ ...others, requestparameters: requestparameters === undefined ? null : written })
    })
    const file = join(folder, 'log.json')
    writeFileSync(file, lines.join('\n'))
    const columns = TABLE_COLUMNS.map(([name, type]) => `${name}: '${typeOf(type)}'`).join(', ')
    await database.run('CREATE SCHEMA security')
    await database.run(
      `CREATE TABLE security.cloudtrail AS SELECT *, '111122223333' AS account, awsregion AS region, strftime(CAST(eventtime AS TIMESTAMP), '%Y/%m/%d') AS day FROM read_json('${file}', format = 'newline_delimited', columns = {${columns}})`,
    )
    await database.run(
      `CREATE TABLE "${STORE}" AS SELECT * REPLACE (CAST(eventtime AS TIMESTAMP) AS eventtime, CAST(json(requestparameters) AS MAP(VARCHAR, VARCHAR)) AS requestparameters) FROM security.cloudtrail`,
    )
  })
  afterAll(() => {
    database.closeSync()
    rmSync(folder, { recursive: true })
  })

  const byText = (calls: readonly UsedCall[]) => calls.map((call) => JSON.stringify(call)).sort()

  it.each([ATHENA, LAKE])('what $engine sums up is what reading the log itself gives', async (source) => {
    const direct = new CallSums()
    for (const record of log) {
      const event = readEvent(record)
      if (event.kind === 'event') for (const call of callsOfEvent(event, BUILT_REFERENCE)) direct.add(call)
    }
    const { rows, bad } = await resultsOf(activityQuery(source, FILTER))
    const summed = new CallSums()
    for (const { event, count, last } of rows)
      for (const call of callsOfEvent({ ...event, count, last }, BUILT_REFERENCE)) summed.add(call)
    expect(bad).toBe(0)
    expect(rows.length).toBeLessThan(log.length / 5)
    expect(byText(summed.calls)).toEqual(byText(direct.calls))
  })

  it.each([ATHENA, LAKE])('$engine gives the refusals alone, with the layer that AWS names', async (source) => {
    const { rows } = await resultsOf(activityQuery(source, { ...FILTER, isDeniedOnly: true }))
    expect(new Set(rows.map(({ event }) => `${event.outcome} ${event.actions[0]} ${event.layer}`))).toEqual(
      new Set(['denied sqs:PurgeQueue identity', 'denied ec2:StopInstances scp']),
    )
    expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(240)
  })

  it('counts the objects of a bucket together where that is asked for', async () => {
    const { rows } = await resultsOf(activityQuery(ATHENA, { ...FILTER, byBucket: true, words: 'HEADobject Harbour' }))
    const sums = new CallSums()
    for (const { event, count, last, isByBucket } of rows)
      for (const call of callsOfEvent({ ...event, count, last, isByBucket }, BUILT_REFERENCE)) sums.add(call)
    const choice = { withDenied: true, reach: new Map(), keys: [] }
    expect(buildStatements(sums.calls, choice, BUILT_REFERENCE)).toEqual([
      { Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['arn:aws:s3:::harbour/*'] },
    ])
  })

  it('filters by principal, day, Region and words', async () => {
    const countOf = async (filter: Partial<QueryFilter>) =>
      (await resultsOf(activityQuery(ATHENA, { ...FILTER, ...filter }))).rows.reduce((sum, { count }) => sum + count, 0)
    expect(await countOf({})).toBe(600)
    expect(await countOf({ principal: 'arn:aws:iam::111122223333:role/audit' })).toBe(300)
    expect(await countOf({ regions: ['us-east-1'] })).toBe(120)
    expect(await countOf({ words: "it's" })).toBe(120)
    expect(await countOf({ from: '2026-01-01', to: '2026-01-01' })).toBe(
      log.filter(({ eventTime }) => String(eventTime).startsWith('2026-01-01')).length,
    )
    expect(await countOf({ accounts: ['444455556666'] })).toBe(0)
  })

  it('no value gets out of its quotes', async () => {
    for (const text of HOSTILE) {
      const { rows } = await resultsOf(activityQuery(ATHENA, { ...FILTER, principal: text }))
      expect(rows).toEqual([])
      await resultsOf(activityQuery(ATHENA, { ...FILTER, words: text }))
    }
    const [, [count]] = (await rowsOf('SELECT count(*) FROM security.cloudtrail')) as [unknown, [bigint]]
    expect(Number(count)).toBe(600)
  })
})

it('looks for what the readers of events know', () => {
  expect(REFUSAL_CODES).toBe(DENIAL_CODE.source)
  expect(QUERIED_PARAMETERS).toEqual(RESOURCE_PARAMETERS)
})

describe('what cannot be quoted must be plain', () => {
  it('in the description of a table', () => {
    expect(sourceProblems(SOURCE)).toEqual([])
    expect(sourceProblems({ ...SOURCE, bucket: "x'" })).toEqual(['bad-bucket'])
    expect(sourceProblems({ ...SOURCE, prefix: "a/'b" })).toEqual(['bad-prefix'])
    expect(sourceProblems({ ...SOURCE, organization: 'o-1' })).toEqual(['bad-organization'])
    expect(sourceProblems({ ...SOURCE, table: 'a b' })).toEqual(['bad-name'])
    expect(sourceProblems({ ...SOURCE, regions: [] })).toEqual(['no-region'])
    expect(sourceProblems({ ...SOURCE, regions: ["eu-west-1','x"] })).toEqual(['bad-region'])
    expect(sourceProblems({ ...SOURCE, regions: ['us-gov-west-1', 'cn-north-1', 'ap-southeast-4'] })).toEqual([])
    expect(sourceProblems({ ...SOURCE, since: '2025-13-01' })).toEqual(['bad-day'])
  })

  it('in a filter, and in the name of a store', () => {
    expect(filterProblems(FILTER, 'athena')).toEqual([])
    expect(filterProblems({ ...FILTER, accounts: [] }, 'athena')).toEqual(['no-account'])
    expect(filterProblems({ ...FILTER, accounts: [] }, 'lake')).toEqual([])
    expect(filterProblems({ ...FILTER, accounts: ['1'] }, 'lake')).toEqual(['bad-account'])
    expect(filterProblems({ ...FILTER, from: '2026-02-01' }, 'lake')).toEqual(['days-reversed'])
    expect(filterProblems({ ...FILTER, to: 'now' }, 'lake')).toEqual(['bad-day'])
    expect([isStoreId(STORE), isStoreId(`${STORE} --`)]).toEqual([true, false])
  })
})

it('counts days over months and leap years', () => {
  expect(daysOf({ from: '2026-01-01', to: '2026-01-01' })).toBe(1)
  expect(daysOf({ from: '2024-02-28', to: '2024-03-01' })).toBe(3)
  expect(daysOf({ from: '2025-03-01', to: '2026-02-28' })).toBe(365)
})

it('estimates what a query reads and costs', () => {
  expect(scanCost('athena', 2e9, 30)).toEqual({ bytes: 60e9, dollars: 0.3 })
  expect(scanCost('athena', 10, 1).bytes).toBe(10_000_000)
  expect(scanCost('lake', 1e12, 2).dollars).toBe(10)
})

it('reads comma-separated values as RFC 4180 has them', () => {
  expect([...csvRows('\uFEFFa,"b ""x"", c"\r\n,"1\n2"\nlast,')]).toEqual([
    ['a', 'b "x", c'],
    ['', '1\n2'],
    ['last', ''],
  ])
  expect(readResults(csvRows('a,b\n1,2'))).toBeNull()
  expect(readResults(csvRows(''))).toBeNull()
})
