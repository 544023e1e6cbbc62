import { TRAIL_TEXTS } from './messages'
import { ChevronDown, ChevronRight, Download } from 'lucide-react'
import { memo, useMemo, useState } from 'react'
import type { DenialField } from '../../../trail/store/denial-fields'
import type { DenialAnswer, DenialLook } from '../../../trail/store/denial-look'
import type { LogEntry } from '../../../trail/log-entry'
import { changeEventLook, csvOfEvents, stopReading } from '../../state/log/trail-store'
import type { EventTrail } from '../../state/log/trail-look'
import { Button } from '../../ui/Button'
import { Name } from '../../ui/Name'
import { Notice } from '../../ui/Notice'
import { saveFile } from '../../ui/save-file'
import { useDrawn } from '../../ui/use-shown'
import { CompareTrail } from './CompareTrail'
import { DenialChart } from './DenialChart'
import { EntryTable } from './EntryTable'
import { EventFilter } from './EventFilter'
import { EventLines } from './EventLines'
import { GroupTable } from './GroupTable'
import { counted, sizeText } from './sizes'
import { FIELD_NAMES, valueName } from './trail-messages'
import { KeptRecords } from './KeptRecords'
import { ReadingBar } from './ReadingBar'
import { TrailNotices } from './TrailNotices'

const STEP = 100

function Reading({ trail: { progress } }: { readonly trail: EventTrail }) {
  if (progress === null) return null
  const percent = progress.total === 0 ? 0 : Math.min(100, Math.round((progress.done / progress.total) * 100))
  return (
    <div className="flex flex-wrap items-center gap-3">
      <ReadingBar percent={percent} className="min-w-40 flex-1" />
      <p className="text-sm text-muted tabular-nums">
        {sizeText(progress.done)} of {sizeText(progress.total)} read, {progress.filesDone.toLocaleString('en')} of{' '}
        {counted(progress.files, 'file', 'files')}
      </p>
      <Button size="small" onClick={stopReading}>
        Stop reading
      </Button>
    </div>
  )
}

const logEntryOf = (row: NonNullable<DenialAnswer['rows']>[number]): LogEntry => ({ ...row, operation: null })

interface GroupRowsProps {
  readonly look: DenialLook
  readonly by: DenialField
  readonly groups: NonNullable<DenialAnswer['groups']>
}

function GroupRows({ look: { sort, filter }, by, groups }: GroupRowsProps) {
  return (
    <GroupTable
      title={FIELD_NAMES[by]}
      rows={useDrawn(groups)}
      sort={sort}
      onSort={(order) => changeEventLook({ sort: order })}
      onOpen={(value) =>
        changeEventLook({ by: null, limit: STEP, filter: { ...filter, fields: { ...filter.fields, [by]: value } } })
      }
      nameOf={(value) => (by === 'layer' || by === 'cause' || value === null ? valueName(by, value) : null)}
      more={null}
    />
  )
}

interface EntryRowsProps {
  readonly sort: DenialLook['sort']
  readonly entries: DenialAnswer['rows']
  readonly onOpen: (entry: number) => void
  readonly onText: (text: string) => void
}

function EntryRows({ sort, entries, onOpen, onText }: EntryRowsProps) {
  const [open, setOpen] = useState<number | null>(null)
  const rows = useMemo(() => (entries ?? []).map(logEntryOf), [entries])
  return (
    <EntryTable
      rows={useDrawn(rows)}
      sort={sort}
      onSort={(order) => changeEventLook({ sort: order })}
      onOpen={onOpen}
      below={({ id, count }) => ({
        button: (
          <button
            type="button"
            aria-expanded={open === id}
            onClick={(event) => {
              event.stopPropagation()
              setOpen(open === id ? null : id)
            }}
            className="mt-0.5 flex min-h-6 items-center gap-0.5 text-xs text-muted hover:text-ink"
          >
            {open === id ? <ChevronDown size={12} aria-hidden /> : <ChevronRight size={12} aria-hidden />}
            {counted(count, 'event', 'events')}
          </button>
        ),
        panel: open === id ? <EventLines entry={id} count={count} onText={onText} /> : null,
      })}
    />
  )
}

