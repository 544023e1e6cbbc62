/** A piece of a text: as it is written, or one character that nobody sees, by its code point ("U+202E"). */
export interface VisiblePiece {
  readonly text: string
  readonly isHidden: boolean
}

/**
 * Code points, from and to, that take no room, turn the direction of a text, look like a blank, or are half of a character:
 * with them a name looks like another. Tab, line feed and carriage return are none of them, nor is the wide blank of East Asia.
 */
const HIDDEN: readonly (readonly [from: number, to: number])[] = [
  [0x0, 0x8],
  [0xb, 0xc],
  [0xe, 0x1f],
  [0x7f, 0xa0],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x1680, 0x1680],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x2000, 0x200f],
  [0x2028, 0x202f],
  [0x205f, 0x206f],
  [0x2800, 0x2800],
  [0x3164, 0x3164],
  [0xd800, 0xdfff],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffb],
  [0xe0000, 0xe0fff],
]

const isHidden = (point: number): boolean =>
  (point < 0x20 || point > 0x7e) && HIDDEN.some(([from, to]) => point >= from && point <= to)

/** Most texts have nothing but what is seen, and are not gone through one by one. */
const MAY_HIDE = /[^\t\n\r\x20-\x7e]/

/** A text with every hidden character as a piece of its own. */
export function visiblePieces(text: string): readonly VisiblePiece[] {
  if (!MAY_HIDE.test(text)) return [{ text, isHidden: false }]
  const pieces: VisiblePiece[] = []
  let start = 0
  let at = 0
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    if (isHidden(point)) {
      if (at > start) pieces.push({ text: text.slice(start, at), isHidden: false })
      pieces.push({ text: `U+${point.toString(16).toUpperCase().padStart(4, '0')}`, isHidden: true })
      start = at + character.length
    }
    at += character.length
  }
  if (start < text.length || pieces.length === 0) pieces.push({ text: text.slice(start), isHidden: false })
  return pieces
}

/** The same as one text, for where nothing can be drawn: `a⟨U+202E⟩b`. */
export const visibleText = (text: string): string =>
  visiblePieces(text)
    .map((piece) => (piece.isHidden ? `⟨${piece.text}⟩` : piece.text))
    .join('')
