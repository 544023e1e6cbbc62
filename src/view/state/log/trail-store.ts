import type { DenialLook } from '../../../trail/store/denial-look'
import { keepLogFiles } from './log-files'
import type { TrailEngine } from '../trail/trail-engine'
import type { EventLine, TrailSource } from '../trail/worker-messages'
import type { LogReader } from './log-reader'
import { setTrail, trailNow } from './trail-now'
import { type TrailLook, type About, type EventTrail, type Trail, type TrailFiles, FIRST_LOOK } from './trail-look'

let reader: LogReader | null = null
let engine: TrailEngine | null = null
let turn = 0

/** Looks at the log in another way. */
export function changeLook(change: Partial<TrailLook>) {
  const trail = trailNow()
  if (trail.kind === 'read') setTrail({ ...trail, look: { ...trail.look, ...change } })
}

function setEvents(change: Partial<EventTrail>) {
  const trail = trailNow()
  if (trail.kind === 'events') setTrail({ ...trail, ...change })
}

/** Looks at the events of a trail in another way. */
export function changeEventLook(change: Partial<DenialLook>) {
  const trail = trailNow()
  if (trail.kind !== 'events') return
  const look = { ...trail.look, ...change }
  setEvents({ look })
  engine?.look(look)
}

/** The piece of the log that stands for an entry; null where the log is no longer there. */
export async function excerptOfEntry(entry: number): Promise<string | null> {
  if (engine === null) return (await reader?.excerpt(entry)) ?? null
  const [line] = await engine.events(entry, 1)
  return line === undefined ? null : engine.record(line)
}

/** The first events of an entry. */
export const eventsOfEntry = async (entry: number, limit: number): Promise<readonly EventLine[]> =>
  (await engine?.events(entry, limit)) ?? []

/** An event as CloudTrail wrote it; null where the file is no longer there. */
export const textOfEvent = async (line: EventLine): Promise<string | null> => (await engine?.record(line)) ?? null

/** What the filter leaves, as comma-separated values. */
export async function csvOfEvents(): Promise<Blob | null> {
  const trail = trailNow()
  return trail.kind === 'events' ? ((await engine?.csv(trail.look.filter)) ?? null) : null
}

/** A port that all events of the trail come out of; null where the page holds none, or not all yet. */
export function portOfEvents(): MessagePort | null {
  const trail = trailNow()
  if (engine === null || trail.kind !== 'events' || trail.progress !== null) return null
  const { port1, port2 } = new MessageChannel()
  engine.share(port1)
  return port2
}

/** The name of a file of the trail. */
export const fileOfTrail = (file: number): string => engine?.nameOf(file) ?? ''

/** Stops the reading; what was found so far goes. */
export function stopReading() {
  const trail = trailNow()
  if (trail.kind !== 'reading' && trail.kind !== 'events') return
  const { name, size } = trail
  closeTrail()
  setTrail({ kind: 'stopped', name, size })
}

/** Lets go of the log. */
function closeTrail() {
  turn += 1
  keepLogFiles([])
  reader?.close()
  reader = null
  engine?.close()
  engine = null
  setTrail({ kind: 'none' })
}

/**
 * Reads several files together, in place of the log before them: texts as one log, in their order, anything else as events.
 * Gives what the workbench shall take, as `openTrail` does.
 */
export async function openLogFiles(files: TrailFiles, name: string): Promise<string | null> {
  closeTrail()
  const mine = turn
  setTrail({ kind: 'reading', name, size: 0, progress: null })
  try {
    const sources = typeof files === 'function' ? await files() : files
    const { joinTexts } = await import('./join-texts')
    const joined = await joinTexts(sources)
    if (turn !== mine) return null
    if (joined !== null) return await openTrail(joined, name)
    await openEvents(sources, name)
  } catch {
    if (turn === mine) fail({ name, size: 0 }, 'worker-failed', files)
  }
  return null
}

/** Reads the files of a trail in place of the log before it. Gives how many events they have; null where that was stopped or failed. */
export async function openEvents(files: TrailFiles, name: string): Promise<number | null> {
  closeTrail()
  const mine = turn
  try {
    return await readEvents(files, name)
  } catch {
    // A part did not come, no worker starts, or the files cannot be listed.
    if (turn === mine) fail({ name, size: 0 }, 'worker-failed', files)
    return null
  }
}

function fail(about: About, problem: (Trail & { readonly kind: 'failed' })['problem'], again: Blob | TrailFiles) {
  closeTrail()
  setTrail({ kind: 'failed', ...about, problem, again })
}

