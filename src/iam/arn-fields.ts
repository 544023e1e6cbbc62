import { splitArn } from './arn'
import { hasWildcard, matchWildcard } from './wildcard'

const FIELDS = { partition: 1, region: 3, account: 4 } as const

/** A field of an ARN that a pattern can have wrong. */
export type ArnField = keyof typeof FIELDS

/** The fields, as an evaluation names them in its reasons. */
const ARN_FIELDS = Object.keys(FIELDS) as readonly ArnField[]

/** Does a pattern cover a resource but for this one field? */
export const isRightButFor = (field: ArnField, pattern: string, resource: string): boolean => {
  const written = splitArn(pattern)
  const asked = splitArn(resource)
  if (written === null || asked === null) return false
  return written.every((part, index) => index === FIELDS[field] || matchWildcard(part, asked[index] ?? ''))
}

/** Does a resource lie below another one that is written without a wildcard? */
export const liesBelow = (written: string, resource: string): boolean =>
  !hasWildcard(written) && [`${written}/`, `${written}:`].some((start) => resource.startsWith(start))

/** Does a pattern cover a resource but for one field? */
export const isRightButForOne = (pattern: string, resource: string): boolean =>
  ARN_FIELDS.some((field) => isRightButFor(field, pattern, resource))
