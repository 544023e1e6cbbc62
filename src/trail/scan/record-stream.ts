import { JsonScanner, LIST, MORE, stringEnd } from './scan-json'
import { RECORD_KEYS } from './record-keys'

/** What a stream of bytes gives. Offsets count from the first byte of the stream. */
export interface StreamHandler {
  /** An object between two places of the bytes, whose members the scanner knows. */
  readonly onObject: (bytes: Uint8Array, start: number, end: number, offset: number) => void
  /** A stretch that is no record: its length, and what it begins with. */
  readonly onBroken: (start: Uint8Array, offset: number, length: number) => void
}

/** A longer record is taken for a broken one: CloudTrail's have 256 kB at most, lists of results a few megabytes. */
const LONGEST_RECORD = 8_000_000
const SAMPLE = 2_000

const NEWLINE = 10
const QUOTE = 34
const COLON = 58
const OPEN = 123

/** What stands between records of lists: spaces, commas and brackets. */
const BETWEEN = new Uint8Array(256)
for (const char of ' \t\r\n,[]}\u001E') BETWEEN[char.charCodeAt(0)] = 1
/** UTF-8's byte order mark. */
for (const byte of [0xef, 0xbb, 0xbf]) BETWEEN[byte] = 1

/** Finds the objects of JSON in bytes that come in chunks: in lists, in lines or one after the other. */
export class RecordStream {
  readonly scanner = new JsonScanner()
  readonly #handler: StreamHandler
  #bytes = new Uint8Array(1 << 20)
  #at = 0
  #end = 0
  /** The offset of the buffer's first byte. */
  #base = 0
  #isInList = false
  /** Was the name of a member beside the list passed, so that its value comes? */
  #isMember = false
  /** The broken stretch that is being passed over. */
  #lost: { readonly sample: Uint8Array; readonly offset: number } | null = null

  constructor(handler: StreamHandler) {
    this.#handler = handler
  }

  /** Begins another stream. */
  reset(): void {
    this.#at = 0
    this.#end = 0
    this.#base = 0
    this.#isInList = false
    this.#isMember = false
    this.#lost = null
  }

  /** Takes more bytes. */
  push(chunk: Uint8Array): void {
    for (let from = 0; from < chunk.length;) {
      this.#makeRoom()
      const count = Math.min(chunk.length - from, this.#bytes.length - this.#end)
      this.#bytes.set(chunk.subarray(from, from + count), this.#end)
      this.#end += count
      from += count
      if (this.#end === this.#bytes.length) this.#drain(false)
    }
  }

  /** The stream has ended. */
  finish(): void {
    this.#drain(true)
    this.#found(this.#end)
  }

  #makeRoom(): void {
    if (this.#end < this.#bytes.length) return
    if (this.#at > 0) {
      this.#bytes.copyWithin(0, this.#at, this.#end)
      this.#base += this.#at
      this.#end -= this.#at
      this.#at = 0
    }
    if (this.#end < this.#bytes.length / 2) return
    const grown = new Uint8Array(this.#bytes.length * 2)
    grown.set(this.#bytes.subarray(0, this.#end))
    this.#bytes = grown
  }

  #drain(isLast: boolean): void {
    const { scanner } = this
    for (;;) {
      while (this.#at < this.#end && BETWEEN[this.#bytes[this.#at] ?? 0] === 1) this.#at++
      if (this.#at >= this.#end) return
      if (this.#bytes[this.#at] !== OPEN) {
        if (!this.#passText(isLast)) return
        continue
      }
      const end = scanner.scan(this.#bytes, this.#at, this.#end)
      if (end === MORE && !isLast && this.#end - this.#at < LONGEST_RECORD) return
      if (end === LIST) {
        this.#found(this.#at)
        this.#isInList = true
        this.#isMember = false
        this.#at = scanner.list + 1
      } else if (end >= 0) this.#takeObject(end)
      else this.#lose()
    }
  }

  #takeObject(end: number): void {
    const isKnown = (this.#lost === null && !this.#isMember) || this.#isOfAFormat()
    this.#isMember = false
    if (isKnown) {
      this.#found(this.#at)
      this.#handler.onObject(this.#bytes, this.#at, end, this.#base + this.#at)
    }
    this.#at = end
  }

  /** Has the object a member that some format is known by? */
  #isOfAFormat(): boolean {
    return RECORD_KEYS.some((key, slot) => MARKS.has(key) && this.scanner.has(slot))
  }

  /** A record is no JSON: what follows is looked through for the next one. */
  #lose(): void {
    if (this.#lost === null || this.#beginsLine()) {
      this.#found(this.#at)
      const sample = this.#bytes.slice(this.#at, Math.min(this.#end, this.#at + SAMPLE))
      this.#lost = { sample, offset: this.#base + this.#at }
    }
    this.#at += 1
  }

  #beginsLine(): boolean {
    return this.#at > 0 && this.#bytes[this.#at - 1] === NEWLINE
  }

  /** The broken stretch, if there is one, ends at a place. */
  #found(at: number): void {
    if (this.#lost === null) return
    const { sample, offset } = this.#lost
    this.#lost = null
    const length = this.#base + at - offset
    this.#handler.onBroken(sample.subarray(0, length), offset, length)
  }

  /** Passes over text up to the next object or line. False where that may be yet to come. */
  #passText(isLast: boolean): boolean {
    const bytes = this.#bytes
    const start = this.#at
    if (this.#isInList && bytes[start] === QUOTE) return this.#passName(isLast)
    let at = start
    while (at < this.#end && bytes[at] !== NEWLINE && bytes[at] !== OPEN) at++
    if (at >= this.#end && !isLast && at - start < LONGEST_RECORD) return false
    const isLine = at >= this.#end || bytes[at] !== OPEN
    const isValue = this.#isInList && (bytes[start] === COLON || this.#isMember)
    if (isLine && !isValue && this.#lost === null) {
      const sample = bytes.slice(start, Math.min(at, start + SAMPLE))
      this.#handler.onBroken(sample, this.#base + start, at - start)
    }
    this.#isMember = false
    this.#at = at
    return true
  }

  /** Passes over the name, or the text, of a member beside the list. */
  #passName(isLast: boolean): boolean {
    const end = stringEnd(this.#bytes, this.#at + 1, this.#end)
    if (end === MORE && !isLast && this.#end - this.#at < LONGEST_RECORD) return false
    let at = end < 0 ? this.#at : end
    do at++
    while (at < this.#end && (this.#bytes[at] === COLON || BETWEEN[this.#bytes[at] ?? 0] === 1))
    this.#isMember = true
    this.#at = at
    return true
  }
}

/** The members that formats are known by. */
const MARKS: ReadonlySet<string> = new Set([
  'eventName',
  'eventname',
  'CloudTrailEvent',
  'detail',
  'message',
  'class_uid',
])
