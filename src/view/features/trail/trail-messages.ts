import type { ClaimedLayer, Denial } from '../../../denial/denial'
import type { GroupField } from '../../../trail/log-filter'
import type { SortField } from '../../../trail/log-view'
import { causeTitle } from '../../../trail/likely-cause'
import type { BadRecordCode } from '../../../trail/trail-event'
import type { DenialField } from '../../../trail/store/denial-fields'
import type { LogProblemCode } from '../../state/log/open-log'
import type { FileProblem } from '../../state/trail/worker-messages'
import type { Tone } from '../../ui/tone'
import { policyTitle } from '../../../iam/layer-titles'

/** Why a log was not read; `{name}` is the file's. */
export const LOG_PROBLEMS: Readonly<Record<LogProblemCode | FileProblem | 'worker-failed', string>> = {
  'not-a-trail': '“{name}” contains no CloudTrail events.',
  parquet:
    '“{name}” is a Parquet file with an unsupported size or compression. Save the rows as JSON or CSV, for example with Athena, and open that file.',
  damaged: '“{name}” is damaged or cut off. Everything before the damage was read.',
  'zip-damaged': '“{name}” is a damaged or cut-off zip, so its files can’t be found.',
  'not-text': '“{name}” isn’t a text file. Open a log, text or JSON file; gzip is fine.',
  'gzip-damaged': '“{name}” is a damaged or cut-off gzip file, so it can’t be decompressed.',
  unreadable: '“{name}” couldn’t be read. It may have been moved or changed.',
  'worker-failed':
    '“{name}” wasn’t read. Part of this page couldn’t be loaded or ran out of memory. Reload the page, or open part of the log.',
}

/** What AWS names as the cause. */
export const claimTitle = (layer: ClaimedLayer): string => (layer === 'unknown' ? 'Not said' : policyTitle(layer))

/** How AWS's decision is shown; the sign stands beside the layer. */
export const DECISIONS: Readonly<Record<Denial['decision'], { readonly tone: Tone; readonly word: string }>> = {
  explicit: { tone: 'deny', word: 'explicit deny' },
  implicit: { tone: 'depends', word: 'no allow' },
  unknown: { tone: 'unknown', word: 'no reason given' },
}

/** The heads of the table's columns, and what the log can be summed up by. */
export const FIELD_NAMES: Readonly<Record<Exclude<SortField, 'value'> | DenialField, string>> = {
  count: 'Count',
  entries: 'Different',
  principal: 'Principal',
  action: 'Action',
  resource: 'Resource',
  pattern: 'Resource pattern',
  layer: 'AWS says',
  error: 'Error',
  cause: 'Likely cause',
  first: 'First',
  last: 'Last',
}

/** A value that no message gives. */
export const NOT_SAID: Readonly<Record<GroupField | DenialField, string>> = {
  pattern: 'Resource not said',
  error: 'No error code',
  cause: 'No cause',
  principal: 'Principal not said',
  action: 'Action not said',
  resource: 'Resource not said',
  layer: claimTitle('unknown'),
}

/** The value of a field as it is shown. */
export function valueName(field: GroupField | DenialField, value: string | null): string {
  if (value === null) return NOT_SAID[field]
  if (field === 'layer') return claimTitle(value as ClaimedLayer)
  return field === 'cause' ? causeTitle(value) : value
}

/** What is wrong with records that could not be read. */
export const BAD_RECORDS: Readonly<Record<BadRecordCode, string>> = {
  'not-json': 'No JSON: broken or cut records, and lines between them',
  'not-an-object': 'JSON, but no object',
  'not-an-event': 'Objects without the name and the service of a call',
  'no-time': 'Events without a time',
}
