import type { EventParts } from '../event-parts'
import { EVENT_PARTS } from '../event-parts'
import { isFields, textField, type Fields } from '../../text/fields'
import { isEventTime, partsOf, type BadRecordCode } from '../trail-event'
import { ByteHash } from './byte-hash'
import { GrowingBytes, GrowingInts } from './growing'
import { movedTarget, PART_NAMES, writePart, type PartName } from './pack-parts'
import { HOLDS_TAGS, NAMES_RESOURCE } from './parameters'
import { PartMemo } from './part-memo'
import type { RecordBatch } from './record-batch'
import { RECORD_KEYS, slotOf, type RecordKey } from './record-keys'
import { secondsAt, secondsOf } from './seconds'
import type { JsonScanner } from './scan-json'
import type { TextCodec } from './text-codec'

const CALL = ['eventSource', 'eventName', 'eventType', 'readOnly', 'eventCategory', 'managementEvent', 'eventVersion']
const PLACE = ['awsRegion', 'sourceIPAddress', 'vpcEndpointId', 'userAgent', 'tlsDetails', 'recipientAccountId']

/** From which members a part is read. */
const FIELDS = {
  caller: ['userIdentity'],
  call: CALL,
  place: PLACE,
  answer: ['eventSource', 'eventName', 'errorCode', 'errorMessage'],
  target: ['resources', 'requestParameters', 'eventSource', 'awsRegion', 'recipientAccountId', 'userIdentity'],
  extra: ['requestParameters', 'eventContext'],
} as Readonly<Record<PartName, readonly RecordKey[]>>

const SLOTS = Object.fromEntries(PART_NAMES.map((name) => [name, FIELDS[name].map(slotOf)])) as unknown as Readonly<
  Record<PartName, readonly number[]>
>
const NONE: readonly number[] = []
/** The target where the request's parameters, or the caller, have nothing to do with it. */
const LISTED_ONLY = [slotOf('resources')]
const BY_RECORDER = SLOTS.target.filter((slot) => slot !== slotOf('userIdentity'))
const CONTEXT_ONLY = [slotOf('eventContext')]

const [NAME, SOURCE, TIME, ID] = (['eventName', 'eventSource', 'eventTime', 'eventID'] as const).map(slotOf) as [
  number,
  number,
  number,
  number,
]
const [CODE, MESSAGE] = [slotOf('errorCode'), slotOf('errorMessage')]
const [RESOURCES, EVENT_CONTEXT] = [slotOf('resources'), slotOf('eventContext')]
const [ANSWER, TARGET] = [PART_NAMES.indexOf('answer'), PART_NAMES.indexOf('target')]
const RECORDER = slotOf('recipientAccountId')

const ascii = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0))
const [FIRST, NEXT, LAST] = [ascii('{'), ascii(','), ascii('}')]
const KEYS = RECORD_KEYS.map((key) => ascii(`"${key}":`))
/** Of it only matters whether it is there. */
const TLS = slotOf('tlsDetails')

/** Reads records into rows of numbers, and each of their parts once as long as it is remembered. */
export class RecordPacker {
  readonly #scanner: JsonScanner
  readonly #codec: TextCodec
  readonly #hash: ByteHash
  readonly #memos = PART_NAMES.map(() => new PartMemo())
  readonly #next = PART_NAMES.map(() => 0)
  readonly #parts = PART_NAMES.map(() => ({ bytes: new GrowingBytes(), ends: new GrowingInts() }))
  readonly #rows = new GrowingInts()
  readonly #text = new GrowingBytes()
  readonly #found = new Int32Array(PART_NAMES.length)

  constructor(scanner: JsonScanner, codec: TextCodec, seed: number) {
    this.#scanner = scanner
    this.#codec = codec
    this.#hash = new ByteHash(seed)
  }

  /** How many numbers wait to be taken. */
  get waiting(): number {
    return this.#rows.length
  }

  /** Is a member a text that is not empty? */
  #isText(bytes: Uint8Array, slot: number): boolean {
    const start = this.#scanner.starts[slot] ?? -1
    return start >= 0 && bytes[start] === 34 && (this.#scanner.ends[slot] ?? 0) - start > 2
  }

