import { bracketEnd } from '../../text/bracket-end'
import { quoted } from '../../text/quoted'
import type { Clue } from '../knowledge'

/** A value that a text has for a thing, with where it stands. */
export interface TextPlace {
  readonly value: string
  /** The line, from 1, and what stands there. */
  readonly line: number
  readonly words: string
  readonly at: number
}

/** Text that is looked through, and places of one kind. */
const MOST_TEXT = 50_000
const MOST = 200

/** Most characters of a line that are quoted. */
const QUOTED = 120

/** A place of a text, with its line. */
export function placeAt(text: string, value: string, at: number): TextPlace {
  const start = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1
  const end = text.indexOf('\n', at)
  const words = quoted(text.slice(start, end < 0 ? text.length : end).trim(), QUOTED)
  return { value, line: text.slice(0, start).split('\n').length, words, at }
}

/** Each place of a text that a pattern finds; its first group that took part is the value. */
export const placesOf = (whole: string, pattern: RegExp): readonly TextPlace[] => {
  const text = whole.slice(0, MOST_TEXT)
  return [...text.matchAll(pattern)].slice(0, MOST).flatMap((match) => {
    const value = match.slice(1).find((one) => one !== undefined) ?? match[0]
    return value === '' ? [] : [placeAt(text, value, match.index + Math.max(0, match[0].indexOf(value)))]
  })
}

/** A place as what speaks for a cause. */
export const clueOf = ({ line, words }: TextPlace): Clue => ({ kind: 'in-line', text: words, line: String(line) })

const STATEMENT = /\\?"Statement\\?"\s{0,3}:|^\s{0,8}Statement:|\bstatement\s\{/gm
const LONGEST_POLICY = 20_000

/** A text with spaces in the place of the policies that it holds, so that each place keeps its line. */
export function withoutPolicies(whole: string): string {
  const text = whole.slice(0, MOST_TEXT)
  let rest = text
  for (const { index } of [...text.matchAll(STATEMENT)].slice(0, MOST)) {
    const start = text.lastIndexOf('{', index)
    const end = start < 0 ? null : bracketEnd(text, start + 1, LONGEST_POLICY)
    if (start < 0 || end === null || end < index) continue
    rest = rest.slice(0, start) + rest.slice(start, end + 1).replace(/[^\n]/g, ' ') + rest.slice(end + 1)
  }
  return rest
}
