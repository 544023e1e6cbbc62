import { serviceOfAction } from '../../iam/action'
import type { RowSource } from '../../iam/row-source'
import { own } from '../../text/own'
import { keyRow, sourceOf } from './condition-keys'
import { KEY_CHANGES } from './key-changes'
import type { RequestChange, RequestChangeWords } from './key-row'

/** How a caller brings a key to a value, with the part of the key that is not the row's; null: a call cannot. */
export const requestChangeOf = (
  key: string,
): {
  readonly id: string
  readonly change: RequestChange
  readonly source: RowSource
  readonly rest: string
} | null => {
  const row = keyRow(key)
  const change = own(KEY_CHANGES, row?.name ?? '')
  return row === null || change === undefined
    ? null
    : { id: row.name, change, source: sourceOf(row), rest: key.slice(row.name.length) }
}

/** What such a change says in calls of one action: in words of its service, or of what lies where it lies. */
export const wordsOfChange = (
  { words, wordsOf = {}, wordsOfPlaced }: RequestChange,
  action: string,
  isPlaced: boolean,
): RequestChangeWords => ({ ...words, ...own(wordsOf, serviceOfAction(action)), ...(isPlaced && wordsOfPlaced) })
