import { Fragment, memo, useState } from 'react'
import { visiblePieces } from '../../text/hidden-characters'

/** A longer name stands with its two ends, which tell it apart. In characters. */
export const LONGEST_WHOLE = 200
const HEAD = 120
const TAIL = 60

/** A text from outside, with a mark in the place of each character that nobody would see. */
export const Shown = memo(function Shown({ text }: { readonly text: string }) {
  return visiblePieces(text).map((piece, index) =>
    piece.isHidden ? (
      <span key={index} className="hidden-character" title={`Invisible character: ${piece.text}`}>
        {piece.text}
      </span>
    ) : (
      piece.text
    ),
  )
})

/** A longer name, and any on a phone, may need more than a line: it breaks at its hyphens rather than within a word. In characters. */
const LONGEST_UNBROKEN = 40

/** A text whose lines may end behind its colons and slashes too: within a part only where that alone is too long. */
export const InParts = ({ text }: { readonly text: string }) =>
  text.split(/(?<=[:/])/u).map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      <Shown text={part} />
    </Fragment>
  ))

/** A name whose line does not end at one of its hyphens: what follows one stays with it. */
const Unbroken = ({ text }: { readonly text: string }) =>
  text.length > LONGEST_UNBROKEN ? (
    <InParts text={text} />
  ) : (
    text.split(/(-[^-])/u).map((piece, index) =>
      piece.startsWith('-') ? (
        <span key={index} className="desk:whitespace-nowrap">
          <Shown text={piece} />
        </span>
      ) : (
        <Shown key={index} text={piece} />
      ),
    )
  )

interface NameProps {
  readonly text: string
  /** All of it, where the text is only its beginning. */
  readonly whole?: string | undefined
  /** Can a button show the whole? Not within another control. */
  readonly isOpenable?: boolean
}

/**
 * A name from outside, wherever one is drawn: its direction of writing stays its own, characters that are not seen have
 * marks, and a very long one is shortened in its middle; the whole is there where it is pointed at, or behind a button.
 */
export const Name = memo(function Name({ text, whole = text, isOpenable = false }: NameProps) {
  const [isOpen, setOpen] = useState(false)
  if (whole.length <= LONGEST_WHOLE) {
    return (
      <bdi>
        <Unbroken text={whole} />
      </bdi>
    )
  }
  const tail = whole.slice(-TAIL)
  if (!isOpenable) {
    return (
      <bdi title={whole}>
        <Shown text={`${whole.slice(0, HEAD)}…${tail}`} />
      </bdi>
    )
  }
  return (
    <bdi className="whitespace-normal [overflow-wrap:anywhere]">
      <Shown text={isOpen ? whole : whole.slice(0, HEAD)} />
      <button
        type="button"
        aria-expanded={isOpen}
        aria-label={isOpen ? 'Shorten the name' : 'Show the whole name'}
        title={isOpen ? undefined : whole}
        className="mx-0.5 rounded-sm border border-line-strong bg-surface px-1 text-accent hover:bg-hover print:border-0"
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? '‹' : '…'}
      </button>
      {!isOpen && <Shown text={tail} />}
    </bdi>
  )
})