interface EventTrailViewProps {
  readonly trail: EventTrail
  readonly onOpen: (entry: number) => void
  readonly onText: (text: string) => void
}

/** Does what is shown stay as it is? How far the reading has come is shown apart, many times in a second. */
function isShownAlike({ trail: one }: EventTrailViewProps, { trail: other }: EventTrailViewProps): boolean {
  const isReading = (one.progress === null) === (other.progress === null)
  const isSame = one.answer === other.answer && one.look === other.look
  return isReading && isSame && one.skipped === other.skipped && one.earlier === other.earlier
}

/** What was found so far. */
const Found = memo(function Found({ trail, onOpen, onText }: EventTrailViewProps) {
  const { name, size, answer, progress } = trail
  const saveCsv = async () => {
    const csv = await csvOfEvents()
    if (csv !== null) saveFile('denials.csv', 'text/csv', csv)
  }
  if (answer === null) return null
  const { shown, look, totals } = answer
  const left = shown.total - (shown.rows ?? shown.groups ?? []).length
  const isFiltered =
    look.filter.words !== '' ||
    Object.keys(look.filter.fields).length > 0 ||
    look.filter.span !== null ||
    look.filter.isNew
  return (
    <div className="space-y-4">
      <TrailNotices trail={trail} />
      <KeptRecords records={totals.records} />
      <div className="flex flex-wrap items-start justify-between gap-3">
        <p role="status" className="text-sm text-muted">
          {counted(shown.denials, 'denial', 'denials')}
          {isFiltered && ' with these filters'}, {counted(shown.entries, 'of them different', 'of them different')},
          among {counted(totals.events, 'call', 'calls')} in {sizeText(size)} of <Name text={name} />
          {totals.duplicates > 0 && `; ${counted(totals.duplicates, 'event', 'events')} that came twice count once`}.
        </p>
        <div className="flex flex-wrap gap-2">
          <CompareTrail trail={trail} />
          <Button size="small" icon={<Download size={14} aria-hidden />} onClick={() => void saveCsv()}>
            Save as CSV
          </Button>
        </div>
      </div>
      {shown.denials === 0 && !isFiltered && progress === null ? (
        // Where no event was read, nothing can be said of the calls.
        (totals.events > 0 || trail.skipped.length === 0) && <Notice tone="unknown">{TRAIL_TEXTS.noCallOfThis}</Notice>
      ) : (
        <>
          <EventFilter trail={trail} />
          <DenialChart
            bars={shown.chart}
            isNarrowed={look.filter.span !== null}
            onPick={(span) => changeEventLook({ filter: { ...trail.look.filter, span }, limit: STEP })}
          />
          {shown.total === 0 ? (
            <p className="py-6 text-sm text-muted">
              {progress === null ? TRAIL_TEXTS.noDenialHasAll : TRAIL_TEXTS.noDenialWasFound}
            </p>
          ) : (
            <div>
              {shown.groups !== null && look.by !== null ? (
                <GroupRows look={look} by={look.by} groups={shown.groups} />
              ) : (
                <EntryRows sort={look.sort} entries={shown.rows} onOpen={onOpen} onText={onText} />
              )}
              {left > 0 && (
                <Button
                  size="small"
                  className="mt-3"
                  onClick={() => changeEventLook({ limit: trail.look.limit + STEP })}
                >
                  Show {Math.min(left, STEP)} more of {left.toLocaleString('en')}
                </Button>
              )}
            </div>
          )}
        </>
      )}
    </div>
  )
}, isShownAlike)

/** A trail of CloudTrail that is read or being read: its denials, when they were, and the way to each event. */
export function EventTrailView(props: EventTrailViewProps) {
  return (
    <div className="space-y-4">
      <Reading trail={props.trail} />
      <Found {...props} />
    </div>
  )
}