  /** The record with some of its members. */
  #partial(bytes: Uint8Array, slots: readonly number[]): Fields {
    const { starts, ends } = this.#scanner
    const text = this.#text
    text.clear()
    for (const slot of slots) {
      if (!this.#scanner.has(slot)) continue
      text.push(text.length === 0 ? FIRST : NEXT)
      text.push(KEYS[slot] as Uint8Array)
      text.push(bytes.subarray(starts[slot], ends[slot]))
    }
    if (text.length === 0) return {}
    text.push(LAST)
    return JSON.parse(this.#codec.decode(text.bytes.subarray(0, text.length))) as Fields
  }

  #hashSlots(bytes: Uint8Array, salt: number, slots: readonly number[]): void {
    const hash = this.#hash
    const { starts, ends } = this.#scanner
    hash.reset()
    hash.one ^= salt
    for (const slot of slots) {
      const start = starts[slot] ?? -1
      if (start < 0) hash.add(bytes, 0, 0)
      else if (slot === TLS) hash.add(bytes, start, start + 1)
      else hash.add(bytes, start, ends[slot] ?? 0)
    }
  }

  #new(index: number, text: string): number {
    const { bytes, ends } = this.#parts[index] as { bytes: GrowingBytes; ends: GrowingInts }
    bytes.push(this.#codec.encode(text))
    ends.push(bytes.length)
    const id = this.#next[index] ?? 0
    this.#next[index] = id + 1
    return id
  }

