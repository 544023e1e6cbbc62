import { parseInstant } from '../iam/instant'

/** A denial of which AWS keeps a record of its own, under an id that its message gives. */
export interface DenialRecord {
  readonly id: string
  readonly action: string | null
  /** When it happened, as ISO 8601; null where the log does not say. */
  readonly time: string | null
  /** Where it happened, and where AWS has to be asked. */
  readonly region: string | null
}

/** AWS keeps a record for at least so many milliseconds: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied-authorization-id.html */
const KEPT = 24 * 3_600_000

/** More are not held. */
export const MOST_RECORDS = 500

/** When it was, in milliseconds; null where the log does not say, or not in a form that tells. */
const atOf = ({ time }: DenialRecord): number | null => (time === null ? null : parseInstant(time))

/** The records that AWS still keeps for certain at a time in milliseconds, and those of no time, the newest first; each id once. */
export function keptRecords(records: readonly DenialRecord[], now: number): readonly DenialRecord[] {
  const byId = new Map(records.map((record) => [record.id, record]))
  return [...byId.values()]
    .filter((record) => (atOf(record) ?? now) > now - KEPT)
    .toSorted((one, other) => (atOf(other) ?? 0) - (atOf(one) ?? 0))
}
