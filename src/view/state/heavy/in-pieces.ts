import { own, setOwn } from '../../../text/own'

/** Where a list stands in a message: the names that lead to it, which are numbers as texts within lists. */
type Path = readonly string[]

/** A part of a message: so many items of a list, or the rest of it and where the lists belong. */
export type MessagePiece<Message> =
  | { readonly kind: 'items'; readonly list: number; readonly items: readonly unknown[] }
  | { readonly kind: 'rest'; readonly rest: Message; readonly places: readonly (readonly Path[])[] }

/** A longer list is sent by itself, so many items at once: what is sent whole is copied whole, while the page stands still. */
const LONGEST = 400
const AT_ONCE = 200

interface LongList {
  readonly items: readonly unknown[]
  readonly places: Path[]
}

/** The parts of plain data, one after the other: the items of long lists, then the rest. What is the same object twice stays so. */
export function* inPieces<Message>(message: Message): Generator<MessagePiece<Message>> {
  const lists = new Map<readonly unknown[], LongList>()
  const rest = withoutLong(message, [], lists, new Map()) as Message
  let list = 0
  for (const { items } of lists.values()) {
    for (let from = 0; from < items.length; from += AT_ONCE)
      yield { kind: 'items', list, items: items.slice(from, from + AT_ONCE) }
    list++
  }
  yield { kind: 'rest', rest, places: [...lists.values()].map(({ places }) => places) }
}

/** The same with an empty list in place of each long one, which is noted with its place; what holds none is as it was. */
function withoutLong(
  value: unknown,
  path: Path,
  lists: Map<readonly unknown[], LongList>,
  seen: Map<object, unknown>,
): unknown {
  if (Array.isArray(value) && value.length > LONGEST) {
    const found = lists.get(value) ?? { items: value as readonly unknown[], places: [] }
    lists.set(value, found)
    found.places.push(path)
    return []
  }
  if (typeof value !== 'object' || value === null) return value
  if (seen.has(value)) return seen.get(value)
  let copy = value
  for (const [name, part] of Object.entries(value) as [string, unknown][]) {
    const after = withoutLong(part, [...path, name], lists, seen)
    if (after === part) continue
    if (copy === value) copy = Array.isArray(value) ? [...(value as unknown[])] : { ...value }
    setOwn(copy as Record<string, unknown>, name, after)
  }
  seen.set(value, copy)
  return copy
}

/** Puts messages together again from their parts, as they come, and gives each one that is whole. */
export function takePieces<Message>(take: (message: Message) => void): (piece: MessagePiece<Message>) => void {
  let lists: unknown[][] = []
  return (piece) => {
    if (piece.kind === 'items') {
      const list = (lists[piece.list] ??= [])
      for (const item of piece.items) list.push(item)
      return
    }
    const { rest, places } = piece
    for (const [at, all] of places.entries()) for (const path of all) put(rest, path, lists[at] ?? [])
    lists = []
    take(rest)
  }
}

function put(message: unknown, path: Path, list: readonly unknown[]): void {
  const holder = path.slice(0, -1).reduce((at, name) => own(at as Record<string, unknown>, name), message)
  setOwn(holder as Record<string, unknown>, path.at(-1) ?? '', list)
}
