import { own } from '../../../text/own'
import { ENDPOINT_KEY } from '../../../facts/keys/condition-keys'
import { maskCredentials } from '../../../draft/file/mask-credentials'
import { recordTextOf } from '../../../trail/record-text'
import type { BadPiece } from '../../../trail/read-stream'
import { timeOf } from '../../../trail/scan/seconds'
import { DenialIndex } from '../../../trail/store/denial-index'
import { DenialQuery } from '../../../trail/store/denial-query'
import type { DenialLook } from '../../../trail/store/denial-look'
import { EventStore } from '../../../trail/store/event-store'
import type { BadRecordCode, TrailEvent } from '../../../trail/trail-event'
import { csvLines } from '../../../trail/write-denials-csv'
import { readRange, wholeOf } from './open-source'
import { shareEvents } from './share-events'
import { CODEC, secretSeed } from './utf8-codec'
import type {
  EventLine,
  HandedPiece,
  TrailReply,
  TrailRequest,
  TrailSide,
  TrailSource,
  TrailTotals,
} from './worker-messages'

/** The page is told that there is more so often, in milliseconds: less and less, up to the second. */
const TELLING = { first: 250, step: 150, last: 2_000 }
const KEPT_BAD = 20

/** The event in a row of a table, whose place is its number. */
async function rowText(source: TrailSource, number: number, event: TrailEvent): Promise<string | null> {
  const [{ parquetRow }, whole] = await Promise.all([import('./parquet/read-parquet'), wholeOf(source)])
  const row = whole && (await parquetRow(whole, number))
  return row && maskCredentials(recordTextOf(JSON.stringify(row), null, event)).text
}

interface Side {
  readonly events: EventStore
  readonly index: DenialIndex
  readonly query: DenialQuery
}

function createSide(): Side {
  const events = new EventStore(CODEC, secretSeed())
  const index = new DenialIndex(events, CODEC, secretSeed())
  return { events, index, query: new DenialQuery(events, index, CODEC) }
}

/** Holds a trail and answers what the page asks of it. */
export function createHolder(tell: (reply: TrailReply) => void): (request: TrailRequest) => void {
  const sides: Record<TrailSide, Side> = { now: createSide(), earlier: createSide() }
  const badCounts = new Map<BadRecordCode, number>()
  const bad: (BadPiece & { readonly file: number })[] = []
  let told = 0
  let pause = 0
  let wanted: DenialLook | null = null

  const takeBad = (file: number, piece: HandedPiece['piece']) => {
    for (const [code, count] of Object.entries(piece.badCounts) as [BadRecordCode, number][])
      badCounts.set(code, (badCounts.get(code) ?? 0) + count)
    for (const one of piece.bad)
      if (bad.filter(({ code }) => code === one.code).length < KEPT_BAD)
        bad.push({ ...one, text: maskCredentials(one.text).text, file })
  }

  const connect = (reader: number, side: TrailSide, port: MessagePort) => {
    port.addEventListener('message', ({ data: { file, piece } }: MessageEvent<HandedPiece>) => {
      const { events, index } = sides[side]
      const wasEmpty = index.rows.length === 0
      events.add(reader, file, piece, (row) => index.add(row))
      // what carried the piece goes back: its reader frees memory many times in a second, and here hardly anything does
      port.postMessage(null, [piece.rows.buffer])
      if (side !== 'now') return
      takeBad(file, piece)
      const now = performance.now()
      if (now - told < pause && !(wasEmpty && index.rows.length > 0)) return
      told = now
      pause = Math.min(TELLING.last, Math.max(TELLING.first, pause + TELLING.step))
      tell({ kind: 'grown' })
    })
    port.start()
  }

  const totals = (): TrailTotals => ({
    events: sides.now.events.size,
    duplicates: sides.now.events.duplicates,
    thinned: sides.now.events.parts.thinned,
    unknownVersions: sides.now.index.unknownVersions,
    records: sides.now.index.records,
    badCounts: Object.fromEntries(badCounts),
    bad,
    weight: sides.now.events.weight + sides.earlier.events.weight,
  })

  /** Answers the newest look alone, once what came with it is done. */
  const answerLook = () => {
    const look = wanted
    wanted = null
    if (look !== null) tell({ kind: 'look', look, answer: sides.now.query.look(look), totals: totals() })
  }

  const lines = (entry: number, limit: number): readonly EventLine[] => {
    const { events, query } = sides.now
    return query.rowsOf(entry, limit).map((row) => {
      const event = events.event(row)
      const address = own(event.context, ENDPOINT_KEY) ?? event.context['aws:SourceIp']
      return {
        time: timeOf(events.seconds(row)),
        session: event.principal.name,
        address: typeof address === 'string' ? address : null,
        region: event.region,
        row,
        file: events.place(row).file,
      }
    })
  }

  const csv = (filter: DenialLook['filter']): Blob => {
    const look: DenialLook = { filter, by: null, sort: { field: 'count', descending: true }, limit: Infinity }
    return new Blob([...csvLines(sides.now.query.look(look).rows ?? [])], { type: 'text/csv' })
  }

  const record = async ({ row, source }: TrailRequest & { readonly kind: 'record' }): Promise<string | null> => {
    try {
      const { events } = sides.now
      const place = events.place(row)
      if (place.length === 0) return await rowText(source, place.offset, events.event(row))
      const bytes = await readRange(source, place.offset, place.length)
      if (bytes === null) return null
      const header = await readRange(source, 0, Math.min(8_000, place.offset)).catch(() => null)
      const text = recordTextOf(CODEC.decode(bytes), header && CODEC.decode(header), events.event(row))
      return maskCredentials(text).text
    } catch {
      return null
    }
  }

  return (request) => {
    switch (request.kind) {
      case 'connect':
        return connect(request.reader, request.side, request.port)
      case 'look':
        if (wanted === null) setTimeout(answerLook)
        wanted = request.look
        return
      case 'earlier':
        if (request.isThere) sides.now.query.compareWith(sides.earlier.index)
        else {
          sides.earlier = createSide()
          sides.now.query.compareWith(null)
        }
        return
      case 'events':
        return tell({ kind: 'events', id: request.id, lines: lines(request.entry, request.limit) })
      case 'csv':
        return tell({ kind: 'csv', id: request.id, csv: csv(request.filter) })
      case 'share':
        return void shareEvents(sides.now.events, request.port)
      case 'record':
        void record(request).then((text) => tell({ kind: 'record', id: request.id, text }))
    }
  }
}
