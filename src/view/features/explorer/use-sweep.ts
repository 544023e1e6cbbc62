import { useEffect, useRef, useState } from 'react'
import type { AccessCase } from '../../../case/access-case'
import { rowsOf, type SweepRow } from '../../../explorer/sweep-rows'
import type { SweepTarget } from '../../../explorer/sweep-targets'
import type { SweepOrder, SweepReply } from './sweep-worker'

/** A sweep as it goes: the rows so far, and whether more will come. */
export interface SweepProgress {
  readonly rows: readonly SweepRow[]
  readonly state: 'running' | 'done' | 'cancelled' | 'failed'
  /** How long it took, in milliseconds; null until it is done. */
  readonly took: number | null
  readonly cancel: () => void
}

interface Kept extends Pick<SweepProgress, 'rows' | 'state' | 'took'> {
  /** The targets that the rows belong to. */
  readonly of: readonly SweepTarget[] | null
}

const NOTHING: Kept = { rows: [], state: 'running', took: null, of: null }

/** Asks about all targets in a worker; another case or other targets drop what was running. */
export function useSweep(accessCase: AccessCase | null, targets: readonly SweepTarget[] | null): SweepProgress {
  const [kept, setKept] = useState<Kept>(NOTHING)
  const worker = useRef<Worker | null>(null)

  useEffect(() => {
    if (!accessCase || !targets) return
    const started = performance.now()
    const hired = new Worker(new URL('./sweep-worker.ts', import.meta.url), { type: 'module' })
    const rows: SweepRow[] = []
    const tell = (state: Kept['state'], took: number | null = null) =>
      setKept({ rows: [...rows], state, took, of: targets })
    hired.onmessage = ({ data }: MessageEvent<SweepReply>) => {
      if (data === null) return tell('done', performance.now() - started)
      rows.push(...rowsOf(targets, data))
      tell('running')
    }
    hired.onerror = () => tell('failed')
    hired.postMessage({ accessCase, targets } satisfies SweepOrder)
    worker.current = hired
    return () => hired.terminate()
  }, [accessCase, targets])

  const current = kept.of === targets ? kept : NOTHING
  return {
    rows: current.rows,
    state: current.state,
    took: current.took,
    cancel: () => {
      worker.current?.terminate()
      setKept({ ...current, state: 'cancelled', of: targets })
    },
  }
}
