import { TRAIL_TEXTS } from '../messages'
import { useMemo, useState } from 'react'
import { activityQuery } from '../../../../trail/queries/activity-query'
import { athenaTable } from '../../../../trail/queries/athena-table'
import {
  daysOf,
  filterProblems,
  isStoreId,
  sourceProblems,
  type AthenaSource,
  type QueryFilter,
  type QueryProblem,
} from '../../../../trail/queries/query-input'
import { SCAN_PRICES, scanCost } from '../../../../trail/queries/scan-cost'
import { CopyButton } from '../../../ui/CopyButton'
import { Field } from '../../../ui/Field'
import { Shown } from '../../../ui/Name'
import { Segmented } from '../../../ui/Segmented'
import { bytesText, dollarsText, QUERY_PROBLEMS } from './query-messages'

type Engine = 'athena' | 'lake'

/** What is entered, as it is typed. */
interface Entered {
  readonly bucket: string
  readonly prefix: string
  readonly organization: string
  readonly database: string
  readonly table: string
  readonly since: string
  readonly store: string
  readonly accounts: string
  readonly regions: string
  readonly from: string
  readonly to: string
  readonly principal: string
  readonly words: string
  readonly gigabytes: string
}

const listOf = (text: string): readonly string[] => [...new Set(text.split(/[\s,;]+/).filter(Boolean))]

const day = (daysAgo: number): string => new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10)

interface QueriesPanelProps {
  /** What the log is filtered by now. */
  readonly principal: string
  readonly words: string
}

/** Queries that count where the log lies, to copy. Their results are opened here as a log. */
export function QueriesPanel({ principal, words }: QueriesPanelProps) {
  const [engine, setEngine] = useState<Engine>('athena')
  const [isDeniedOnly, setDeniedOnly] = useState(false)
  const [byBucket, setByBucket] = useState(true)
  const [entered, setEntered] = useState<Entered>(() => ({
    bucket: '',
    prefix: '',
    organization: '',
    database: 'default',
    table: 'cloudtrail',
    since: day(365),
    store: '',
    accounts: '',
    regions: 'us-east-1',
    from: day(30),
    to: day(1),
    principal,
    words,
    gigabytes: '1',
  }))
  const filter = useMemo<QueryFilter>(
    () => ({
      from: entered.from,
      to: entered.to,
      accounts: listOf(entered.accounts),
      regions: listOf(entered.regions),
      principal: entered.principal.trim(),
      words: entered.words,
      isDeniedOnly,
      byBucket,
    }),
    [entered, isDeniedOnly, byBucket],
  )
  const { bucket, prefix, organization, database, table, since, store } = entered
  const source: AthenaSource = { bucket, prefix, organization, database, table, since, regions: filter.regions }
  const ofSource: readonly QueryProblem[] =
    engine === 'athena' ? sourceProblems(source) : isStoreId(store) ? [] : ['bad-store']
  const problems = [...new Set([...ofSource, ...filterProblems(filter, engine)])]
  const field = (name: keyof Entered, label: string, hint?: string) => (
    <Field
      label={label}
      mono={name !== 'words' && name !== 'gigabytes'}
      value={entered[name]}
      onChange={({ target }) => setEntered({ ...entered, [name]: target.value })}
      {...(hint === undefined ? {} : { hint })}
    />
  )
  return (
    <div className="space-y-5">
      <p className="max-w-3xl text-sm text-muted">{TRAIL_TEXTS.aLogThatNo}</p>
      <div className="flex flex-wrap gap-3">
        <Segmented<Engine>
          label="Where the query runs"
          value={engine}
          options={[
            { value: 'athena', label: 'Athena' },
            { value: 'lake', label: 'CloudTrail Lake' },
          ]}
          onChange={setEngine}
        />
        <Segmented
          label="Calls"
          value={isDeniedOnly ? 'denied' : 'all'}
          options={[
            { value: 'all', label: 'All calls' },
            { value: 'denied', label: 'Refused calls alone' },
          ]}
          onChange={(value) => setDeniedOnly(value === 'denied')}
        />
        <Segmented
          label="S3 objects"
          value={byBucket ? 'bucket' : 'object'}
          options={[
            { value: 'bucket', label: 'S3 objects by bucket' },
            { value: 'object', label: 'Each S3 object' },
          ]}
          onChange={(value) => setByBucket(value === 'bucket')}
        />
      </div>
      <div className="grid gap-3 sm:grid-cols-2 desk:grid-cols-4">
        {engine === 'athena' ? (
          <>
            {field('bucket', 'Bucket of the trail')}
            {field('prefix', 'Prefix before AWSLogs')}
            {field('organization', 'Organization id', TRAIL_TEXTS.ofAnOrganizationTrail)}
            {field('since', 'First day of the log')}
            {field('database', 'Database')}
            {field('table', 'Table')}
          </>
        ) : (
          field('store', 'Event data store id', TRAIL_TEXTS.awsTakesNoNew)
        )}
        {field('accounts', 'Accounts')}
        {field('regions', 'Regions')}
        {field('from', 'From')}
        {field('to', 'To')}
        {field('principal', 'ARN of a role or user', 'Empty: everyone.')}
        {field('words', 'Words in the principal, call or resource')}
        {field('gigabytes', 'Gigabytes a day', TRAIL_TEXTS.ofTheseAccountsAnd)}
      </div>
      {problems.length > 0 ? (
        <div className="text-sm">
          <h2 className="font-medium">What is still needed</h2>
          <ul aria-label="What is still needed" className="mt-1 list-disc space-y-1 pl-5 text-muted">
            {problems.map((problem) => (
              <li key={problem}>{QUERY_PROBLEMS[problem]}</li>
            ))}
          </ul>
        </div>
      ) : (
        <>
          <Cost engine={engine} filter={filter} gigabytes={Number(entered.gigabytes)} />
          {engine === 'athena' && <Sql title="Make the table, once" sql={athenaTable(source)} />}
          <Sql
            title={isDeniedOnly ? 'Sum up what was refused' : 'Sum up what was called'}
            sql={activityQuery(engine === 'athena' ? { engine, database, table } : { engine, store }, filter)}
          />
        </>
      )}
    </div>
  )
}

