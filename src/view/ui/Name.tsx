import { visiblePieces } from '../../text/hidden-characters'

/** A longer name stands with its two ends, which tell it apart; the whole is told where it is pointed at. In characters. */
const LONGEST = 200
const HEAD = 120
const TAIL = 60

/** A text from outside, with a mark in the place of each character that nobody would see. */
export function Shown({ text }: { readonly text: string }) {
  return visiblePieces(text).map((piece, index) =>
    piece.isHidden ? (
      <span key={index} className="hidden-character" title={`A character that is not seen: ${piece.text}`}>
        {piece.text}
      </span>
    ) : (
      piece.text
    ),
  )
}

/**
 * A name from outside, wherever one is drawn: its direction of writing stays its own, characters that are not seen have
 * marks, and a very long one is shortened in its middle.
 */
export function Name({ text }: { readonly text: string }) {
  const isLong = text.length > LONGEST
  return (
    <bdi title={isLong ? text : undefined}>
      <Shown text={isLong ? `${text.slice(0, HEAD)}…${text.slice(-TAIL)}` : text} />
    </bdi>
  )
}