async function readEvents(files: TrailFiles, name: string): Promise<number | null> {
  const mine = turn
  setTrail({ kind: 'reading', name, size: 0, progress: null })
  const [{ startTrail }, { FIRST_TRAIL_LOOK }, sources] = await Promise.all([
    import('../trail/trail-engine'),
    import('../trail/first-look'),
    typeof files === 'function' ? files() : files,
  ])
  if (turn !== mine) return null
  keepLogFiles(sources)
  const about: About = { name, size: sources.reduce((sum, { blob }) => sum + blob.size, 0) }
  const ask = () => {
    const trail = trailNow()
    if (trail.kind === 'events') engine?.look(trail.look)
  }
  const failed = (problem: (Trail & { readonly kind: 'failed' })['problem']) => {
    if (turn === mine) fail(about, problem, sources.length === 1 ? (sources[0]?.blob ?? sources) : sources)
  }
  setTrail({
    kind: 'events',
    ...about,
    progress: { done: 0, total: about.size, files: sources.length, filesDone: 0 },
    skipped: [],
    look: FIRST_TRAIL_LOOK,
    answer: null,
    earlier: null,
  })
  engine = startTrail({
    onProgress: (side, progress) => {
      if (side === 'now') setEvents({ progress })
    },
    onGrown: ask,
    onLook: ({ look, answer, totals }) => setEvents({ answer: { look, shown: answer, totals } }),
    onDone: (side, skipped, found) => {
      const trail = trailNow()
      const only = skipped.length === 1 && sources.length === 1 ? skipped[0] : undefined
      if (side === 'earlier')
        setEvents({ earlier: trail.kind === 'events' && trail.earlier ? { ...trail.earlier, isReading: false } : null })
      else if (only !== undefined && trail.kind === 'events' && (trail.progress?.files ?? 0) <= 1 && found === 0)
        return failed(only.problem)
      else setEvents({ progress: null, skipped })
      ask()
    },
    onFailed: () => failed('worker-failed'),
  })
  const events = await engine.read('now', sources)
  return turn === mine ? events : null
}

/** Compares the trail with an earlier one; null for none. */
export async function compareTrail(sources: readonly TrailSource[] | null, name: string): Promise<void> {
  const trail = trailNow()
  if (trail.kind !== 'events' || engine === null) return
  engine.dropEarlier()
  if (sources === null) {
    setEvents({ earlier: null })
    return changeEventLook({ filter: { ...trail.look.filter, isNew: false } })
  }
  setEvents({ earlier: { name, isReading: true } })
  await engine.read('earlier', sources)
}

/**
 * Reads a log in place of the one before it. Gives what the workbench shall take: the text itself where it is a case or
 * policies, the message where the log has no more than one; null where the log view has the rest.
 */
export async function openTrail(file: Blob, name: string): Promise<string | null> {
  closeTrail()
  const about: About = { name, size: file.size }
  const mine = turn
  try {
    return await readAny(file, about)
  } catch {
    if (turn === mine) fail(about, 'worker-failed', file)
    return null
  }
}

async function readAny(file: Blob, about: About): Promise<string | null> {
  const { name } = about
  keepLogFiles([{ name, blob: file, isDeflated: false }])
  let mine = turn
  setTrail({ kind: 'reading', ...about, progress: null })
  const [{ readLogFile }, { holdsEvents }] = await Promise.all([
    import('./log-reader'),
    import('../trail/holds-events'),
  ])
  const kind = await holdsEvents({ blob: file, name })
  if (turn !== mine) return null
  if (kind !== 'text') {
    const events = await openEvents([{ name, blob: file, isDeflated: false }], name)
    // what looked like events and holds none is a log like any other
    if (events !== 0 || kind === 'no-text') return null
    closeTrail()
    mine = turn
    setTrail({ kind: 'reading', ...about, progress: null })
  }
  reader = readLogFile(file, (progress) => {
    if (turn === mine) setTrail({ kind: 'reading', ...about, progress })
  })
  const outcome = await reader.outcome
  if (turn !== mine || outcome.kind === 'stopped') return null
  if (outcome.kind === 'problem') {
    fail(about, outcome.problem, file)
    return null
  }
  if (outcome.kind === 'evidence') {
    closeTrail()
    return outcome.text
  }
  setTrail({ kind: 'read', ...about, log: outcome.log, look: FIRST_LOOK })
  const [only, ...others] = outcome.log.entries
  return only !== undefined && others.length === 0 ? excerptOfEntry(only.id) : null
}
