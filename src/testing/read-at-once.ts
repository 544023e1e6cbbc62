import { TrailReader, type BadPiece, type StreamForm } from '../trail/read-stream'
import { EventStore } from '../trail/store/event-store'
import type { TrailEvent } from '../trail/trail-event'
import { CODEC } from '../view/state/trail/utf8-codec'

/** For tests: UTF-8, as pages read it. */
export const UTF8 = CODEC

interface ReadTrail {
  readonly store: EventStore
  readonly events: readonly TrailEvent[]
  readonly bad: readonly BadPiece[]
  readonly duplicates: number
}

/** Reads a trail at once, as a store of it and all its events. */
export function readTrail(
  text: string,
  { chunk = 1 << 16, form = 'records' }: { readonly chunk?: number; readonly form?: StreamForm } = {},
): ReadTrail {
  const bytes = UTF8.encode(text)
  const reader = new TrailReader(UTF8, 1)
  const store = new EventStore(UTF8, 2)
  reader.begin(form)
  for (let at = 0; at < bytes.length; at += chunk) reader.push(bytes.subarray(at, at + chunk))
  reader.finish()
  const piece = reader.take()
  store.add(0, 0, piece)
  const events = Array.from({ length: store.size }, (_, row) => store.event(row))
  return { store, events, bad: piece.bad, duplicates: store.duplicates }
}
