import {
  editText,
  mapText,
  rangeOf,
  rawSpan,
  stretchOf,
  type Edit,
  type MappedText,
  type Range,
} from '../text/mapped-text'
import { misreadCharacters, plainCharacters } from './characters'
import { commonIndent, prefixesWithoutTimes, timePrefixes } from './line-prefixes'
import { logRecords } from './log-records'
import { entities, lineBreaks, marks, tags } from './markup'
import { joinWrappedLines } from './wrapped-lines'

/** How to take off again what a medium laid over a text. */
export type Normalisation = (text: string) => readonly Edit[]

/** What a pattern finds, replaced. */
export function replacing(pattern: RegExp, to: (match: string, group: string) => string): Normalisation {
  return (text) => {
    const edits: Edit[] = []
    for (const match of text.matchAll(pattern)) {
      const value = to(match[0], match[1] ?? '')
      if (value !== match[0]) edits.push({ start: match.index, end: match.index + match[0].length, to: value })
    }
    return edits
  }
}

const ESCAPE = '\u001B'

/** Colours and moves of the cursor, also where their escape character is written or was lost, and links of terminals. */
const COLOUR = new RegExp(
  String.raw`(?:\\u001b|\\x1b|\\0?33|#033|\^\[|[${ESCAPE}\u2190\u241B])\[[\d;?]{0,16}[a-z]|\[(?:[0134]\d?|9\d)(?:;\d{1,3}){0,4}m(?!\]|\d{1,2}s)|${ESCAPE}\]8;[^${ESCAPE}\n]{0,600}(?:${ESCAPE}\\|\u0007)`,
  'gi',
)

/** One after the other, the outermost first. */
const STEPS: readonly Normalisation[] = [
  replacing(COLOUR, () => ''),
  replacing(/\r\n?/g, () => '\n'),
  misreadCharacters,
  plainCharacters,
  // A page can show what another has escaped.
  entities,
  entities,
  lineBreaks,
  tags,
  marks,
  ...prefixesWithoutTimes,
  logRecords,
  commonIndent,
]

/** A log can quote a page, and a mail a log. */
const MOST_LAYERS = 3

/** What stood before a line of its own: a time, a number, the name of who wrote it. */
const OF_OWN_LINE = /\d:\d\d|^\s{0,8}\d{1,13}[\s:|.)]|\w[ \t]{1,20}\||^\[pod\/|[\w/-]:\d{1,6}[:-]|"\s{0,20}[,}]/

/** Where the lines begin that a medium set apart. */
function ownLines(raw: string, { text, starts, ends }: MappedText): (at: number) => boolean {
  return (at) => {
    const from = at === 0 ? (starts[0] ?? 0) : (ends[at - 1] ?? 0)
    const to = starts[at] ?? from
    return (
      to > from && text.length > at && OF_OWN_LINE.test(raw.slice(from, Math.min(to, from + 400)).replace(COLOUR, ''))
    )
  }
}

/** Layers taken off as long as there are any, then what they broke joined. */
function uncovered(raw: string, from: MappedText, steps: readonly Normalisation[]): MappedText {
  let mapped = from
  for (let layer = 0; layer < MOST_LAYERS; layer++) {
    const before = mapped
    mapped = steps.reduce((left, step) => editText(left, step(left.text)), before)
    if (mapped === before) break
  }
  if (mapped === from && steps !== STEPS) return from
  return editText(mapped, joinWrappedLines(mapped.text, mapped.text === raw ? () => false : ownLines(raw, mapped)))
}

/** Behind a time stands what the program wrote: a record, or a line with a number. */
const STEPS_WITH_TIMES: readonly Normalisation[] = [...timePrefixes, ...STEPS]

/** A text as it was written, and where each of its characters stands in what was pasted. */
export interface PlainText extends MappedText {
  /** The same without the times before its lines: who reads one sentence or one policy reads this. When it was said is evidence too. */
  readonly untimed: MappedText
}

/** A text without what terminals, mails, chats, pages, trackers and logs laid over it. Done again, it changes nothing. */
export function undressed(raw: string, from = 0, to = raw.length): PlainText {
  const plain = uncovered(raw, mapText(raw, from, to), STEPS)
  return { ...plain, untimed: uncovered(raw, plain, STEPS_WITH_TIMES) }
}

/** A piece of a text without its times. */
export const untimedStretch = (whole: PlainText, range: Range): MappedText =>
  whole.untimed.starts === whole.starts
    ? stretchOf(whole, range)
    : stretchOf(whole.untimed, rangeOf(whole.untimed, rawSpan(whole, range)))

/** Longer texts are exports, which nobody decorated as a whole. */
const LONGEST = 2_000_000

/** Gives a whole text as it was written; null: it is too long for that. Who asks again of the same text hands in one that remembers. */
export type Undress = (raw: string) => PlainText | null

/** See above. */
export const undress: Undress = (raw) => (raw.length > LONGEST ? null : undressed(raw))
