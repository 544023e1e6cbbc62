import { useEffect, useState } from 'react'
import type { EventLine } from '../../state/trail/worker-messages'
import { eventsOfEntry, fileOfTrail, textOfEvent } from '../../state/log/trail-store'
import { Name } from '../../ui/Name'
import { ShortArn } from './Arn'

const MOST = 50

interface EventLinesProps {
  readonly entry: number
  readonly count: number
  readonly onText: (text: string) => void
}

/** The events behind an entry, the first ones of them; each opens in the workbench. */
export function EventLines({ entry, count, onText }: EventLinesProps) {
  const [lines, setLines] = useState<readonly EventLine[] | null>(null)
  useEffect(() => {
    let isWanted = true
    void eventsOfEntry(entry, MOST).then((found) => {
      if (isWanted) setLines(found)
    })
    return () => {
      isWanted = false
    }
  }, [entry])
  const open = async (line: EventLine) => {
    const text = await textOfEvent(line)
    if (text !== null) onText(text)
  }
  if (lines === null) return <p className="text-xs text-muted">Looking for the events</p>
  return (
    <div className="max-h-80 overflow-auto">
      <ul className="space-y-1">
        {lines.map((line) => (
          <li key={line.row} className="flex flex-wrap items-baseline gap-x-3 text-xs">
            <button
              type="button"
              className="min-h-6 text-accent tabular-nums hover:underline"
              onClick={() => void open(line)}
            >
              {line.time.replace('T', ' ')}
            </button>
            {line.session !== null && <ShortArn value={line.session} />}
            {line.address !== null && (
              <span className="text-muted">
                from <Name text={line.address} />
              </span>
            )}
            {line.region !== null && (
              <span className="text-muted">
                <Name text={line.region} />
              </span>
            )}
            <span className="text-faint">
              <Name text={fileOfTrail(line.file)} />
            </span>
          </li>
        ))}
      </ul>
      {count > lines.length && (
        <p className="mt-1 text-xs text-muted">
          The first {lines.length} of {count.toLocaleString('en')}. The filter and the chart narrow them.
        </p>
      )}
    </div>
  )
}
