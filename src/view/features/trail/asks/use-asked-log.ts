import { useEffect, useState } from 'react'
import { openForAsks, type AskableLog } from '../../../state/log/ask-log'
import type { AskedLog } from '../../../state/log/ask-messages'
import { useLogFiles } from '../../../state/log/log-files'
import { useTrail } from '../../../state/log/trail-now'
import { portOfEvents } from '../../../state/log/trail-store'
import type { TrailSource } from '../../../state/trail/worker-messages'

/** The log that questions are put to, as far as it is read. */
export type AskedState =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly done: number; readonly total: number }
  | { readonly kind: 'failed'; readonly retry: () => void }
  | { readonly kind: 'read'; readonly log: AskedLog; readonly asks: AskableLog }

/** The files are read once, whichever question comes first, and stay so while the page holds them. */
let held: { readonly files: readonly TrailSource[]; readonly asks: AskableLog } | null = null
let onProgress: (done: number, total: number) => void = () => undefined

function hold(files: readonly TrailSource[]): AskableLog {
  if (held?.files === files) return held.asks
  held?.asks.close()
  held = { files, asks: openForAsks(files, portOfEvents(), (done, total) => onProgress(done, total)) }
  return held.asks
}

/** A log that is closed is held no longer. */
function letGo(files: readonly TrailSource[]) {
  if (held === null || held.files === files) return
  held.asks.close()
  held = null
}

type Kept = Exclude<AskedState, { kind: 'failed' }> | { readonly kind: 'failed' }

/** Reads the files of the log for questions about policies. */
export function useAskedLog(): AskedState {
  const files = useLogFiles()
  const trail = useTrail()
  const progress = trail.kind === 'events' ? trail.progress : null
  // Files that the page still reads are asked about once it has all of them.
  const isReady = files.length > 0 && trail.kind !== 'reading' && progress === null
  const [tries, setTries] = useState(0)
  const [kept, setKept] = useState<{ readonly of: readonly TrailSource[]; readonly state: Kept } | null>(null)
  useEffect(() => {
    if (!isReady) return letGo(files)
    let isOver = false
    const tell = (state: Kept) => {
      if (!isOver) setKept({ of: files, state })
    }
    const asks = hold(files)
    onProgress = (done, total) => tell({ kind: 'reading', done, total })
    asks.log.then(
      (log) => tell({ kind: 'read', log, asks }),
      () => {
        held = null
        tell({ kind: 'failed' })
      },
    )
    return () => {
      isOver = true
    }
  }, [files, tries, isReady])
  if (files.length === 0) return { kind: 'none' }
  if (progress !== null) return { kind: 'reading', done: progress.done, total: progress.total }
  const state = kept?.of === files ? kept.state : { kind: 'reading' as const, done: 0, total: 0 }
  if (state.kind !== 'failed') return state
  return {
    kind: 'failed',
    retry: () => {
      setKept(null)
      setTries(tries + 1)
    },
  }
}
