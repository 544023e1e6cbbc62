import { clearAddress, goTo, holdsCase, onAddress, placeNow, setAddress } from './address'
import { engineNow, loadEngine, onEngine } from './engine'
import { openTrail } from './log/trail-store'
import { createWorkbench, type WorkbenchStore } from './workbench-store'

/** From this width on, the policies stand beside the diagnosis. */
const BESIDE = '(min-width: 56.25rem)'

/** The workbench of this page. */
export const createBrowserWorkbench = (): WorkbenchStore =>
  createWorkbench({
    engine: { now: engineNow, load: loadEngine, subscribe: onEngine },
    loadLinks: () => import('./link-chunk'),
    loadYaml: async () => (await import('../../text/parse-yaml')).parseYaml,
    loadReference: async (service) => {
      try {
        const { loadServices, loadedReference } = await import('../reference/reference-queries')
        await loadServices([service])
        return loadedReference()
      } catch {
        return undefined
      }
    },
    openLog: openTrail,
    address: {
      page: placeNow,
      goTo,
      follow: (fragment) => {
        window.location.hash = fragment
      },
      show: setAddress,
      clear: clearAddress,
      holdsCase,
      subscribe: onAddress,
    },
    isBeside: () => window.matchMedia(BESIDE).matches,
    later: (task) => {
      setTimeout(task)
    },
  })
