/** The members of an object that tell what it is, or that an event is read from. The place in the list is the slot. */
export const RECORD_KEYS = [
  'eventName',
  'eventSource',
  'eventTime',
  'userIdentity',
  'eventType',
  'readOnly',
  'eventCategory',
  'managementEvent',
  'eventVersion',
  'awsRegion',
  'sourceIPAddress',
  'vpcEndpointId',
  'userAgent',
  'tlsDetails',
  'recipientAccountId',
  'errorCode',
  'errorMessage',
  'resources',
  'requestParameters',
  'eventContext',
  'eventID',
  // Lists of records, which are gone into rather than read whole.
  'Records',
  'Events',
  'events',
  'logEvents',
  // What other formats have in place of an event.
  'CloudTrailEvent',
  'detail',
  'message',
  'eventname',
  'class_uid',
  'QueryResultRows',
  'results',
] as const

/** The name of a member that is looked out for. */
export type RecordKey = (typeof RECORD_KEYS)[number]

/** The slot of a member. */
export const slotOf = (key: RecordKey): number => RECORD_KEYS.indexOf(key)

/** Lists of records. */
export const isListSlot = (slot: number): boolean => slot >= slotOf('Records') && slot <= slotOf('logEvents')

const LONGEST_KEY = Math.max(...RECORD_KEYS.map((key) => key.length))

/** The keys by their length, each with its characters and its slot. */
const BY_LENGTH: readonly (readonly { readonly codes: Uint8Array; readonly slot: number }[])[] = Array.from(
  { length: LONGEST_KEY + 1 },
  (_, length) =>
    RECORD_KEYS.map((key, slot) => ({ codes: Uint8Array.from(key, (char) => char.charCodeAt(0)), slot })).filter(
      ({ codes }) => codes.length === length,
    ),
)

function isSame(codes: Uint8Array, bytes: Uint8Array, start: number): boolean {
  for (let i = 0; i < codes.length; i++) if (codes[i] !== bytes[start + i]) return false
  return true
}

/** The slot of the key that stands between two places; -1 for any other. */
export function slotAt(bytes: Uint8Array, start: number, end: number): number {
  const candidates = BY_LENGTH[end - start]
  if (candidates === undefined) return -1
  for (const { codes, slot } of candidates) if (isSame(codes, bytes, start)) return slot
  return -1
}
