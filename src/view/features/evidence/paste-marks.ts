import type { Denial, DenialPart } from '../../../denial/denial'
import type { Span } from '../../../text/span'

/** How a part of the raw text is marked. The looks differ in their line as well as in their colour. */
export type MarkLook = 'principal' | 'action' | 'resource' | 'reason' | 'detail' | 'other'

/** A stretch of the paste with the mark it carries. */
export interface MarkedText {
  readonly text: string
  readonly look: MarkLook | null
  readonly start: number
}

/** The look of each part, the more telling first: where two overlap the first wins. */
const LOOKS: readonly (readonly [part: DenialPart, look: MarkLook])[] = [
  ['principal', 'principal'],
  ['action', 'action'],
  ['resource', 'resource'],
  ['layerPolicyArn', 'reason'],
  ['reason', 'reason'],
  ['operation', 'detail'],
  ['errorCode', 'detail'],
  ['requestId', 'detail'],
  ['encodedMessage', 'detail'],
  ['authorizationId', 'detail'],
]

interface Mark {
  readonly span: Span
  readonly look: MarkLook
  /** Where marks overlap, the lowest is seen. */
  readonly rank: number
}

function marksOf(denial: Denial, chosen: boolean): readonly Mark[] {
  return LOOKS.flatMap(([part, look], rank) =>
    (denial.parts[part] ?? []).map((span): Mark => ({ span, look: chosen ? look : 'other', rank })),
  )
}

/** Of more denials than this only the chosen one is marked: the page stays quick, and the marks stay telling. */
const MOST_MARKED = 50

/** Cuts the paste at its marks. The chosen denial's parts have their own looks, those of the others one quiet look. */
export function markPaste(text: string, denials: readonly Denial[], chosen: number): readonly MarkedText[] {
  const others = denials.length <= MOST_MARKED
  const marks = denials
    .flatMap((denial, index) => (others || index === chosen ? marksOf(denial, index === chosen) : []))
    .filter(({ span: [start, end] }) => start < end && end <= text.length)
    .sort((a, b) => a.span[0] - b.span[0])
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ span }) => span)])].sort((a, b) => a - b)

  const pieces: MarkedText[] = []
  let open: readonly Mark[] = []
  let next = 0
  for (const [index, start] of cuts.slice(0, -1).entries()) {
    open = open.filter(({ span }) => span[1] > start)
    for (let mark = marks[next]; mark?.span[0] === start; mark = marks[next]) {
      open = [...open, mark]
      next += 1
    }
    const look =
      open.reduce<Mark | null>((best, mark) => (best && best.rank <= mark.rank ? best : mark), null)?.look ?? null
    const piece = text.slice(start, cuts[index + 1])
    const before = pieces.at(-1)
    if (before?.look === look) pieces[pieces.length - 1] = { ...before, text: before.text + piece }
    else pieces.push({ text: piece, look, start })
  }
  return pieces
}
