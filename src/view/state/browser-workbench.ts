import { clearAddress, goTo, holdsCase, onAddress, placeNow, setAddress, standsFor } from './address'
import { engineNow, loadEngine, onEngine } from './engine'
import { startHeavyWorker } from './heavy/start-worker'
import { createCaseStorage } from './keep/case-storage'
import { openLogLater, openLogsLater } from './log/open-later'
import { savesData } from '../ui/saves-data'
import { whenIdle } from '../ui/when-idle'
import { arePanesBeside } from '../ui/panes-beside'
import { createWorkbench, type WorkbenchStore } from './workbench-store'

/** The case is kept so long after a change, with what came since: to keep a long one takes as long as some keys. */
const KEPT_AFTER_MS = 1_000

/** An answer that takes longer is waited for in plain sight. */
const SLOW_MS = 200

const create = (): WorkbenchStore =>
  createWorkbench({
    engine: { now: engineNow, load: loadEngine, subscribe: onEngine },
    loadLinks: () => import('./link-chunk'),
    readAhead: (...what) =>
      void import('./reading-chunk').then(
        ({ fetchWanted }) => fetchWanted(...what),
        () => undefined,
      ),
    loadReaders: async (needs) => (await import('./load-readers')).loadReaders(needs),
    loadManaged: async (named) => (await import('./load-readers')).loadManaged(named),
    startWorker: startHeavyWorker,
    loadReference: async (service) => {
      try {
        const { loadServices, loadedReference } = await import('../reference/reference-queries')
        await loadServices([service])
        return loadedReference()
      } catch {
        return undefined
      }
    },
    loadDocumentMistake: () => import('./mistake-chunk'),
    openLog: openLogLater,
    openLogs: openLogsLater,
    address: {
      page: placeNow,
      goTo,
      follow: (fragment) => {
        window.location.hash = fragment
      },
      show: setAddress,
      clear: clearAddress,
      holdsCase,
      text: standsFor,
      subscribe: onAddress,
    },
    storage: createCaseStorage(),
    soon: (task) => {
      setTimeout(task, KEPT_AFTER_MS)
    },
    isBeside: arePanesBeside,
    later: (task) => {
      setTimeout(task)
    },
    whenSlow: (task) => {
      setTimeout(task, SLOW_MS)
    },
  })

let workbench: WorkbenchStore | null = null

/** Where nothing was pasted yet, what a service's own error needs comes ahead too, once the engine is here and the page rests. */
function fetchAhead({ work }: WorkbenchStore) {
  onEngine(() => {
    if (work.get().history.draft.paste !== '' || savesData()) return
    whenIdle(() => engineNow()?.fetchLateParts())
  })
}

/** The workbench of this page. It keeps the case whenever the page may be about to go. */
export function browserWorkbench(): WorkbenchStore {
  if (workbench !== null) return workbench
  const made = create()
  fetchAhead(made)
  window.addEventListener('pagehide', made.keepNow)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') made.keepNow()
  })
  workbench = made
  return made
}
