import { tellsThat } from '../../../text/tells-that'
import { own } from '../../../text/own'
import type { SaidSituation } from '../find-says'

/** What a sentence of a service is read beside: the text that it stands in, and that with what logs put before its lines. */
export interface SeenBeside {
  readonly said: SaidSituation
  readonly text: string
  readonly whole: string
}

/** Something beside a sentence that tells which of its causes it is. */
export type TellingSign = (seen: SeenBeside) => boolean

/** What commands, templates, code and logs print. */
export const printed =
  (pattern: RegExp): TellingSign =>
  ({ whole }) =>
    pattern.test(whole)

/** What whoever wrote the text says. */
export const told =
  (says: RegExp): TellingSign =>
  ({ whole }) =>
    tellsThat(whole, says)

/** All of these signs. */
export const allSigns =
  (...signs: readonly TellingSign[]): TellingSign =>
  (seen) =>
    signs.every((sign) => sign(seen))

/** One of these signs. */
export const anySign =
  (...signs: readonly TellingSign[]): TellingSign =>
  (seen) =>
    signs.some((sign) => sign(seen))

/** The text doesn’t have this sign. */
export const noSign =
  (sign: TellingSign): TellingSign =>
  (seen) =>
    !sign(seen)

/** A gap of the sentence; empty where it has none. */
export const gapOf = ({ text, said: { groups } }: SeenBeside, gap: string): string => {
  const range = own(groups, gap)
  return range === undefined ? '' : text.slice(...range)
}

/** Where a sentence stands in the whole text; below 0 where it isn't found there. */
export const sentenceAt = ({ text, said: { start, end }, whole }: SeenBeside): number =>
  whole.indexOf(text.slice(start, end))

/** Where a new command, or a remark of whoever writes, begins. */
const NEXT_COMMAND = /\n\s{0,4}(?:\S{0,40}[$#%>]\s|#)/

/** What a command printed, from a place in it to the next one. */
export function printedFrom(text: string, at: number): string {
  const rest = text.slice(at, at + 3000)
  return rest.slice(0, NEXT_COMMAND.exec(rest)?.index)
}

/** What the first group of a pattern has where it stands, in lower case. */
export const namesIn = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, name = '']) => name.toLowerCase())
