import { pieceOf, type Piece, type Statement } from './statement'
import type { Range } from './mapped-text'

const LABEL =
  /Encoded\s+authorization\s+failure\s+message:?\s*|--encoded-message[\s=]+|\bDecodeAuthorizationMessage\b[^\n]{0,40}?EncodedMessage[=:]\s*/gi
const QUOTE = /["'<[{(*]{0,3}/y
const CHUNK = /[\w-]+/y
/** Words that stand where somebody took the blob away. */
const PLACEHOLDER =
  /^(?:[x-]+|-*(?:the-|some-|your-|long-|my-)*(?:encoded|redacted|removed|omitted|message|blob|snip|snipped|truncated|hidden|masked|secret|string|status|an?|the|see|to|is|it|in|which|value)[\w-]{0,20})$/i

/** Whether the characters can be a blob, or what is left of one. */
function survives(value: string, cut: boolean): boolean {
  return value.length >= (cut ? 4 : 8) && !PLACEHOLDER.test(value)
}

interface Blob {
  readonly piece: Piece
  readonly end: number
  readonly damaged: boolean
}

/** Reads a blob, over the lines that a terminal cut it into. */
export function readBlob(text: string, from: number): Blob | null {
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
    let next = at + 1
    while (/[ \t]/.test(text.charAt(next))) next++
    CHUNK.lastIndex = next
    const following = CHUNK.exec(text)?.[0] ?? ''
    const alone = /^\s*(?:\n|$|["'})\]<])/.test(text.slice(next + following.length, next + following.length + 3))
    if (!alone || following.length < 4 || (following.length < 16 && chunk.length < Math.max(width, 20))) break
    if (/^[a-z]+$/.test(following) || /^[A-Z]?[a-z]+$/.test(following)) break
    width = Math.max(width, chunk.length)
    at = next
  }
  const value = ranges.map(([a, b]) => text.slice(a, b)).join('')
  const rest = text.slice(at, at + 4)
  const cut = /^\s?\.{2,}|^\s?[<[(]\.?/.test(rest)
  if (!survives(value, cut)) return null
  return { piece: { value, ranges }, end: at, damaged: cut || isDamaged(value) }
}

/** A blob that is visibly cut or edited. Its letters come in fours, with no rest of one. */
export function isDamaged(value: string): boolean {
  return value.length < 100 || /REDACT|-{3,}|_{4,}|x{8,}|X{8,}/.test(value) || value.replace(/-+$/, '').length % 4 === 1
}

/** Hangs each blob on the sentence before it; one that follows no sentence is a denial of its own. */
export function attachBlobs(text: string, statements: readonly Statement[]): Statement[] {
  const result = [...statements]
  for (const label of text.matchAll(LABEL)) {
    const blob = readBlob(text, label.index + label[0].length)
    const owner = result.findIndex(
      (s) => s.end <= label.index && /^[\s.:'"]{0,12}$/.test(text.slice(s.end, Math.min(label.index, s.end + 13))),
    )
    const found = result[owner]
    if (found && label.index - found.end <= 12) {
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

/** A text that is nothing but a blob. */
export function readLoneBlob(text: string): Statement | null {
  const start = text.search(/\S/)
  const body = text.trim().replace(/^["']|["'.]+$/g, '')
  if (body.length < 80 || body.length > 20_000 || /[^\w\s-]/.test(body.replace(/\.{2,}$/, ''))) return null
  const lines = body.split(/\s+/)
  if (lines.some((line) => line.length < 20 && line !== lines.at(-1))) return null
  const letters = lines.join('')
  if (!/\d/.test(letters) || !/[a-z]/.test(letters) || !/[A-Z]/.test(letters)) return null
  const from = text.indexOf(body, start)
  const ranges: Range[] = [...body.matchAll(/[\w-]+/g)].map((m) => [from + m.index, from + m.index + m[0].length])
  const piece: Piece = lines.length === 1 ? pieceOf(text, from, from + body.length) : { value: letters, ranges }
  return {
    row: 'encoded message alone',
    start: from,
    end: from + body.length,
    pieces: { encodedMessage: piece.value.endsWith('.') ? { value: piece.value.replace(/\.+$/, ''), ranges } : piece },
    decision: 'unknown',
    layer: 'unknown',
    blobDamaged: body.endsWith('.') || isDamaged(letters),
  }
}
