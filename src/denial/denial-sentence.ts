import type { ClaimedLayer, Denial } from './denial'
import type { Range } from '../text/mapped-text'
import type { SituationId } from '../facts/situations/situations'

/** What services write where a name was left out. */
export const NOTHING = /^(?:null|None|undefined)$/

/** Parts of a request that a text implies without writing them. */
export interface Implied {
  readonly principal?: string
  readonly action?: string
  readonly resource?: string
  /** What a copy reads, where the resource is what it writes. */
  readonly source?: string
}

/** A value of the message and the ranges of the normalised text that it stands in; a broken value has several. */
export interface Fragment {
  readonly value: string
  readonly ranges: readonly Range[]
}

/** What a fragment of a sentence tells. */
export type FragmentName =
  | 'principal'
  | 'action'
  | 'resource'
  | 'reason'
  | 'layerPolicyArn'
  | 'encodedMessage'
  | 'authorizationId'
  | 'operation'
  | 'errorCode'
  | 'requestId'

/** One sentence of the text that says that something was not allowed, or that something else went wrong. */
export interface DenialSentence {
  /** The row of the pattern tables that found it. */
  readonly row: string
  readonly start: number
  readonly end: number
  readonly pieces: Partial<Readonly<Record<FragmentName, Fragment>>>
  readonly decision: Denial['decision']
  readonly layer: ClaimedLayer
  /** The service that the sentence is typical of. */
  readonly service?: string
  /** A few words that count as an error only where nothing says more. */
  readonly weak?: boolean
  /** The blob is cut or redacted, and so cannot be decoded. */
  readonly blobDamaged?: boolean
  /** What it is besides a denial by a policy, or instead of one. */
  readonly situation?: SituationId
  /** Names in the gaps of its words that are no part of the request. */
  readonly named?: Readonly<Record<string, string>>
  /** Further actions that the sentence lists: each is a denial of its own. */
  readonly furtherActions?: readonly Fragment[]
  /** What follows from the sentence for parts that it does not write. */
  readonly implies?: Implied
}

/** The piece that is one range of the text. */
export function pieceOf(text: string, start: number, end: number): Fragment {
  return { value: text.slice(start, end), ranges: [[start, end]] }
}

/** The piece without the characters that `drop` names; they split its ranges. */
export function pieceWithout(text: string, start: number, end: number, drop: RegExp): Fragment {
  const ranges: Range[] = []
  let from = start
  for (const match of text.slice(start, end).matchAll(drop)) {
    const at = start + match.index
    if (at > from) ranges.push([from, at])
    from = at + match[0].length
  }
  if (end > from) ranges.push([from, end])
  return { value: ranges.map(([a, b]) => text.slice(a, b)).join(''), ranges }
}

/** Doubled braces of Helm and its kin, which hold the name of a value. */
const TEMPLATE = /\{\{-?\s?[.$]|\{\{\s[^{}]*\s\}\}/

/** A value that is one name in doubled braces: what somebody put in its place. */
const NAMED_GAP = /^\{\{\s?[a-z][a-z\d]*_\w*\s?\}\}$/i

/** AWS's own pages mark what to replace with doubled braces; the value reads without them. */
export function withoutBraces(text: string, piece: Fragment): Fragment {
  if (!/\{\{|\}\}/.test(piece.value) || TEMPLATE.test(piece.value) || NAMED_GAP.test(piece.value)) return piece
  const parts = piece.ranges.map(([start, end]) => pieceWithout(text, start, end, /\{\{|\}\}/g))
  return { value: parts.map((part) => part.value).join(''), ranges: parts.flatMap((part) => part.ranges) }
}

/** The piece with ranges that touch made one. */
export function joinedPiece({ value, ranges }: Fragment): Fragment {
  const joined: [number, number][] = []
  for (const [start, end] of ranges) {
    const last = joined.at(-1)
    if (last && last[1] === start) last[1] = end
    else if (end > start) joined.push([start, end])
  }
  return { value, ranges: joined }
}

/** The piece without its last characters. */
export function dropEnd(piece: Fragment, count: number): Fragment {
  let left = piece.value.length - count
  const ranges = piece.ranges.flatMap(([start, end]): Range[] => {
    const take = Math.max(0, Math.min(left, end - start))
    left -= take
    return take > 0 ? [[start, start + take]] : []
  })
  return { value: piece.value.slice(0, piece.value.length - count), ranges }
}

/** Whether nothing but a little punctuation stands between the end of one thing and the start of the next. */
export function followsAtOnce(text: string, end: number, start: number): boolean {
  return end <= start && start - end <= 12 && /^[\s.,:;"'-]*$/.test(text.slice(end, start))
}

/** Has a sentence a part in common with a stretch of the text? */
export const overlaps = (a: Pick<DenialSentence, 'start' | 'end'>, start: number, end: number): boolean =>
  a.start < end && start < a.end
