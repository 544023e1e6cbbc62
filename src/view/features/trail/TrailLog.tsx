import { TRAIL_TEXTS } from './messages'
import { Download } from 'lucide-react'
import { useDeferredValue, useMemo } from 'react'
import type { GroupField } from '../../../trail/log-filter'
import { countOf, filterEntries, sortRows, sumEntries } from '../../../trail/log-view'
import { writeCsv } from '../../../trail/write-csv'
import { saveFile } from '../../ui/save-file'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import { EntryTable } from './EntryTable'
import { GroupTable } from './GroupTable'
import { counted, sizeText } from './sizes'
import { KeptRecords } from './KeptRecords'
import { TrailFilter } from './TrailFilter'
import { changeLook } from '../../state/log/trail-store'
import type { Trail, TrailLook } from '../../state/log/trail-look'
import type { LogEntry } from '../../../trail/log-entry'
import { useShown } from '../../ui/use-shown'
import { FIELD_NAMES, valueName } from './trail-messages'
import { Name } from '../../ui/Name'

interface TrailLogProps {
  readonly trail: Trail & { readonly kind: 'read' }
  readonly onOpen: (entry: number) => void
}

interface RowsProps {
  readonly kept: readonly LogEntry[]
  readonly look: TrailLook
}

function Entries({ kept, look: { sort }, onOpen }: RowsProps & Pick<TrailLogProps, 'onOpen'>) {
  const sorted = useMemo(() => sortRows(kept, sort), [kept, sort])
  const { rows, more } = useShown(sorted)
  return (
    <>
      <EntryTable rows={rows} sort={sort} onSort={(order) => changeLook({ sort: order })} onOpen={onOpen} />
      {more}
    </>
  )
}

function Groups({ kept, look: { sort, filter }, by }: RowsProps & { readonly by: GroupField }) {
  const sorted = useMemo(() => sortRows(sumEntries(kept, by), sort), [kept, by, sort])
  const { rows, more } = useShown(sorted)
  return (
    <GroupTable
      title={FIELD_NAMES[by]}
      rows={rows}
      sort={sort}
      onSort={(order) => changeLook({ sort: order })}
      onOpen={(value) => changeLook({ by: null, filter: { ...filter, fields: { ...filter.fields, [by]: value } } })}
      nameOf={(value) => (by === 'layer' || value === null ? valueName(by, value) : null)}
      more={more}
    />
  )
}

/** A log that was read: what is in it, and the way to each denial. */
export function TrailLog({ trail: { name, size, log, look }, onOpen }: TrailLogProps) {
  const settled = useDeferredValue(look)
  const kept = useMemo(() => filterEntries(log.entries, settled.filter), [log, settled.filter])
  if (log.entries.length === 0) {
    return (
      <Notice tone="unknown">
        No AWS denial was found in {sizeText(size)} of “<Name text={name} />
        ”. Open a log with messages of AWS, its tools or SDKs, or a CloudTrail file.
      </Notice>
    )
  }
  return (
    <div className="space-y-4">
      <KeptRecords records={log.records} />
      {log.removed > 0 && (
        <Notice tone="depends">
          The log holds credentials ({log.removed.toLocaleString('en')}). They were taken out and are not kept anywhere;
          if they are still valid, make them invalid.
        </Notice>
      )}
      <div className="flex flex-wrap items-start justify-between gap-3">
        <p role="status" className="text-sm text-muted">
          {counted(countOf(kept), 'denial', 'denials')}
          {kept.length < log.entries.length && ` of ${countOf(log.entries).toLocaleString('en')}`},{' '}
          {counted(kept.length, 'of them different', 'of them different')}, in {sizeText(size)} of <Name text={name} />.
        </p>
        <Button
          size="small"
          icon={<Download size={14} aria-hidden />}
          onClick={() => saveFile('denials.csv', 'text/csv', writeCsv(kept))}
        >
          Save as CSV
        </Button>
      </div>
      <TrailFilter look={look} />
      {kept.length === 0 ? (
        <p className="py-6 text-sm text-muted">{TRAIL_TEXTS.noDenialHasAll}</p>
      ) : settled.by === null ? (
        <Entries kept={kept} look={settled} onOpen={onOpen} />
      ) : (
        <Groups kept={kept} look={settled} by={settled.by} />
      )}
    </div>
  )
}
