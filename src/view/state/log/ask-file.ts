import type { EventClasses } from '../../../trail/asks/event-classes'
import { csvRows } from '../../../trail/queries/csv-rows'
import { isQueryResult, readResults } from '../../../trail/queries/read-results'
import { TrailReader } from '../../../trail/read-stream'
import { EventStore } from '../../../trail/store/event-store'
import { openSource, sniffSource } from '../trail/open-source'
import { CODEC, secretSeed } from '../trail/utf8-codec'
import type { SharedEvents, TrailSource } from '../trail/worker-messages'

/** So many numbers of the reader wait at most before they are taken. */
const MOST_WAITING = 200_000
/** Of more files none is looked at for the result of a query. */
const MOST_LOOKED_AT = 20

/** The first line of a file, as far as it is short. */
async function firstLine(source: TrailSource): Promise<string> {
  const reader = (await openSource(source)).getReader()
  const { value } = await reader.read()
  await reader.cancel()
  return CODEC.decode((value ?? new Uint8Array(0)).subarray(0, 4_000)).split('\n', 1)[0] ?? ''
}

/** Is a file the result of a query? */
async function isResultFile(source: TrailSource): Promise<boolean> {
  try {
    const [columns = []] = csvRows(await firstLine(source))
    return isQueryResult(columns)
  } catch {
    return false
  }
}

/** The files that are results of queries. */
export async function resultsAmong(files: readonly TrailSource[]): Promise<readonly TrailSource[]> {
  if (files.length > MOST_LOOKED_AT) return []
  const are = await Promise.all(files.map(isResultFile))
  return files.filter((_, at) => are[at])
}

/** Reads the result of a query; gives how many rows are no events. */
export async function readResultFile(source: TrailSource, classes: EventClasses): Promise<number> {
  const text = await new Response(await openSource(source)).text()
  const { rows, bad } = readResults(csvRows(text)) ?? { rows: [], bad: 1 }
  for (const { event, count, last, isByBucket } of rows) classes.add(event, count, last, isByBucket)
  return bad
}

/** Takes the events that another worker holds. */
export const takeShared = (
  port: MessagePort,
  classes: EventClasses,
  onProgress: (done: number, total: number) => void,
): Promise<void> =>
  new Promise((resolve) => {
    let done = 0
    port.addEventListener('message', ({ data: { events, total, isEnd } }: MessageEvent<SharedEvents>) => {
      for (const { event, count, last } of events) classes.add(event, count, last)
      done += events.length
      onProgress(done, total)
      if (!isEnd) return
      port.close()
      resolve()
    })
    port.start()
  })

/** Reads the events of a file; gives how many records are bad. */
export async function readEventFile(
  source: TrailSource,
  classes: EventClasses,
  onProgress: (done: number) => void,
): Promise<number> {
  const sniffed = await sniffSource(source)
  if ('problem' in sniffed || sniffed.form === 'parquet') return 0
  const reader = new TrailReader(CODEC, secretSeed())
  const store = new EventStore(CODEC, secretSeed())
  let bad = 0
  let taken = 0
  const take = () => {
    const piece = reader.take()
    bad += Object.values(piece.badCounts).reduce((sum, count) => sum + count, 0)
    store.add(0, 0, piece)
    for (; taken < store.size; taken += 1) classes.add(store.event(taken))
  }
  reader.begin(sniffed.form)
  let done = 0
  const bytes = (
    await openSource(source, (more) => {
      done += more
    })
  ).getReader()
  for (let next = await bytes.read(); !next.done; next = await bytes.read()) {
    reader.push(next.value)
    if (reader.waiting > MOST_WAITING) take()
    onProgress(done)
  }
  reader.finish()
  take()
  return bad
}
