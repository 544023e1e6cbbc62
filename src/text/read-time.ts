import { monthNumber } from './month-number'

/** A moment as a log writes it: the date, the time to the second, and the zone where there is one. */
const MOMENTS: readonly RegExp[] = [
  /(?<year>\d{4})[-/](?<month>\d\d)[-/](?<day>\d\d)[T ](?<time>\d\d:\d\d:\d\d)(?:[.,]\d{1,9})? ?(?<zone>Z\b|UTC\b|[+-]\d\d:?\d\d\b)?/,
  /(?<day>\d\d)\/(?<name>[A-Z][a-z]{2})\/(?<year>\d{4}):(?<time>\d\d:\d\d:\d\d) ?(?<zone>[+-]\d{4}\b)?/,
  /(?<day>\d\d) (?<name>[A-Z][a-z]{2}) (?<year>\d{4}) (?<time>\d\d:\d\d:\d\d) (?<zone>GMT\b|[+-]\d{4}\b)/,
]

/** A message that goes on over lines has its time on the first: so far back it is looked for. */
const FARTHEST = 4_000
const MOST_LINES = 40

/** "Z" for UTC, "+02:00" for an offset. */
function zoneOf(zone: string | undefined): string {
  if (zone === undefined) return ''
  return /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(-2)}`.replace(/^[+-]00:00$/, 'Z') : 'Z'
}

/** The moment that stands first in a line, as 2024-05-06T07:08:09 with its zone; null where there is none. */
function momentIn(line: string): string | null {
  for (const pattern of MOMENTS) {
    const found = pattern.exec(line)?.groups
    if (!found) continue
    const { year, month, day, name, time, zone } = found
    const number = month ?? monthNumber(name ?? '')
    if (number >= '01' && number <= '12') return `${year}-${number}-${day}T${time}${zoneOf(zone)}`
  }
  return null
}

/**
 * When what stands at a place of a log happened: the time of its line, else of the nearest line above that has one. A
 * time without a year tells too little to be taken.
 */
export function readTime(text: string, at: number): string | null {
  const from = Math.max(0, at - FARTHEST)
  const near = text.slice(from, at + FARTHEST)
  const newline = near.indexOf('\n', at - from)
  let end = newline < 0 ? near.length : newline
  for (let line = 0; line < MOST_LINES && end > 0; line++) {
    const start = near.lastIndexOf('\n', end - 1) + 1
    const moment = momentIn(near.slice(start, end))
    if (moment !== null) return moment
    end = start - 1
  }
  return null
}
