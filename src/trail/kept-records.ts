import type { DenialRecord } from './denial-record'

/** AWS keeps a record for at least so many milliseconds: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied-authorization-id.html */
export const RECORD_KEPT = 24 * 3_600_000

/** When it was, where the log says it in the form of ISO 8601, which sorts as it stands; else the empty string. */
const timeOf = ({ time }: DenialRecord): string => (time !== null && /^\d{4}-\d\d-\d\dT/.test(time) ? time : '')

/** The records since a time in ISO 8601, and those of no time, the newest first; each id once. */
export function keptRecords(records: readonly DenialRecord[], since: string): readonly DenialRecord[] {
  const byId = new Map(records.map((record) => [record.id, record]))
  return [...byId.values()]
    .filter((record) => timeOf(record) === '' || timeOf(record) > since)
    .toSorted((one, other) => (timeOf(one) < timeOf(other) ? 1 : -1))
}
