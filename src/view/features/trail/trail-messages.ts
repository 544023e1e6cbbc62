import type { ClaimedLayer } from '../../../denial/denial'
import type { GroupField, SortField } from '../../../trail/log-view'
import type { LogProblemCode } from '../../state/log/open-log'
import type { Tone } from '../../ui/tone'
import { policyTitle } from '../../../iam/layer-titles'

/** Why a log was not read; `{name}` is the file's, `{limit}` a size. */
export const LOG_PROBLEMS: Readonly<Record<LogProblemCode | 'worker-failed', string>> = {
  'too-large': '“{name}” has {size}. Logs up to {limit} are read here; a part of it, or one file of several, will do.',
  'inflates-too-large': '“{name}” inflates to more than {limit}, which is the most that is read here.',
  'not-text': '“{name}” is not a text file. Expected is a log, text or JSON, also compressed with gzip.',
  'gzip-damaged': '“{name}” is compressed with gzip, but is damaged or cut, so it cannot be inflated.',
  unreadable: '“{name}” could not be read. It may have been moved or changed.',
  'worker-failed':
    '“{name}” was not read: a part of this page could not be loaded or ran out of memory. Reload the page, or open a part of the log.',
}

/** What AWS names as the cause. */
export const claimTitle = (layer: ClaimedLayer): string => (layer === 'unknown' ? 'Not said' : policyTitle(layer))

/** How AWS's decision is shown; the sign stands beside the layer. */
export const DECISIONS: Readonly<
  Record<'explicit' | 'implicit' | 'unknown', { readonly tone: Tone; readonly word: string }>
> = {
  explicit: { tone: 'deny', word: 'explicit deny' },
  implicit: { tone: 'depends', word: 'no allow' },
  unknown: { tone: 'unknown', word: 'no reason given' },
}

/** The heads of the table's columns, and what the log can be summed up by. */
export const FIELD_NAMES: Readonly<Record<Exclude<SortField, 'value'>, string>> = {
  count: 'Count',
  entries: 'Different',
  principal: 'Principal',
  action: 'Action',
  resource: 'Resource',
  layer: 'AWS says',
  first: 'First',
  last: 'Last',
}

/** A value that no message gives. */
export const NOT_SAID: Readonly<Record<GroupField, string>> = {
  principal: 'Principal not said',
  action: 'Action not said',
  resource: 'Resource not said',
  layer: claimTitle('unknown'),
}
