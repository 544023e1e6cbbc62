import { followsAtOnce, pieceWithout, type Fragment, type DenialSentence } from './denial-sentence'
import type { Range } from '../text/mapped-text'

const LABEL =
  /Encoded\sauthorization\sfailure\smessage:?\s?|--encoded-message[\s=]+|\bEncodedMessage=|\bencoded\smessage\s?[:.]?\s?(?=[\w-]{100})/gi
const QUOTE = /["'<[{(*]{0,3}/y
const CHUNK = /[\w-]+/y
/** Words that stand where somebody took the blob away. */
const PLACEHOLDER =
  /^(?:[x-]+|-*(?:the-|some-|your-|long-|my-)*(?:encoded|redacted|removed|omitted|message|blob|snip|snipped|truncated|hidden|masked|secret|string|status|an?|the|see|to|is|it|in|which|value)s?(?:[_-][\w-]{0,40})?)$/i

/** Whether the characters can be a blob, or what is left of one. */
function survives(value: string, cut: boolean): boolean {
  return value.length >= (cut ? 4 : 8) && !PLACEHOLDER.test(value)
}

interface Blob {
  readonly piece: Fragment
  readonly end: number
  readonly damaged: boolean
}

/** Reads a blob, over the lines that a terminal cut it into. */
function readBlob(text: string, from: number): Blob | null {
  QUOTE.lastIndex = from
  let at = from + (QUOTE.exec(text)?.[0].length ?? 0)
  const ranges: Range[] = []
  let width = 0
  for (;;) {
    CHUNK.lastIndex = at
    const chunk = CHUNK.exec(text)?.[0]
    if (chunk === undefined) break
    ranges.push([at, at + chunk.length])
    at += chunk.length
    if (text.charAt(at) !== '\n') break
    const next = at + 1
    CHUNK.lastIndex = next
    const following = CHUNK.exec(text)?.[0] ?? ''
    const alone = /^\s?(?:\n|$|["'})\]<])/.test(text.slice(next + following.length, next + following.length + 3))
    if (!alone || following.length < 4 || (following.length < 16 && chunk.length < Math.max(width, 20))) break
    if (/^[A-Z]?[a-z]+$/.test(following)) break
    width = Math.max(width, chunk.length)
    at = next
  }
  const value = ranges.map(([a, b]) => text.slice(a, b)).join('')
  const rest = text.slice(at, at + 4)
  const cut = /^\s?\.{2,}|^\s?[<[(]\.?/.test(rest)
  if (!survives(value, cut)) return null
  return { piece: { value, ranges }, end: at, damaged: cut || isDamaged(value) }
}

/** What the API takes: https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html */
const LONGEST_BLOB = 10_240

/** A blob that is visibly cut or edited. Its letters come in fours, with no rest of one. */
export function isDamaged(value: string): boolean {
  return (
    value.length < 100 ||
    value.length > LONGEST_BLOB ||
    /REDACT|-{3,}|_{4,}|x{8,}|X{8,}/.test(value) ||
    value.length % 4 === 1
  )
}

/** Hangs each blob on the sentence before it; one that follows no sentence is a denial of its own. */
export function attachBlobs(text: string, statements: readonly DenialSentence[]): DenialSentence[] {
  const result = [...statements]
  for (const label of text.matchAll(LABEL)) {
    const blob = readBlob(text, label.index + label[0].length)
    const owner = result.findIndex((statement) => followsAtOnce(text, statement.end, label.index))
    const found = result[owner]
    if (found) {
      const end = blob?.end ?? label.index + label[0].length
      result[owner] = blob
        ? { ...found, end, blobDamaged: blob.damaged, pieces: { ...found.pieces, encodedMessage: blob.piece } }
        : { ...found, end }
    } else if (blob) {
      result.push({
        row: 'encoded message',
        start: label.index,
        end: blob.end,
        pieces: { encodedMessage: blob.piece },
        decision: 'unknown',
        layer: 'unknown',
        blobDamaged: blob.damaged,
      })
    }
  }
  return result.sort((a, b) => a.start - b.start)
}

/** Drops the quotes and dots round a text. */
function bare(text: string): Range {
  let start = 0
  let end = text.length
  while (start < end && /[\s"']/.test(text.charAt(start))) start++
  while (end > start && /[\s"'.]/.test(text.charAt(end - 1))) end--
  return [start, end]
}

/** Ten of the 64 signs of a blob are digits; names that are written below each other have hardly any. */
const isRandom = (value: string): boolean =>
  /[a-z]/.test(value) && /[A-Z]/.test(value) && value.replaceAll(/\D/g, '').length * 25 >= value.length

/** A text that is nothing but a blob. */
export function readLoneBlob(text: string): DenialSentence | null {
  const [start, end] = bare(text)
  if (end - start < 80 || end - start > 20_000) return null
  const piece = pieceWithout(text, start, end, /\s+/g)
  const full = piece.ranges.slice(0, -1).every(([from, to]) => to - from >= 20)
  if (!full || !/^[\w-]+$/.test(piece.value)) return null
  if (!isRandom(piece.value)) return null
  return {
    row: 'encoded message alone',
    start,
    end,
    pieces: { encodedMessage: piece },
    decision: 'unknown',
    layer: 'unknown',
    blobDamaged: text.slice(end, end + 2) === '..' || isDamaged(piece.value),
  }
}
