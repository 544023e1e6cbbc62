import type { DenialFilter, DenialLook } from '../../../trail/store/denial-look'
import { splitLines } from './split-lines'
import type { EventLine, FileProblem, TrailReply, TrailRequest, TrailSide, TrailSource } from './worker-messages'
import { whenWorkerFails } from '../../ui/worker-failure'
import { secretSeed } from './utf8-codec'
import { isZip, zipEntries } from './zip-entries'

/** More readers than this do not help: the disk and what gathers what they find hold them up. */
const MOST_READERS = 8
const MOST_FILES = 200_000
/** The page is told how far the reading has come so often, in milliseconds. */
const TELLING = 350

/** A file that was not read, and why. */
export interface SkippedFile {
  readonly name: string
  readonly problem: FileProblem
}

/** How far the reading has come, in bytes of the files as they are on the disk. */
export interface TrailSteps {
  readonly done: number
  readonly total: number
  readonly files: number
  readonly filesDone: number
}

/** What the engine tells while it works. */
export interface TrailListener {
  readonly onProgress: (side: TrailSide, progress: TrailSteps) => void
  readonly onGrown: () => void
  readonly onLook: (reply: TrailReply & { readonly kind: 'look' }) => void
  /** A side is read to its end: what was not, and how many events there were. */
  readonly onDone: (side: TrailSide, skipped: readonly SkippedFile[], events: number) => void
  readonly onFailed: () => void
}

/** A trail in workers of its own: one holds it, others read its files. The page only ever has what it shows of it. */
export interface TrailEngine {
  /** Reads files; gives how many events they have. */
  readonly read: (side: TrailSide, sources: readonly TrailSource[]) => Promise<number>
  readonly look: (look: DenialLook) => void
  readonly dropEarlier: () => void
  readonly events: (entry: number, limit: number) => Promise<readonly EventLine[]>
  /** The event of a line, as CloudTrail wrote it. */
  readonly record: (line: EventLine) => Promise<string | null>
  readonly csv: (filter: DenialFilter) => Promise<Blob | null>
  /** Hands all events to the port, as SharedEvents. */
  readonly share: (port: MessagePort) => void
  readonly nameOf: (file: number) => string
  /** Stops what goes on and frees the memory. */
  readonly close: () => void
}

const startWorker = () => new Worker(new URL('./trail-worker.ts', import.meta.url), { type: 'module' })

/** Files with those in zips taken out, the largest first: no reader is left with a large one when the others are done. */
async function expand(
  sources: readonly TrailSource[],
  readers: number,
  skip: (skipped: SkippedFile) => void,
): Promise<TrailSource[]> {
  const all: TrailSource[] = []
  for (const source of sources) {
    try {
      const inside = (await isZip(source.blob)) ? await zipEntries(source) : await splitLines(source, readers)
      if (inside === null) skip({ name: source.name, problem: 'zip-damaged' })
      else for (const one of inside) if (all.length < MOST_FILES) all.push(one)
    } catch {
      skip({ name: source.name, problem: 'unreadable' })
    }
  }
  return all.sort((one, other) => other.blob.size - one.blob.size)
}

/** All but the later stretches of a file, so that it counts once. */
const isFile = ({ part = 0 }: TrailSource): boolean => part === 0

