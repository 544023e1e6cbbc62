/** Days from 0000-03-01, with which eras of 400 years begin, to 1970-01-01. */
const TO_EPOCH = 719_468
const DAYS_OF_ERA = 146_097

/** Days since 1970 of a date of the proleptic Gregorian calendar, counted in years that begin in March. */
export function daysSinceEpoch(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const ofEra = y - era * 400
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * DAYS_OF_ERA + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - TO_EPOCH
}

const twoDigits = (value: number): string => String(Math.floor(value)).padStart(2, '0')

/** The date of so many days since 1970: `2026-11-28`. */
export function dateOfDays(days: number): string {
  const z = days + TO_EPOCH
  const era = Math.floor(z / DAYS_OF_ERA)
  const ofEra = z - era * DAYS_OF_ERA
  const year = Math.floor(
    (ofEra - Math.floor(ofEra / 1_460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  )
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100))
  const fifth = Math.floor((5 * ofYear + 2) / 153)
  const month = fifth + (fifth < 10 ? 3 : -9)
  const day = ofYear - Math.floor((153 * fifth + 2) / 5) + 1
  return `${year + era * 400 + (month <= 2 ? 1 : 0)}-${twoDigits(month)}-${twoDigits(day)}`
}

/** The time of day of so many seconds since 1970: `10:00:00`. */
export function clockOf(seconds: number): string {
  const rest = seconds - Math.floor(seconds / 86_400) * 86_400
  return [rest / 3_600, (rest / 60) % 60, rest % 60].map(twoDigits).join(':')
}
