import { DropHere } from '../../ui/DropHere'
import { Button } from '../../ui/Button'
import { textOfCode } from '../../../text/message-text'
import { PageHeader } from '../../ui/PageHeader'
import { Notice } from '../../ui/Notice'
import { usePage } from '../../ui/use-page'
import { useIntake } from '../../state/intake'
import { usePageDrop } from '../../state/open-text'
import { EmptyTrail } from './EmptyTrail'
import { EventTrailView } from './EventTrailView'
import { OpenLog } from './OpenLog'
import { counted } from './sizes'
import { TrailParts } from './asks/TrailParts'
import { TrailLog } from './TrailLog'
import { LOG_PROBLEMS } from './trail-messages'
import { TrailProgress } from './TrailProgress'
import { useTrail } from '../../state/log/trail-now'
import { excerptOfEntry } from '../../state/log/trail-store'
import type { Trail, TrailFiles } from '../../state/log/trail-look'
import { droppedMany, sourcesOfDrop } from '../../state/trail/trail-files'
import { Name, Shown } from '../../ui/Name'

function TrailBody({ trail }: { readonly trail: Trail }) {
  const { takeText, takeLog, takeLogs } = useIntake()
  const openEntry = async (entry: number) => {
    const text = await excerptOfEntry(entry)
    if (text !== null) takeText(text)
  }
  const tryAgain = (again: Blob | TrailFiles, name: string) =>
    again instanceof Blob ? takeLog(again, name) : takeLogs(again, name)
  switch (trail.kind) {
    case 'none':
      return <EmptyTrail />
    case 'reading':
      return <TrailProgress trail={trail} />
    case 'stopped':
      return (
        <Notice tone="unknown">
          The reading of “<Name text={trail.name} />” was stopped. Nothing is kept.
        </Notice>
      )
    case 'failed':
      return (
        <Notice tone="deny">
          <Shown text={textOfCode(LOG_PROBLEMS[trail.problem], { name: trail.name })} />
          {trail.problem === 'worker-failed' && (
            <Button size="small" className="mt-2 flex" onClick={() => void tryAgain(trail.again, trail.name)}>
              Try again
            </Button>
          )}
        </Notice>
      )
    case 'events':
      return <EventTrailView trail={trail} onOpen={(entry) => void openEntry(entry)} onText={takeText} />
    case 'read':
      return <TrailLog trail={trail} onOpen={(entry) => void openEntry(entry)} />
  }
}

/** The log view: a long log is read in the background, and each of its denials opens in the workbench. */
export function TrailPage() {
  const trail = useTrail()
  const { takeText, takeLog, takeLogs } = useIntake()
  const isRead = trail.kind === 'read' || trail.kind === 'events'
  const takeDrop = (transfer: DataTransfer): boolean => {
    const entries = droppedMany(transfer)
    if (entries === null) return false
    const name = entries.length === 1 ? (entries[0]?.name ?? '') : counted(entries.length, 'file', 'files')
    void takeLogs(() => sourcesOfDrop(entries), name)
    return true
  }
  const takeDropped = async ([file]: readonly File[]) => {
    if (file !== undefined) await takeLog(file, file.name)
  }
  const isOver = usePageDrop(takeText, takeDropped, takeDrop)
  usePage('Log')
  return (
    <div className="min-h-dvh">
      <PageHeader page="Log">{trail.kind !== 'none' && <OpenLog look="secondary" />}</PageHeader>
      <main className="mx-auto max-w-[100rem] space-y-4 px-4 py-5">
        <h1 className="text-2xl font-semibold tracking-tight">Log</h1>
        <div role="alert" className="empty:hidden">
          {trail.kind === 'failed' && <TrailBody trail={trail} />}
        </div>
        <TrailParts
          principal={(isRead ? trail.look.filter.fields.principal : null) ?? ''}
          words={isRead ? trail.look.filter.words : ''}
        >
          {trail.kind !== 'failed' && <TrailBody trail={trail} />}
        </TrailParts>
      </main>
      {isOver && <DropHere />}
    </div>
  )
}