/** Begins an empty trail. */
export function startTrail(listener: TrailListener, cores = navigator.hardwareConcurrency): TrailEngine {
  const holder = startWorker()
  const seed = secretSeed()
  const workers = new Set<Worker>([holder])
  const files: TrailSource[] = []
  const answers = new Map<number, (value: never) => void>()
  let end = (): void => undefined
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  let nextId = 0
  let nextReader = 0
  let isOpen = true

  const ask = (request: TrailRequest, transfer: Transferable[] = []) => holder.postMessage(request, transfer)
  const close = () => {
    isOpen = false
    for (const worker of workers) worker.terminate()
    workers.clear()
    end()
    for (const give of answers.values()) give(undefined as never)
    answers.clear()
  }
  const fail = () => {
    if (!isOpen) return
    close()
    listener.onFailed()
  }
  /** Undefined: the trail was closed before. */
  const answered = <Value>(request: (id: number) => TrailRequest) =>
    new Promise<Value | undefined>((resolve) => {
      if (!isOpen) return resolve(undefined)
      const id = nextId++
      answers.set(id, resolve as (value: never) => void)
      ask(request(id))
    })

  whenWorkerFails(holder, fail)
  holder.addEventListener('message', ({ data }: MessageEvent<TrailReply>) => {
    if (data.kind === 'look') listener.onLook(data)
    else if (data.kind === 'grown') listener.onGrown()
    else if (data.kind === 'events' || data.kind === 'record' || data.kind === 'csv') {
      const value = data.kind === 'events' ? data.lines : data.kind === 'record' ? data.text : data.csv
      answers.get(data.id)?.(value as never)
      answers.delete(data.id)
    }
  })
  ask({ kind: 'hold' })

  const startReader = (side: TrailSide, onReply: (reply: TrailReply) => void): Worker => {
    const worker = startWorker()
    workers.add(worker)
    whenWorkerFails(worker, fail)
    worker.addEventListener('message', ({ data }: MessageEvent<TrailReply>) => onReply(data))
    const { port1, port2 } = new MessageChannel()
    ask({ kind: 'connect', reader: nextReader++, side, port: port1 }, [port1])
    worker.postMessage({ kind: 'read', port: port2, seed } satisfies TrailRequest, [port2])
    return worker
  }

  const read = async (side: TrailSide, sources: readonly TrailSource[]) => {
    const skipped: SkippedFile[] = []
    const most = Math.max(1, Math.min(cores || 1, MOST_READERS))
    const all = await expand(sources, most, (one) => skipped.push(one))
    if (!isOpen) return 0
    const firstFile = files.length
    for (const source of all) files.push(source)
    const total = all.reduce((sum, { blob }) => sum + blob.size, 0)
    const fileCount = all.filter(isFile).length
    let [done, filesDone, next, events] = [0, 0, 0, 0]
    let told = 0
    const tell = (isWanted = false) => {
      const now = performance.now()
      if (!isWanted && now - told < TELLING) return
      told = now
      listener.onProgress(side, { done, total, files: fileCount, filesDone })
    }
    tell(true)
    const serve = (): Promise<void> =>
      new Promise((resolve) => {
        const give = () => {
          const source = all[next]
          if (source === undefined) {
            workers.delete(worker)
            worker.terminate()
            return resolve()
          }
          worker.postMessage({ kind: 'file', file: firstFile + next, source } satisfies TrailRequest)
          next += 1
        }
        const worker = startReader(side, (reply) => {
          if (reply.kind === 'progress') done += reply.bytes
          if (reply.kind === 'done') {
            const read = files[reply.file] as TrailSource
            if (isFile(read)) filesDone += 1
            events += reply.events
            const { problem } = reply
            const isTold = skipped.some((one) => one.name === read.name && one.problem === problem)
            if (problem !== null && !isTold) skipped.push({ name: read.name, problem })
            give()
          }
          if (isOpen) tell()
        })
        give()
      })
    const readers = Math.min(most, Math.max(1, all.length))
    await Promise.race([Promise.all(Array.from({ length: readers }, serve)), ended])
    if (!isOpen) return events
    if (side === 'earlier') ask({ kind: 'earlier', isThere: true })
    listener.onDone(side, skipped, events)
    return events
  }

  return {
    read,
    look: (look) => ask({ kind: 'look', look }),
    dropEarlier: () => ask({ kind: 'earlier', isThere: false }),
    events: async (entry, limit) =>
      (await answered<readonly EventLine[]>((id) => ({ kind: 'events', id, entry, limit }))) ?? [],
    record: async ({ row, file }) => {
      const source = files[file]
      if (source === undefined) return null
      return (await answered<string | null>((id) => ({ kind: 'record', id, row, source }))) ?? null
    },
    csv: async (filter) => (await answered<Blob>((id) => ({ kind: 'csv', id, filter }))) ?? null,
    share: (port) => ask({ kind: 'share', port }, [port]),
    nameOf: (file) => files[file]?.name ?? '',
    close,
  }
}