interface CostProps {
  readonly engine: Engine
  readonly filter: QueryFilter
  readonly gigabytes: number
}

function Cost({ engine, filter, gigabytes }: CostProps) {
  const { perTerabyte, date, page } = SCAN_PRICES[engine]
  if (!(gigabytes > 0)) return <p className="text-sm text-muted">{TRAIL_TEXTS.enterHowManyGigabytes}</p>
  const days = daysOf(filter)
  const { bytes, dollars } = scanCost(engine, gigabytes * 1e9, days)
  return (
    <p role="status" className="text-sm">
      Reads about {bytesText(bytes)} for {days === 1 ? 'one day' : `${days.toLocaleString('en')} days`} and costs{' '}
      <strong>{dollarsText(dollars)}</strong>{' '}
      <span className="text-muted">
        at ${perTerabyte} a terabyte, as{' '}
        <a href={page} target="_blank" rel="noreferrer" className="text-accent underline">
          AWS’s price list
        </a>{' '}
        had it on {date} where it is lowest. The price differs by Region, and S3 requests cost extra.
      </span>
    </p>
  )
}

function Sql({ title, sql }: { readonly title: string; readonly sql: string }) {
  return (
    <div className="min-w-0 overflow-hidden rounded-lg border border-line bg-surface">
      <div className="flex items-center gap-2 border-b border-line px-2.5 py-1">
        <h2 className="min-w-0 flex-1 text-xs text-muted">{title}</h2>
        <CopyButton text={sql} look="quiet" aria-label={`Copy: ${title}`} />
      </div>
      <pre
        tabIndex={0}
        aria-label={title}
        className="max-h-96 overflow-auto px-2.5 py-2 text-xs whitespace-pre-wrap [overflow-wrap:anywhere]"
      >
        <Shown text={sql} />
      </pre>
    </div>
  )
}
