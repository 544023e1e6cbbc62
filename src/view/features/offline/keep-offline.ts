import type { WorkerMessage } from './offline-build'
import { setOffline } from './offline-state'

const HOUR = 3_600_000

let registration: ServiceWorkerRegistration | null = null

/** Calls back when a worker has come to one of these states, or is there already. */
function whenIn(
  worker: ServiceWorker,
  states: readonly ServiceWorkerState[],
  then: (state: ServiceWorkerState) => void,
) {
  const look = () => {
    if (!states.includes(worker.state)) return
    worker.removeEventListener('statechange', look)
    then(worker.state)
  }
  worker.addEventListener('statechange', look)
  look()
}

/** Asks a worker, and gives its answer. */
function ask(worker: ServiceWorker, message: WorkerMessage): Promise<boolean> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }) => resolve(data === true)
    worker.postMessage(message, [port2])
  })
}

/** A version that is here and that nobody has taken yet is an update. */
async function offer(worker: ServiceWorker) {
  if (!(await ask(worker, 'is-taken'))) setOffline({ hasUpdate: true })
}

/** Follows a worker that fetches its version: the first one makes the page ready, a later one is an update. */
function follow(worker: ServiceWorker, isFirst: boolean) {
  if (isFirst) {
    setOffline({ kept: 'saving' })
    whenIn(worker, ['activated', 'redundant'], (state) => setOffline({ kept: state === 'activated' ? 'ready' : 'off' }))
  } else whenIn(worker, ['installed'], () => void offer(worker))
}

/** Looks for a new version when the page is looked at again, at most once an hour. */
function lookAgain(found: ServiceWorkerRegistration) {
  let last = Date.now()
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - last < HOUR) return
    last = Date.now()
    void found.update().catch(() => undefined)
  })
}

/** What a browser that can install the app asks with; TypeScript's own types do not know it. */
interface InstallEvent extends Event {
  prompt(): Promise<unknown>
}

/** Offers to install the app where the browser can. */
function offerInstall() {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    setOffline({
      install: () => {
        setOffline({ install: null })
        void (event as InstallEvent).prompt().catch(() => undefined)
      },
    })
  })
  window.addEventListener('appinstalled', () => setOffline({ install: null }))
}

/** Registers the service worker and tells the page what becomes of it. */
export async function keepOffline() {
  offerInstall()
  const found = await navigator.serviceWorker.register(new URL('sw.js', document.baseURI), { updateViaCache: 'none' })
  registration = found
  const { active, waiting, installing } = found
  if (active !== null) setOffline({ kept: 'ready' })
  if (waiting !== null) follow(waiting, active === null)
  if (installing !== null) follow(installing, active === null)
  found.addEventListener('updatefound', () => {
    if (found.installing !== null) follow(found.installing, found.active === null)
  })
  lookAgain(found)
}

/** Takes the new version, and reloads this page alone: other tabs go on with what they have. */
export async function reloadToUpdate() {
  const waiting = registration?.waiting ?? null
  if (waiting !== null) await ask(waiting, 'take')
  window.location.reload()
}
