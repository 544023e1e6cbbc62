import { useState } from 'react'
import { messageText } from '../../../text/message-text'
import { code, say } from '../../../text/phrase'
import type { DenialRecord } from '../../../trail/denial-record'
import { keptRecords, RECORD_KEPT } from '../../../trail/kept-records'
import { lazyPart } from '../../ui/lazy-part'
import { Notice } from '../../ui/Notice'
import { TRAIL_TEXTS } from './messages'

const SHOWN = 20

/** What its commands are made with is large, and hardly any log has such records. */
const RecordCommands = lazyPart(async () => (await import('../../shared/RecordCommands')).RecordCommands)

/** What a record is of, and when that was. */
const commentOf = ({ action, time }: DenialRecord) =>
  time === null
    ? say`${action === null ? 'A call' : code(action)}, at a time that the log doesn’t say`
    : say`${action === null ? 'A call' : code(action)}, ${time.slice(0, 19).replace('T', ' ')}`

/** Denials of which AWS keeps a record of its own for a day, with the command for each. Nothing where there is none. */
export function KeptRecords({ records }: { readonly records: readonly DenialRecord[] }) {
  const [since] = useState(() => new Date(Date.now() - RECORD_KEPT).toISOString())
  const kept = keptRecords(records, since)
  if (kept.length === 0) return null
  return (
    <Notice tone="unknown">
      <details>
        <summary className="cursor-pointer">
          {messageText(TRAIL_TEXTS.awsKeepsRecords, { count: kept.length.toLocaleString('en') })}
        </summary>
        <p className="my-2 text-xs">{TRAIL_TEXTS.recordsGoAfterADay}</p>
        <RecordCommands
          title="AWS’s own records"
          records={kept.slice(0, SHOWN).map((record) => ({ ...record, comment: commentOf(record) }))}
        />
        {kept.length > SHOWN && (
          <p className="mt-1 text-xs">{messageText(TRAIL_TEXTS.moreRecords, { count: kept.length - SHOWN })}</p>
        )}
      </details>
    </Notice>
  )
}
