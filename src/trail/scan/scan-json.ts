import { wantedParameter } from './parameters'
import { isListSlot, RECORD_KEYS, slotAt, slotOf } from './record-keys'

/** In place of an end: the bytes end before. */
export const MORE = -1

/** In place of an end: this is no JSON. */
export const BROKEN = -2

/** In place of an end: a list of records begins. */
export const LIST = -3

const MAX_DEPTH = 128

const QUOTE = 34
const COMMA = 44
const COLON = 58
const OPEN_LIST = 91
const BACKSLASH = 92
const CLOSE_LIST = 93
const OPEN_OBJECT = 123
const CLOSE_OBJECT = 125

const isSpace = (byte: number) => byte === 32 || byte === 10 || byte === 13 || byte === 9

/** What may follow a backslash besides `u`. */
const ESCAPED = new Uint8Array(128)
for (const char of '"\\/bfnrt') ESCAPED[char.charCodeAt(0)] = 1

const HEX = new Uint8Array(128)
for (const char of '0123456789abcdefABCDEF') HEX[char.charCodeAt(0)] = 1

/** After an escape that begins at a place; MORE or BROKEN where there is none. */
function escapeEnd(bytes: Uint8Array, at: number, to: number): number {
  if (at + 1 >= to) return MORE
  const next = bytes[at + 1] ?? 0
  if (next !== 117) return ESCAPED[next] === 1 ? at + 2 : BROKEN
  for (let i = at + 2; i < at + 6; i++) {
    if (i >= to) return MORE
    if (HEX[bytes[i] ?? 0] !== 1) return BROKEN
  }
  return at + 6
}

/** Where the string that begins after a quote ends: the place of the other quote. */
export function stringEnd(bytes: Uint8Array, start: number, to: number): number {
  let at = start
  while (at < to) {
    const byte = bytes[at] ?? 0
    if (byte === QUOTE) return at
    if (byte === BACKSLASH) {
      at = escapeEnd(bytes, at, to)
      if (at < 0) return at
    } else if (byte < 32) return BROKEN
    else at++
  }
  return MORE
}

const WORDS = ['true', 'false', 'null'].map((word) => Uint8Array.from(word, (char) => char.charCodeAt(0)))

/** After one of the words of JSON. */
function wordEnd(bytes: Uint8Array, start: number, to: number): number {
  const word = WORDS.find((one) => one[0] === bytes[start])
  if (word === undefined) return BROKEN
  for (let i = 1; i < word.length; i++) {
    if (start + i >= to) return MORE
    if (bytes[start + i] !== word[i]) return BROKEN
  }
  return start + word.length
}

/** After the digits that begin at a place. */
function digitsEnd(bytes: Uint8Array, start: number, to: number): number {
  let at = start
  while (at < to && isDigit(bytes[at] ?? 0)) at++
  return at >= to ? MORE : at === start ? BROKEN : at
}

const isDigit = (byte: number) => byte >= 48 && byte <= 57

/** After a number or a word that begins at a place. */
function scalarEnd(bytes: Uint8Array, start: number, to: number): number {
  const first = bytes[start] ?? 0
  if (first >= 97) return wordEnd(bytes, start, to)
  let at = first === 45 ? start + 1 : start
  if (at >= to) return MORE
  if (bytes[at] === 48) at++
  else at = digitsEnd(bytes, at, to)
  if (at < 0) return at
  if (at < to && bytes[at] === 46) at = digitsEnd(bytes, at + 1, to)
  if (at < 0) return at
  if (at < to && ((bytes[at] ?? 0) | 32) === 101) {
    at++
    if (at < to && (bytes[at] === 43 || bytes[at] === 45)) at++
    if (at >= to) return MORE
    at = digitsEnd(bytes, at, to)
  }
  return at >= to ? MORE : at
}

const FIRST_KEY = 0
const KEY = 1
const FIRST_ITEM = 2
const VALUE = 3
const AFTER = 4

const PARAMETERS = slotOf('requestParameters')

/** Reads objects of JSON out of bytes, strictly, and notes where the members stand that are looked out for. */
export class JsonScanner {
  /** By slot: where the value of the member starts and ends; -1 where it is missing. */
  readonly starts = new Int32Array(RECORD_KEYS.length)
  readonly ends = new Int32Array(RECORD_KEYS.length)
  /** After LIST: the place of its bracket. */
  list = 0
  /** What the parameters of the request are wanted for, as bits. */
  wanted = 0
  readonly #closers = new Uint8Array(MAX_DEPTH + 1)

  /** Does the object have a member of the slot? */
  has(slot: number): boolean {
    return (this.starts[slot] ?? -1) >= 0
  }

  /**
   * The place after the object that begins at a place. MORE: it goes on after `to`. BROKEN: it is no JSON. LIST: it
   * holds a list of records, which begins at `list`.
   */
  scan(bytes: Uint8Array, from: number, to: number): number {
    const { starts, ends } = this
    const closers = this.#closers
    starts.fill(-1)
    this.wanted = 0
    let at = from + 1
    let depth = 1
    closers[1] = CLOSE_OBJECT
    let state = FIRST_KEY
    let slot = -1
    for (;;) {
      let byte = at < to ? (bytes[at] ?? 0) : -1
      while (byte === 32 || byte === 10 || byte === 13 || byte === 9) {
        at++
        byte = at < to ? (bytes[at] ?? 0) : -1
      }
      if (byte < 0) return MORE
      if (state === AFTER) {
        if (byte === COMMA) {
          state = closers[depth] === CLOSE_OBJECT ? KEY : VALUE
          at++
          continue
        }
        if (byte !== closers[depth]) return BROKEN
      } else if (state <= KEY) {
        if (byte === QUOTE) {
          const start = at + 1
          at = stringEnd(bytes, start, to)
          if (at < 0) return at
          if (depth === 1) slot = slotAt(bytes, start, at)
          else if (depth === 2 && slot === PARAMETERS) this.wanted |= wantedParameter(bytes, start, at)
          at++
          while (at < to && isSpace(bytes[at] ?? 0)) at++
          if (at >= to) return MORE
          if (bytes[at] !== COLON) return BROKEN
          at++
          state = VALUE
          continue
        }
        if (state === KEY || byte !== CLOSE_OBJECT) return BROKEN
      } else if (byte !== CLOSE_LIST || state !== FIRST_ITEM) {
        if (depth === 1 && slot >= 0) starts[slot] = at
        if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
          if (depth === 1 && byte === OPEN_LIST && isListSlot(slot)) {
            this.list = at
            return LIST
          }
          if (depth >= MAX_DEPTH) return BROKEN
          depth++
          closers[depth] = byte + 2
          state = byte === OPEN_OBJECT ? FIRST_KEY : FIRST_ITEM
          at++
          continue
        }
        if (byte === QUOTE) {
          at = stringEnd(bytes, at + 1, to)
          if (at >= 0) at++
        } else at = scalarEnd(bytes, at, to)
        if (at < 0) return at
        if (depth === 1 && slot >= 0) ends[slot] = at
        state = AFTER
        continue
      }
      // a closing bracket
      at++
      depth--
      if (depth === 0) return at
      if (depth === 1 && slot >= 0) ends[slot] = at
      state = AFTER
    }
  }
}
