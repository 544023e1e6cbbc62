/** Days since 1970 of a date of the Gregorian calendar. */
function daysOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const ofEra = y - era * 400
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468
}

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
  return daysOf(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second
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

/** The date of so many days since 1970. */
function dateOf(days: number): string {
  const z = days + 719_468
  const era = Math.floor(z / 146_097)
  const ofEra = z - era * 146_097
  const year = Math.floor(
    (ofEra - Math.floor(ofEra / 1_460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  )
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100))
  const fifth = Math.floor((5 * ofYear + 2) / 153)
  const month = fifth + (fifth < 10 ? 3 : -9)
  const digits = (value: number) => String(value).padStart(2, '0')
  const day = ofYear - Math.floor((153 * fifth + 2) / 5) + 1
  return `${year + era * 400 + (month <= 2 ? 1 : 0)}-${digits(month)}-${digits(day)}`
}

/** The time of so many seconds since 1970, as CloudTrail writes it. */
export function timeOf(seconds: number): string {
  const days = Math.floor(seconds / 86_400)
  const rest = seconds - days * 86_400
  const digits = (value: number) => String(Math.floor(value)).padStart(2, '0')
  return `${dateOf(days)}T${digits(rest / 3_600)}:${digits((rest / 60) % 60)}:${digits(rest % 60)}Z`
}
