/** A denial of which AWS keeps a record of its own, under an id that its message gives. */
export interface DenialRecord {
  readonly id: string
  readonly action: string | null
  /** When it happened, as ISO 8601; null where the log does not say. */
  readonly time: string | null
  /** Where it happened, and where AWS has to be asked. */
  readonly region: string | null
}

/** More are not held. */
export const MOST_RECORDS = 500
