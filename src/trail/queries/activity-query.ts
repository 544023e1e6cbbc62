import type { QueryFilter } from './query-input'
import { QUERIED_PARAMETERS, REFUSAL_CODES } from './query-words'
import { sqlList, sqlName, sqlText } from './sql-text'

/** Where a query reads from: a table of Athena, or an event data store of CloudTrail Lake. */
export type QuerySource =
  | { readonly engine: 'athena'; readonly database: string; readonly table: string }
  | { readonly engine: 'lake'; readonly store: string }

/** The most rows that a query gives; a browser reads them at once. */
export const MOST_ROWS = 200_000

const PRINCIPAL = 'coalesce(useridentity.sessioncontext.sessionissuer.arn, useridentity.arn)'

/** A session stands for its role, so that calls of many sessions are one row. */
const TYPE = "CASE WHEN useridentity.sessioncontext.sessionissuer.arn IS NULL THEN useridentity.type ELSE 'Role' END"

/** An object of JSON without the members that are null. */
function jsonObject(members: readonly (readonly [name: string, sql: string])[], indent: string): string {
  const names = members.map(([name]) => sqlText(name)).join(', ')
  const values = members.map(([, sql]) => `${indent}    ${sql}`).join(',\n')
  return [
    'json_format(CAST(map_filter(MAP(',
    `${indent}  ARRAY[${names}],`,
    `${indent}  ARRAY[\n${values}\n${indent}  ]`,
    `${indent}), (k, v) -> v IS NOT NULL) AS JSON))`,
  ].join('\n')
}

/** An argument of the call, by its name. */
const parameterOf = (engine: QuerySource['engine'], name: string): string =>
  engine === 'athena'
    ? `json_extract_scalar(requestparameters, ${sqlText(`$.${name}`)})`
    : `element_at(requestparameters, ${sqlText(name)})`

/** Of objects in S3 the bucket alone, and a star. */
const arnOf = (byBucket: boolean): string =>
  byBucket ? "regexp_replace(r.arn, '^(arn:[^:]+:s3:::[^/]+/).+$', '$1*')" : 'r.arn'

const resources = (byBucket: boolean): string =>
  `json_format(CAST(transform(resources, r -> MAP(ARRAY['ARN', 'accountId'], ARRAY[${arnOf(byBucket)}, r.accountid])) AS JSON))`

/** A refusal by its code, or by what it says where the code is an unusual one. */
const IS_DENIED = `(regexp_like(errorcode, ${sqlText(REFUSAL_CODES)}) OR strpos(errormessage, 'not authorized') > 0)`

/** The message of a refusal, without what is another in every call: the session's name, and the encoded part. */
const MESSAGE = `CASE WHEN ${IS_DENIED} THEN regexp_replace(replace(errormessage, useridentity.arn, ${PRINCIPAL}), ' ?Encoded authorization failure message: .*$', '') END`

const timeOf = (engine: QuerySource['engine'], which: 'min' | 'max'): string =>
  engine === 'athena' ? `${which}(eventtime)` : `date_format(${which}(eventtime), '%Y-%m-%dT%H:%i:%sZ')`

function conditions(source: QuerySource, filter: QueryFilter): readonly string[] {
  const { from, to, accounts, regions, principal, words, isDeniedOnly } = filter
  const isAthena = source.engine === 'athena'
  const text = `lower(concat(coalesce(${PRINCIPAL}, ''), ' ', eventsource, ' ', eventname, ' ', coalesce(${resources(false)}, '')))`
  return [
    ...(isAthena
      ? [`day BETWEEN ${sqlText(from.replaceAll('-', '/'))} AND ${sqlText(to.replaceAll('-', '/'))}`]
      : [`eventtime >= ${sqlText(`${from} 00:00:00`)}`, `eventtime <= ${sqlText(`${to} 23:59:59`)}`]),
    ...(accounts.length > 0 ? [`${isAthena ? 'account' : 'recipientaccountid'} IN ${sqlList(accounts)}`] : []),
    ...(regions.length > 0 ? [`${isAthena ? 'region' : 'awsregion'} IN ${sqlList(regions)}`] : []),
    ...(principal === '' ? [] : [`${PRINCIPAL} = ${sqlText(principal)}`]),
    ...words
      .toLowerCase()
      .split(/\s+/)
      .filter(Boolean)
      .map((word) => `strpos(${text}, ${sqlText(word)}) > 0`),
    ...(isDeniedOnly ? [IS_DENIED] : []),
  ]
}

/** A part of an S3 object's name is none of what calls are told apart by, where they count by bucket. */
const parametersFor = ({ byBucket }: QueryFilter): readonly string[] =>
  QUERIED_PARAMETERS.filter((name) => !byBucket || name !== 'key')

/**
 * The query that sums the calls of a log up: one row for what is the same in principal, call, resource, place and
 * refusal, with how often and when. Its columns have the names of the fields of events, so that a row reads as one.
 */
export function activityQuery(source: QuerySource, filter: QueryFilter): string {
  const { engine } = source
  const columns: readonly (readonly [sql: string, name: string, isKey: boolean])[] = [
    [
      jsonObject(
        [
          ['type', TYPE],
          ['arn', PRINCIPAL],
          ['accountId', 'useridentity.accountid'],
          ['invokedBy', 'useridentity.invokedby'],
        ],
        '  ',
      ),
      'useridentity',
      true,
    ],
    ['eventsource', 'eventsource', true],
    ['eventname', 'eventname', true],
    ['awsregion', 'awsregion', true],
    ['recipientaccountid', 'recipientaccountid', true],
    ['vpcendpointid', 'vpcendpointid', true],
    ['eventtype', 'eventtype', true],
    ['eventcategory', 'eventcategory', true],
    ['errorcode', 'errorcode', true],
    [MESSAGE, 'errormessage', true],
    [resources(filter.byBucket), 'resources', true],
    [
      jsonObject(
        parametersFor(filter).map((name) => [name, parameterOf(engine, name)]),
        '  ',
      ),
      'requestparameters',
      true,
    ],
    [timeOf(engine, 'min'), 'eventtime', false],
    [timeOf(engine, 'max'), 'lasttime', false],
    ['count(*)', 'calls', false],
    [filter.byBucket ? "'bucket'" : "'object'", 'objectsby', false],
  ]
  const keys = columns.flatMap(([, , isKey], at) => (isKey ? [at + 1] : []))
  const from = engine === 'athena' ? `${sqlName(source.database)}.${sqlName(source.table)}` : source.store
  return [
    'SELECT',
    columns.map(([sql, name]) => `  ${sql === name ? sql : `${sql} AS ${name}`}`).join(',\n'),
    `FROM ${from}`,
    `WHERE ${conditions(source, filter).join('\n  AND ')}`,
    `GROUP BY ${keys.join(', ')}`,
    'ORDER BY calls DESC',
    `LIMIT ${MOST_ROWS}`,
  ].join('\n')
}
