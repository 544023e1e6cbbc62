import { clockOf, dateOfDays, daysSinceEpoch } from '../../iam/calendar'

const two = (bytes: Uint8Array, at: number): number => {
  const [high, low] = [(bytes[at] ?? 0) - 48, (bytes[at + 1] ?? 0) - 48]
  return high >= 0 && high <= 9 && low >= 0 && low <= 9 ? high * 10 + low : 1_000_000
}

/** What stands between the numbers of a time. */
const SIGNS = [
  [4, 45],
  [7, 45],
  [10, 84],
  [13, 58],
  [16, 58],
  [19, 90],
] as const

/** The seconds since 1970 of a time such as 2026-01-02T03:04:05Z that stands in bytes; -1 for any other form. */
export function secondsAt(bytes: Uint8Array, start: number, end: number): number {
  if (end - start !== 20) return -1
  for (const [at, sign] of SIGNS) if (bytes[start + at] !== sign) return -1
  const year = two(bytes, start) * 100 + two(bytes, start + 2)
  const [month, day] = [two(bytes, start + 5), two(bytes, start + 8)]
  const [hour, minute, second] = [two(bytes, start + 11), two(bytes, start + 14), two(bytes, start + 17)]
  if (year < 1970 || year > 2105 || month < 1 || month > 12 || day < 1 || day > 31) return -1
  if (hour > 23 || minute > 59 || second > 60) return -1
  return daysSinceEpoch(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second
}

/** The seconds since 1970 of a time in UTC; -1 where it is none. */
export function secondsOf(time: string): number {
  const head = `${time.slice(0, 19)}Z`
  return secondsAt(
    Uint8Array.from(head, (char) => char.charCodeAt(0)),
    0,
    20,
  )
}

/** The time of so many seconds since 1970, as CloudTrail writes it. */
export function timeOf(seconds: number): string {
  return `${dateOfDays(Math.floor(seconds / 86_400))}T${clockOf(seconds)}Z`
}
