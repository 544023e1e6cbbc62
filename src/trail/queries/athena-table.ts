import type { AthenaSource } from './query-input'

/** The columns of the table that the queries ask for, with their types as Hive writes them. */
export const TABLE_COLUMNS: readonly (readonly [name: string, type: string])[] = [
  ['eventversion', 'STRING'],
  [
    'useridentity',
    'STRUCT<type: STRING, principalid: STRING, arn: STRING, accountid: STRING, invokedby: STRING, accesskeyid: STRING, username: STRING, sessioncontext: STRUCT<attributes: STRUCT<mfaauthenticated: STRING, creationdate: STRING>, sessionissuer: STRUCT<type: STRING, principalid: STRING, arn: STRING, accountid: STRING, username: STRING>>>',
  ],
  ['eventtime', 'STRING'],
  ['eventsource', 'STRING'],
  ['eventname', 'STRING'],
  ['awsregion', 'STRING'],
  ['sourceipaddress', 'STRING'],
  ['useragent', 'STRING'],
  ['errorcode', 'STRING'],
  ['errormessage', 'STRING'],
  ['requestparameters', 'STRING'],
  ['resources', 'ARRAY<STRUCT<arn: STRING, accountid: STRING, type: STRING>>'],
  ['eventtype', 'STRING'],
  ['eventcategory', 'STRING'],
  ['recipientaccountid', 'STRING'],
  ['vpcendpointid', 'STRING'],
]

const slashes = (day: string): string => day.replaceAll('-', '/')

/**
 * The statement that makes the table. Its partitions are worked out from their names: days and Regions by a rule, the
 * accounts from the query itself, so that an organization may have as many as it likes.
 * https://docs.aws.amazon.com/athena/latest/ug/create-cloudtrail-table-partition-projection.html
 */
export function athenaTable({ database, table, bucket, prefix, organization, regions, since }: AthenaSource): string {
  const root = [
    's3:/',
    bucket,
    ...(prefix === '' ? [] : [prefix]),
    'AWSLogs',
    ...(organization === '' ? [] : [organization]),
  ].join('/')
  const columns = TABLE_COLUMNS.map(([name, type]) => `  ${name} ${type}`).join(',\n')
  const properties = [
    ['projection.enabled', 'true'],
    ['projection.account.type', 'injected'],
    ['projection.region.type', 'enum'],
    ['projection.region.values', regions.join(',')],
    ['projection.day.type', 'date'],
    ['projection.day.format', 'yyyy/MM/dd'],
    ['projection.day.range', `${slashes(since)},NOW`],
    ['projection.day.interval', '1'],
    ['projection.day.interval.unit', 'DAYS'],
    ['storage.location.template', `${root}/\${account}/CloudTrail/\${region}/\${day}`],
  ].map(([name, value]) => `  '${name}' = '${value}'`)
  return [
    `CREATE EXTERNAL TABLE IF NOT EXISTS \`${database}\`.\`${table}\` (`,
    columns,
    ')',
    'PARTITIONED BY (account STRING, region STRING, day STRING)',
    "ROW FORMAT SERDE 'org.apache.hive.hcatalog.data.JsonSerDe'",
    "STORED AS INPUTFORMAT 'com.amazon.emr.cloudtrail.CloudTrailInputFormat'",
    "OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat'",
    `LOCATION '${root}/'`,
    'TBLPROPERTIES (',
    properties.join(',\n'),
    ')',
  ].join('\n')
}
