import { isAccountId, splitArn } from '../../iam/arn'
import { isRegionName } from '../../iam/regions-in-text'

/** The one part in which two ARNs differ. */
export type Differing = 'partition' | 'service' | 'region' | 'account' | 'resource'

/** Two ARNs that are the same but for one part. */
export interface ArnDifference {
  readonly part: Differing
  readonly one: string
  readonly other: string
}

const PARTS: readonly (readonly [part: Differing, at: 1 | 2 | 3 | 4 | 5, isValue: (text: string) => boolean])[] = [
  ['partition', 1, (text) => /^aws[\w-]{0,12}$/.test(text)],
  ['service', 2, (text) => /^[a-z\d-]{2,40}$/.test(text)],
  ['region', 3, isRegionName],
  ['account', 4, isAccountId],
  ['resource', 5, (text) => text !== '' && !/[*?]/.test(text)],
]

/** The one part in which two ARNs differ, both written out; null where they are the same, or differ in several. */
export function arnDifference(one: string, other: string): ArnDifference | null {
  const [these, those] = [splitArn(one), splitArn(other)]
  if (these === null || those === null) return null
  const differing = PARTS.filter(([, at]) => these[at] !== those[at])
  const [first] = differing
  if (first === undefined || differing.length > 1) return null
  const [part, at, isValue] = first
  return isValue(these[at]) && isValue(those[at]) ? { part, one: these[at], other: those[at] } : null
}
