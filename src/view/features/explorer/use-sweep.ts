import { useEffect, useRef, useState } from 'react'
import type { AccessCase } from '../../../case/access-case'
import { rowsOf, type SweepRow } from '../../../explorer/sweep-rows'
import type { SweepTarget } from '../../../explorer/sweep-targets'
import type { SweepOrder, SweepReply } from './sweep-worker'
import { append } from '../../../text/append'
import { startTwice, type TwiceWorker } from '../../ui/worker-failure'

/** A sweep as it goes: the rows so far, and whether more will come. */
export interface SweepProgress {
  readonly rows: readonly SweepRow[]
  readonly state: 'running' | 'done' | 'cancelled' | 'failed'
  /** How long it took, in milliseconds; null until it is done. */
  readonly took: number | null
  readonly cancel: () => void
  /** Asks again after a failure. */
  readonly retry: () => void
}

interface Kept extends Pick<SweepProgress, 'rows' | 'state' | 'took'> {
  /** The targets that the rows belong to. */
  readonly of: readonly SweepTarget[] | null
}

const NOTHING: Kept = { rows: [], state: 'running', took: null, of: null }

const hire = () => new Worker(new URL('./sweep-worker.ts', import.meta.url), { type: 'module' })

/** Asks about all targets in a worker; another case or other targets drop what was running. */
export function useSweep(accessCase: AccessCase | null, targets: readonly SweepTarget[] | null): SweepProgress {
  const [kept, setKept] = useState<Kept>(NOTHING)
  const worker = useRef<TwiceWorker | null>(null)
  const [tries, setTries] = useState(0)

  useEffect(() => {
    if (!accessCase || !targets) return
    const started = performance.now()
    let rows: SweepRow[] = []
    const tell = (state: Kept['state'], took: number | null = null) =>
      setKept({ rows: [...rows], state, took, of: targets })
    const begin = (hired: Worker) => {
      rows = []
      hired.onmessage = ({ data }: MessageEvent<SweepReply>) => {
        if (data === null) return tell('done', performance.now() - started)
        append(rows, rowsOf(targets, data))
        tell('running')
      }
      hired.postMessage({ accessCase, targets } satisfies SweepOrder)
    }
    const sweep = startTwice(hire, begin, () => tell('failed'))
    worker.current = sweep
    return sweep.end
  }, [accessCase, targets, tries])

  const current = kept.of === targets ? kept : NOTHING
  return {
    rows: current.rows,
    state: current.state,
    took: current.took,
    retry: () => {
      setKept(NOTHING)
      setTries(tries + 1)
    },
    cancel: () => {
      worker.current?.end()
      setKept({ ...current, state: 'cancelled', of: targets })
    },
  }
}
