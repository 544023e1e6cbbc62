import { own, setOwn } from '../../../text/own'

/** Where a list stands in a message: the names that lead to it, which are numbers as texts within lists. */
type Path = readonly string[]

/** A part of a message: so many items of a list, what is common from now on, or the rest and where these belong. */
export type MessagePiece<Message> =
  | { readonly kind: 'items'; readonly list: number; readonly items: readonly unknown[] }
  | { readonly kind: 'common'; readonly it: object }
  | {
      readonly kind: 'rest'
      readonly rest: Message
      readonly places: readonly (readonly Path[])[]
      /** Where what both ends have belongs, by its number. */
      readonly common: readonly (readonly [number, readonly Path[]])[]
    }

/**
 * What both ends of a channel have: it was sent once, and is named by a number since. Of the two ends, one tells what lasts;
 * such an object never changes.
 */
export interface Common {
  readonly lasts: (value: object) => boolean
  readonly numbers: Map<object, number>
  readonly all: object[]
}

/** Nothing in common yet. */
export const createCommon = (lasts: Common['lasts'] = () => false): Common => ({ lasts, numbers: new Map(), all: [] })

/** Takes over an object that both ends have from now on, and gives its number. */
function addCommon({ numbers, all }: Common, it: object): number {
  numbers.set(it, all.length)
  return all.push(it) - 1
}

/** A longer list is sent by itself, so many items at once: what is sent whole is copied whole, while the page stands still. */
const LONGEST = 400
const AT_ONCE = 200

/** What is taken out of a message, each with the places where it belongs. */
interface TakenOut {
  readonly lists: Map<readonly unknown[], Path[]>
  readonly common: Map<object, Path[]>
  /** What was looked through, with what it is without these. */
  readonly seen: Map<object, unknown>
}

/**
 * The parts of plain data, one after the other: what the other end shall keep, the items of long lists, then the rest. What
 * is the same object twice stays so.
 */
export function* inPieces<Message>(message: Message, common = createCommon()): Generator<MessagePiece<Message>> {
  const out: TakenOut = { lists: new Map(), common: new Map(), seen: new Map() }
  const rest = takeOut(message, [], out, common) as Message
  const named: [number, readonly Path[]][] = []
  for (const [it, places] of out.common) {
    const known = common.numbers.get(it)
    named.push([known ?? addCommon(common, it), places])
    if (known === undefined) yield { kind: 'common', it }
  }
  let list = 0
  for (const items of out.lists.keys()) {
    for (let from = 0; from < items.length; from += AT_ONCE)
      yield { kind: 'items', list, items: items.slice(from, from + AT_ONCE) }
    list++
  }
  yield { kind: 'rest', rest, places: [...out.lists.values()], common: named }
}

/** Notes another place of something that is taken out. */
function noteIn<Key>(places: Map<Key, Path[]>, key: Key, path: Path): void {
  const found = places.get(key)
  if (found === undefined) places.set(key, [path])
  else found.push(path)
}

/** The same with nothing in place of what is taken out, which is noted with its place; what holds none of it is as it was. */
function takeOut(value: unknown, path: Path, out: TakenOut, common: Common): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value) && value.length > LONGEST) {
    noteIn(out.lists, value as readonly unknown[], path)
    return []
  }
  if (common.numbers.has(value) || common.lasts(value)) {
    noteIn(out.common, value, path)
    return null
  }
  const { seen } = out
  if (seen.has(value)) return seen.get(value)
  let copy = value
  for (const [name, part] of Object.entries(value) as [string, unknown][]) {
    const after = takeOut(part, [...path, name], out, common)
    if (after === part) continue
    if (copy === value) copy = Array.isArray(value) ? [...(value as unknown[])] : { ...value }
    setOwn(copy as Record<string, unknown>, name, after)
  }
  seen.set(value, copy)
  return copy
}

/** Puts messages together again from their parts, as they come, and gives each one that is whole. */
export function takePieces<Message>(
  take: (message: Message) => void,
  common = createCommon(),
): (piece: MessagePiece<Message>) => void {
  let lists: unknown[][] = []
  return (piece) => {
    if (piece.kind === 'common') {
      addCommon(common, piece.it)
      return
    }
    if (piece.kind === 'items') {
      const list = (lists[piece.list] ??= [])
      for (const item of piece.items) list.push(item)
      return
    }
    const { rest, places } = piece
    for (const [at, all] of places.entries()) for (const path of all) put(rest, path, lists[at] ?? [])
    for (const [number, all] of piece.common) for (const path of all) put(rest, path, common.all[number] ?? null)
    lists = []
    take(rest)
  }
}

function put(message: unknown, path: Path, it: object | null): void {
  const holder = path.slice(0, -1).reduce((at, name) => own(at as Record<string, unknown>, name), message)
  setOwn(holder as Record<string, unknown>, path.at(-1) ?? '', it)
}
