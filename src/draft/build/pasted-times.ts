import { monthNumber } from '../../text/month-number'
import { parseInstant } from '../../iam/instant'
import { oneValue, type PastedText, type PastedValue } from './pasted-value'
import type { TestedKey } from './tested-keys'

/** The time of the call, where a policy limits it. */
export const timeOfCall = ({ key }: TestedKey, { time }: PastedText): PastedValue | null =>
  time === null || key.toLowerCase() !== 'aws:currenttime'
    ? null
    : oneValue(key, /(?:Z|[+-]\d\d:\d\d)$/.test(time) ? time : `${time}Z`, time)

/** A time as access logs write it. */
const LOGGED = /\[(\d\d)\/([a-z]{3})\/(\d{4}):(\d\d:\d\d:\d\d) ([+-]\d\d)(\d\d)\]/i
const SIGNED_AT = /\bX-Amz-Date=(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/i

const loggedTime = (text: string): string | null => {
  const [, day, month = '', year, clock, hours, minutes] = LOGGED.exec(text) ?? []
  const number = monthNumber(month)
  return number === '00' ? null : `${year}-${number}-${day}T${clock}${hours}:${minutes}`
}

/** How old a signature was when the call came, in milliseconds: the time of a signed URL and that of the call. */
export function signatureAge({ key }: TestedKey, { text, time }: PastedText): PastedValue | null {
  const signed = key.toLowerCase() === 's3:signatureage' ? SIGNED_AT.exec(text) : null
  const called = signed === null ? null : (loggedTime(text) ?? time)
  if (signed === null || called === null) return null
  const [whole, year, month, day, hour, minute, second] = signed
  const from = parseInstant(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  const to = parseInstant(called)
  return from === null || to === null || to < from ? null : oneValue(key, String(to - from), `${whole}, ${called}`)
}
