import { TRAIL_TEXTS } from '../messages'
import type { ReactNode } from 'react'
import type { AskableLog } from '../../../state/log/ask-log'
import type { AskedLog } from '../../../state/log/ask-messages'
import { Button } from '../../../ui/Button'
import { Notice } from '../../../ui/Notice'
import { useAskedLog } from './use-asked-log'

interface AskFrameProps {
  /** What the part is for, where no log is open. */
  readonly about: string
  readonly children: (log: AskedLog, asks: AskableLog) => ReactNode
}

/** What stands there until the log is read for questions. */
export function AskFrame({ about, children }: AskFrameProps) {
  const state = useAskedLog()
  switch (state.kind) {
    case 'none':
      return (
        <Notice tone="unknown">
          {about} {TRAIL_TEXTS.openCloudtrailFilesFirst}
        </Notice>
      )
    case 'reading':
      return (
        <div className="flex items-center gap-3 py-6 text-sm text-muted" role="status">
          <span>The log is read for what was allowed</span>
          <progress aria-label="Log read" value={state.done} max={Math.max(1, state.total)} className="h-1.5 w-48" />
        </div>
      )
    case 'failed':
      return (
        <Notice tone="deny">
          <p>{TRAIL_TEXTS.theLogCouldNot}</p>
          <Button size="small" className="mt-2" onClick={state.retry}>
            Try again
          </Button>
        </Notice>
      )
    case 'read':
      return state.log.events === 0 ? (
        <Notice tone="unknown">
          {about} {TRAIL_TEXTS.noEventOfCloudtrail}
        </Notice>
      ) : (
        <>
          {state.log.leftOut > 0 && (
            <Notice tone="depends">
              {state.log.leftOut.toLocaleString('en')} events found no room, as there are too many different ones. What
              is said here leaves them out: take a part of the log, or let a query sum it up.
            </Notice>
          )}
          {children(state.log, state.asks)}
        </>
      )
  }
}