  /** Twice the id of a part that is read from some members of the record which was scanned last; plus 1 where it names a resource. */
  #part<Name extends PartName>(
    bytes: Uint8Array,
    index: number,
    slots: readonly number[],
    read: () => EventParts[Name],
  ): number {
    this.#hashSlots(bytes, slots.length, slots)
    const { one, two } = this.#hash
    const memo = this.#memos[index] as PartMemo
    const known = memo.get(one, two)
    if (known >= 0) return known
    const part = read()
    const names = (index === ANSWER || index === TARGET) && (part as EventParts['answer']).resource !== null
    const value = this.#new(index, writePart(PART_NAMES[index] as Name, part)) * 2 + (names ? 1 : 0)
    memo.set(one, two, value)
    return value
  }

  /** Which members the target of the record depends on, as far as its parameters name a resource. */
  #targetSlots(bytes: Uint8Array): readonly number[] {
    if ((this.#scanner.wanted & NAMES_RESOURCE) === 0) return NONE
    return this.#isText(bytes, RECORDER) ? BY_RECORDER : SLOTS.target
  }

  /** Twice the id of the target; what the event lists goes before what its parameters name. */
  #target(bytes: Uint8Array): number {
    const read = (slots: readonly number[]) => () => EVENT_PARTS.target(this.#partial(bytes, slots))
    const isListed = bytes[this.#scanner.starts[RESOURCES] ?? -1] === 91
    const listed = isListed ? this.#part<'target'>(bytes, TARGET, LISTED_ONLY, read(LISTED_ONLY)) : 0
    const slots = this.#targetSlots(bytes)
    if (isListed && (listed & 1 || slots === NONE)) return listed
    return this.#part<'target'>(bytes, TARGET, slots, read(slots))
  }

  #extraSlots(bytes: Uint8Array): readonly number[] {
    if (this.#scanner.wanted & HOLDS_TAGS) return SLOTS.extra
    return bytes[this.#scanner.starts[EVENT_CONTEXT] ?? -1] === 123 ? CONTEXT_ONLY : NONE
  }

  #named(bytes: Uint8Array): void {
    const found = this.#found
    const plain = <Name extends PartName>(index: number, name: Name, slots: readonly number[]) =>
      this.#part<Name>(
        bytes,
        index,
        slots,
        () => EVENT_PARTS[name](this.#partial(bytes, slots)) as unknown as EventParts[Name],
      )
    const isError = this.#isText(bytes, CODE) || this.#isText(bytes, MESSAGE)
    const answerSlots = isError ? SLOTS.answer : NONE
    const answer = plain(ANSWER, 'answer', answerSlots)
    found[0] = plain(0, 'caller', SLOTS.caller) >> 1
    found[1] = plain(1, 'call', SLOTS.call) >> 1
    found[2] = plain(2, 'place', SLOTS.place) >> 1
    found[ANSWER] = answer >> 1
    found[TARGET] = (answer & 1 ? this.#namedTarget(bytes) : this.#target(bytes)) >> 1
    found[5] = plain(5, 'extra', this.#extraSlots(bytes)) >> 1
  }

  #namedTarget(bytes: Uint8Array): number {
    const slots = [...new Set([RESOURCES, ...this.#targetSlots(bytes), ...SLOTS.answer])]
    return this.#part<'target'>(bytes, TARGET, slots, () => {
      const record = this.#partial(bytes, slots)
      return movedTarget({ answer: EVENT_PARTS.answer(record), target: EVENT_PARTS.target(record) })
    })
  }

  #row(seconds: number, one: number, two: number, offset: number, length: number): void {
    const rows = this.#rows
    rows.push(seconds)
    rows.push(one)
    rows.push(two)
    for (const id of this.#found) rows.push(id)
    rows.push((offset % 0x1_0000_0000) | 0)
    rows.push(Math.floor(offset / 0x1_0000_0000))
    rows.push(length)
  }

  /**
   * Takes the record that the scanner has just read between two places, at an offset of its file. Null where it was
   * taken; else it is for `addRecord`, which reads what is unusual.
   */
  addScanned(bytes: Uint8Array, start: number, end: number, offset: number): boolean {
    const { starts, ends } = this.#scanner
    if (!this.#isText(bytes, NAME) || !this.#isText(bytes, SOURCE)) return false
    const seconds = secondsAt(bytes, (starts[TIME] ?? -1) + 1, (ends[TIME] ?? 0) - 1)
    if (seconds < 0) return false
    this.#named(bytes)
    let [one, two] = [0, 0]
    if (this.#isText(bytes, ID)) {
      this.#hash.reset()
      this.#hash.add(bytes, (starts[ID] ?? 0) + 1, (ends[ID] ?? 0) - 1)
      ;({ one, two } = this.#hash)
    }
    this.#row(seconds, one, two, offset, end - start)
    return true
  }

  #intern(index: number, text: string): number {
    const bytes = this.#codec.encode(text)
    this.#hash.reset()
    this.#hash.one ^= 0x5bd1e995
    this.#hash.add(bytes, 0, bytes.length)
    const { one, two } = this.#hash
    const memo = this.#memos[index] as PartMemo
    const known = memo.get(one, two)
    if (known >= 0) return known >> 1
    const id = this.#new(index, text)
    memo.set(one, two, id * 2)
    return id
  }

  /** Takes the parts of an event that was read in another way. */
  addParts(parts: EventParts, id: string | null, time: string, offset: number, length: number): void {
    const moved: EventParts = { ...parts, target: movedTarget(parts) }
    for (const [index, name] of PART_NAMES.entries())
      this.#found[index] = this.#intern(index, writePart(name, moved[name]))
    const bytes = id === null ? null : this.#codec.encode(id)
    this.#hash.reset()
    if (bytes) this.#hash.add(bytes, 0, bytes.length)
    const { one, two } = this.#hash
    this.#row(secondsOf(time), bytes ? one : 0, bytes ? two : 0, offset, length)
  }

  /** Takes a record that JSON gave. What is wrong with it, where it is no event. */
  addRecord(record: unknown, offset: number, length: number): BadRecordCode | null {
    if (!isFields(record)) return 'not-an-object'
    if (textField(record, 'eventName') === null || textField(record, 'eventSource') === null) return 'not-an-event'
    const time = textField(record, 'eventTime')
    if (!isEventTime(time)) return 'no-time'
    this.addParts(partsOf(record), textField(record, 'eventID'), time, offset, length)
    return null
  }

  /** What was read since the last time. */
  take(): RecordBatch {
    return {
      rows: this.#rows.take(),
      parts: this.#parts.map(({ bytes, ends }) => ({ bytes: bytes.take(), ends: ends.take() })),
    }
  }
}
