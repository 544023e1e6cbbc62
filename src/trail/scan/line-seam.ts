import { slotOf, type RecordKey } from './record-keys'
import { JsonScanner } from './scan-json'

const NEWLINE = 10
const RETURN = 13
const OPEN = 123

/** A log group's export writes the time before every event. */
const LONGEST_STAMP = 40

/** What an object is known by that stands for one event; each row is one way. */
const KNOWN_BY: readonly (readonly RecordKey[])[] = [['eventName', 'eventSource'], ['CloudTrailEvent'], ['class_uid']]

/** Does one line, from a place to its newline, hold one event and nothing else but the time before it? */
function isLineOfEvent(scanner: JsonScanner, bytes: Uint8Array, start: number): boolean {
  let open = start
  while (open < bytes.length && open - start < LONGEST_STAMP && bytes[open] !== OPEN) {
    if (bytes[open] === NEWLINE) return false
    open++
  }
  if (bytes[open] !== OPEN) return false
  const end = scanner.scan(bytes, open, bytes.length)
  if (end < 0 || !KNOWN_BY.some((keys) => keys.every((key) => scanner.has(slotOf(key))))) return false
  const newline = bytes[end] === RETURN ? end + 1 : end
  // a newline within the object is a space of JSON: then the object is more than a line
  return bytes[newline] === NEWLINE && !bytes.subarray(open, end).includes(NEWLINE)
}

/** Does a file that begins so hold an event on every line? */
export const beginsWithLine = (bytes: Uint8Array): boolean => isLineOfEvent(new JsonScanner(), bytes, 0)

/**
 * Where a file of lines can be cut, within some bytes from its middle: the beginning of the first line that holds a
 * whole event. -1 where there is none. JSON has no newline within a text, so that what stands before is whole too.
 */
export function seamIn(bytes: Uint8Array): number {
  const scanner = new JsonScanner()
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1))
    if (isLineOfEvent(scanner, bytes, at + 1)) return at + 1
  return -1
}
