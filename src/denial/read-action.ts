import { stickyMatch } from '../text/sticky-match'
import { holeAt } from '../iam/find-holes'
import { readToken, trimValue } from './read-value'
import { dropEnd, pieceOf, withoutBraces, type Fragment } from './denial-sentence'

const NONE =
  /\s?:?\s?(?:null\b|this\b|these\b|that\b|such\b|the\s(?:operation|action|requested|request)\b(?!:?\s["'`]?[a-z][a-z\d-]{1,40}:[a-z*])|any\b|an?\s)/iy
const LIST = /\sthe\s(?:required|following)\s[\w ]{0,40}(?:actions?|operations?)\s?:?\s?(?:\(|[-•*]\s)?/iy
const LEAD =
  /\s?:?\s?(?:[-•]\s)?(?:(?:the\s)?(?:API\s)?(?:actions?|operations?)\s?:?\s(?=["'`*]{0,3}[a-z][a-z\d-]{1,40}:[A-Z*])|the\s(?=["'`*]{0,3}[a-z][a-z\d-]{1,40}:[A-Z*]))?["'`*]{0,3}/y
const FURTHER =
  /(?:["'`]?,\s?(?:and\s)?|["'`]?\sand\s|\s[-•*]\s)["'`]?(?<action>[a-z][a-z0-9-]{1,40}:[A-Z]\w{2,100})\b(?!\s(?:on|is|because)\b)["'`]?/y
const MOST = 100
const ADDITIONAL = /[^.\n]{0,80}\.\s?An\sadditional\spermission\s["']?([a-z0-9-]+:\w+)["']?\sis\srequired/iy

/** `prefix:Name`, a name alone, a placeholder or a mask. */
const SHAPE = /^[a-z][\w.-]*:[a-z*]|^[A-Z][a-z]+[A-Z]\w*$|^[<[{]|^[a-z0-9-]+:$|^\*+$/
const SHAPE_OF_ANY_CASE = /^[a-z][\w.-]*:[a-z*]/i

/** An action with a blank after its prefix, as people write it. */
const APART = /[a-z][a-z0-9-]{1,30}:\s(?=[A-Z][a-z]+[A-Z])/y

/** The prefix of a service, behind which the name of the action can be hidden. */
const PREFIX = /[a-z][a-z0-9-]{1,40}:/y

const LONGEST_ACTION = 256

/** What ends an action although no blank does. */
const END = /["'`)\]}(]|\.\.|\.$|\*\*$/

/** The part of an AWS sentence that was read, and where the reading goes on. */
export interface PartReading {
  readonly piece: Fragment | null
  readonly end: number
}

/** The actions of a list or of bullets that go on after the first, and where they end. */
export function readFurtherActions(
  text: string,
  from: number,
): { readonly pieces: readonly Fragment[]; readonly end: number } {
  const pieces: Fragment[] = []
  let end = from
  for (
    let match = stickyMatch(FURTHER, text, end);
    match && pieces.length < MOST;
    match = stickyMatch(FURTHER, text, end)
  ) {
    const named = match.groups?.action ?? ''
    const at = match.index + match[0].indexOf(named)
    pieces.push(pieceOf(text, at, at + named.length))
    end = match.index + match[0].length
  }
  return { pieces, end }
}

function cutAtEnd(piece: Fragment): Fragment {
  const cut = /^[<[{]/.test(piece.value) ? -1 : piece.value.search(END)
  return trimValue(cut > 0 ? dropEnd(piece, piece.value.length - cut) : piece)
}

/** The action after "perform"; null where AWS printed none, as in "this operation" or `null`. */
export function readAction(text: string, from: number): PartReading {
  const none = stickyMatch(NONE, text, from)
  if (none) return { piece: null, end: /null/i.test(none[0]) ? from + none[0].length : from }
  const lead = stickyMatch(LIST, text, from) ?? stickyMatch(LEAD, text, from)
  const start = from + (lead?.[0].length ?? 0)
  const prefixEnd = start + (stickyMatch(PREFIX, text, start)?.[0].length ?? 0)
  const hidden = prefixEnd > start ? holeAt(text, prefixEnd).length : 0
  // A service whose action is hidden is kept as it is written.
  if (hidden > 0) return { piece: pieceOf(text, start, prefixEnd + hidden), end: prefixEnd + hidden }
  const apart = stickyMatch(APART, text, start)?.[0].length ?? 0
  const token = readToken(text, start + apart, 'action')
  const prefix = pieceOf(text, start, start + Math.max(0, apart - 1))
  const whole = { value: prefix.value + token.value, ranges: [...prefix.ranges, ...token.ranges] }
  const piece = cutAtEnd(withoutBraces(text, apart > 0 ? whole : token))
  if (piece.value.length > LONGEST_ACTION || (!SHAPE.test(piece.value) && !SHAPE_OF_ANY_CASE.test(piece.value)))
    return { piece: null, end: from }
  const last = piece.ranges.at(-1)?.[1] ?? from
  const end = text.startsWith('}}', last) ? last + 2 : last
  const additional = piece.value.includes(':') ? null : stickyMatch(ADDITIONAL, text, end)
  const named = additional?.[1]
  if (!additional || named === undefined) return { piece, end }
  const at = additional.index + additional[0].indexOf(named)
  return { piece: pieceOf(text, at, at + named.length), end: additional.index + additional[0].length }
}
