import { PART_NAMES } from '../../../trail/scan/pack-parts'
import { timeOf } from '../../../trail/scan/seconds'
import type { EventStore } from '../../../trail/store/event-store'
import { TupleTable } from '../../../trail/store/tuple-table'
import type { SharedEvents } from './worker-messages'

const ROWS_AT_ONCE = 50_000
const EVENTS_AT_ONCE = 2_000

/** Lets what waits come in between. */
const breathe = () => new Promise((resolve) => setTimeout(resolve))

/** Hands the events of a trail to a port, each of those that are alike once, with how many there are. */
export async function shareEvents(events: EventStore, port: MessagePort): Promise<void> {
  const table = new TupleTable(PART_NAMES.length)
  const alike: { readonly row: number; count: number; first: number; last: number }[] = []
  const { size } = events
  for (let row = 0; row < size; row += 1) {
    const id = table.add(PART_NAMES.map((name) => events.partId(row, name)))
    const seconds = events.seconds(row)
    const known = alike[id]
    if (known === undefined) alike[id] = { row, count: 1, first: seconds, last: seconds }
    else {
      known.count += 1
      known.first = Math.min(known.first, seconds)
      known.last = Math.max(known.last, seconds)
    }
    if (row % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await breathe()
  }
  for (let at = 0; at < alike.length; at += EVENTS_AT_ONCE) {
    const some = alike.slice(at, at + EVENTS_AT_ONCE).map(({ row, count, first, last }) => ({
      event: { ...events.event(row), time: timeOf(first) },
      count,
      last: timeOf(last),
    }))
    port.postMessage({ events: some, total: alike.length, isEnd: false } satisfies SharedEvents)
    await breathe()
  }
  port.postMessage({ events: [], total: alike.length, isEnd: true } satisfies SharedEvents)
}
