import { Download } from 'lucide-react'
import { useDeferredValue, useMemo } from 'react'
import { countOf, filterEntries } from '../../../trail/log-view'
import { writeCsv } from '../../../trail/write-csv'
import { saveFile } from '../../ui/save-file'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import { EntryTable } from './EntryTable'
import { GroupTable } from './GroupTable'
import { counted, sizeText } from './sizes'
import { TrailFilter } from './TrailFilter'
import type { Trail } from '../../state/log/trail-store'
import { Name } from '../../ui/Name'

interface TrailLogProps {
  readonly trail: Trail & { readonly kind: 'read' }
  readonly onOpen: (entry: number) => void
}

/** A log that was read: what is in it, and the way to each denial. */
export function TrailLog({ trail: { name, size, log, look }, onOpen }: TrailLogProps) {
  const settled = useDeferredValue(look)
  const kept = useMemo(() => filterEntries(log.entries, settled.filter), [log, settled.filter])
  if (log.entries.length === 0) {
    return (
      <Notice tone="unknown">
        No AWS denial was found in {sizeText(size)} of “<Name text={name} />
        ”. Expected is a log with messages as AWS, its tools and SDKs print them, or a CloudTrail file.
      </Notice>
    )
  }
  return (
    <div className="space-y-4">
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
        <p className="py-6 text-sm text-muted">No denial has all of this. Take a word or a filter away.</p>
      ) : settled.by === null ? (
        <EntryTable entries={log.entries} look={settled} onOpen={onOpen} />
      ) : (
        <GroupTable entries={log.entries} look={settled} by={settled.by} />
      )}
    </div>
  )
}
