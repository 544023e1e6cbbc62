// Keeps one whole version of the app in this browser and answers from it. A new version is fetched in the background and
// waits until no page of the old one is open, or until the user takes it. Other origins are none of its business.
import type { OfflineBuild, WorkerMessage } from './offline-build'

declare const self: ServiceWorkerGlobalScope
/** The build writes this before the code; see .ci/offline.ts. */
declare const OFFLINE_BUILD: OfflineBuild

const SCOPE = self.registration.scope
/** Another copy of the app may live under another path of the same origin. */
const OWN_CACHES = `whydenied ${SCOPE} `
const cacheOf = (build: OfflineBuild) => OWN_CACHES + build.id
/**
 * Holds the build that the user has taken. The worker before answers from it: to take its place under open pages
 * (`skipWaiting`) is held up by browsers for minutes, and would reach tabs in which nobody took anything.
 */
const CHOICE = `whydenied-choice ${SCOPE}`
/** Leaves the user's own requests room. */
const FETCHES_AT_ONCE = 4
const MATCH = { ignoreVary: true }

/** A file's place in every cache: the same bytes have the same key in each version. */
const cacheAddress = (path: string, integrity: string) => `${SCOPE}${path}?${encodeURIComponent(integrity)}`

/** Brings what is not here yet, from an older version where that has the same bytes. Rejects unless all is here. */
async function fill() {
  const cache = await caches.open(cacheOf(OFFLINE_BUILD))
  const wanted = Object.entries(OFFLINE_BUILD.files)
  const bring = async () => {
    for (let next = wanted.pop(); next !== undefined; next = wanted.pop()) {
      const [path, integrity] = next
      const key = cacheAddress(path, integrity)
      if (await cache.match(key, MATCH)) continue
      const kept = await caches.match(key, MATCH)
      // With the hash, a half-finished deployment is no version.
      const response = kept ?? (await fetch(SCOPE + path, { integrity, cache: 'no-cache' }))
      if (!response.ok) throw new Error(`${path} could not be read (${response.status}).`)
      await cache.put(key, response)
    }
  }
  await Promise.all(Array.from({ length: FETCHES_AT_ONCE }, bring))
}

/** Lets go of older versions as soon as no other page may still need them. */
async function tidy() {
  const { installing, waiting } = self.registration
  if (installing !== null || waiting !== null) return
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  if (pages.length > 1) return
  const own = cacheOf(OFFLINE_BUILD)
  const older = (await caches.keys()).filter((name) => name.startsWith(OWN_CACHES) && name !== own)
  await Promise.all(older.map((name) => caches.delete(name)))
}

/** The build that the user has taken, else the worker's own. */
async function readChoice(): Promise<OfflineBuild> {
  const choice = await caches.match(SCOPE, { cacheName: CHOICE })
  return choice === undefined ? OFFLINE_BUILD : ((await choice.json()) as OfflineBuild)
}

/** What requests are answered from; read again whenever a page opens. */
let current = readChoice()

/** From now on pages that open are of this worker's build, even if an older worker answers them. */
async function choose() {
  const cache = await caches.open(CHOICE)
  await cache.put(SCOPE, Response.json(OFFLINE_BUILD))
}

const fromCache = (build: OfflineBuild, path: string) =>
  caches.match(cacheAddress(path, build.files[path] ?? ''), { ...MATCH, cacheName: cacheOf(build) })

const opened = new Map<string, Promise<Readonly<Record<string, unknown>>>>()

async function readPack(build: OfflineBuild, path: string): Promise<Readonly<Record<string, unknown>>> {
  const response = await fromCache(build, path)
  if (response === undefined) throw new Error(`${path} is not kept.`)
  return (await response.json()) as Readonly<Record<string, unknown>>
}

/** A small file out of its pack; undefined where no pack has it. */
async function fromPack(build: OfflineBuild, path: string): Promise<Response | undefined> {
  const cut = path.lastIndexOf('/') + 1
  const pack = build.packs[path.slice(0, cut)]
  if (pack === undefined) return undefined
  const key = cacheAddress(pack, build.files[pack] ?? '')
  const reading = opened.get(key) ?? readPack(build, pack)
  opened.set(key, reading)
  try {
    const value = (await reading)[path.slice(cut)]
    return value === undefined ? undefined : Response.json(value)
  } catch {
    opened.delete(key)
    return undefined
  }
}

/** The file of this version; else what another version, open in another tab, asks for; else the network's answer. */
async function answer(path: string, request: Request): Promise<Response> {
  const build = await current
  const kept =
    build.files[path] === undefined
      ? ((await fromPack(build, path)) ?? (await caches.match(SCOPE + path, { ...MATCH, ignoreSearch: true })))
      : await fromCache(build, path)
  return kept ?? fetch(request)
}

async function activate() {
  await caches.delete(CHOICE)
  current = Promise.resolve(OFFLINE_BUILD)
  // What the browser, or an older version, let go of in the meantime comes back.
  await Promise.all([fill().catch(() => undefined), self.clients.claim(), tidy()])
}

const ANSWERS: Readonly<Record<WorkerMessage, () => Promise<boolean>>> = {
  take: async () => {
    await choose()
    return true
  },
  'is-taken': async () => (await readChoice()).id === OFFLINE_BUILD.id && (await caches.has(CHOICE)),
}

self.addEventListener('install', (event) => event.waitUntil(fill()))

self.addEventListener('activate', (event) => event.waitUntil(activate()))

self.addEventListener('message', (event) => {
  const [port] = event.ports
  const answerTo = Object.hasOwn(ANSWERS, String(event.data)) ? ANSWERS[event.data as WorkerMessage] : undefined
  if (port !== undefined && answerTo !== undefined)
    event.waitUntil(answerTo().then((answered) => port.postMessage(answered)))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || !(origin + pathname).startsWith(SCOPE)) return
  const asked = decodeURIComponent((origin + pathname).slice(SCOPE.length))
  const path = asked === 'index.html' ? '' : asked
  if (request.mode === 'navigate') {
    if (path !== '') return
    current = readChoice()
    event.waitUntil(tidy())
  }
  event.respondWith(answer(path, request))
})
