import { clockOf, dateOfDays, daysSinceEpoch } from './calendar'

/**
 * Dates as IAM reads them: a W3C profile of ISO 8601 or epoch seconds, in milliseconds, cut and not rounded.
 * A date without time is midnight UTC, a time without zone is UTC.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date
 */
const EPOCH = /^([+-]?)(\d{1,12})(?:\.(\d+))?$/
const ISO = /^(\d{4})-(\d\d)(?:-(\d\d))?(?:[Tt](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?(Z|z|[+-]\d\d:?\d\d)?)?$/

/** Milliseconds since 1970, or null for a text that is no date. */
export function parseInstant(text: string): number | null {
  const epoch = EPOCH.exec(text)
  if (epoch !== null) {
    const [, sign, whole, fraction = ''] = epoch
    const milliseconds = Number(whole) * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0'))
    return sign === '-' ? -milliseconds : milliseconds
  }
  const match = ISO.exec(text)
  if (match === null) return null
  const [, year, month, day = '01', hour = '00', minute = '00', second = '00', fraction = '', zone = 'Z'] = match
  const y = Number(year)
  const m = Number(month)
  const d = Number(day)
  if (m < 1 || m > 12 || d < 1 || d > daysInMonth(y, m)) return null
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null
  const seconds = daysSinceEpoch(y, m, d) * 86_400 + Number(hour) * 3600 + Number(minute) * 60 + Number(second)
  return (seconds - zoneSeconds(zone)) * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0'))
}

function zoneSeconds(zone: string): number {
  if (zone === 'Z' || zone === 'z') return 0
  const seconds = Number(zone.slice(1, 3)) * 3600 + Number(zone.slice(-2)) * 60
  return zone.startsWith('-') ? -seconds : seconds
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Milliseconds since 1970 as people read them, to the second: `2026-11-28 10:00:00 UTC`. */
export function instantText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  return `${dateOfDays(Math.floor(seconds / 86_400))} ${clockOf(seconds)} UTC`
}
