import { setTrail, trailNow } from './trail-now'
import type { Trail, TrailFiles } from './trail-look'
import type * as TrailStore from './trail-store'

/** Does something with what reads logs, which comes when the first one does; null where it does not come, or was stopped before. */
async function whenHere(
  { name, again }: { readonly name: string; readonly again: Blob | TrailFiles },
  run: (store: typeof TrailStore) => Promise<string | null>,
): Promise<string | null> {
  const size = again instanceof Blob ? again.size : 0
  const mine: Trail = { kind: 'reading', name, size, progress: null }
  setTrail(mine)
  try {
    const store = await import('./trail-store')
    return trailNow() === mine ? await run(store) : null
  } catch {
    if (trailNow() === mine) setTrail({ kind: 'failed', name, size, problem: 'worker-failed', again })
    return null
  }
}

/** See `openTrail`. */
export const openLogLater = (file: Blob, name: string): Promise<string | null> =>
  whenHere({ name, again: file }, ({ openTrail }) => openTrail(file, name))

/** See `openLogFiles`. */
export const openLogsLater = (files: TrailFiles, name: string): Promise<string | null> =>
  whenHere({ name, again: files }, ({ openLogFiles }) => openLogFiles(files, name))
