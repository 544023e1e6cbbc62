import { firstInPath } from '../iam/arn'
import type { Denial } from './denial'

/** How far behind the words of a tool the error of AWS begins that it passes on. */
const PASSED_ON = 200

/**
 * Does `whole` say who was denied what, and `part`, ahead of it, only what a tool makes of that error: the same thing, or one
 * in the same bucket, that could not be reached?
 */
export const passesOn = (part: Denial, whole: Denial): boolean =>
  part.situation !== undefined &&
  part.principal === null &&
  part.action === null &&
  part.decision === 'unknown' &&
  whole.principal !== null &&
  whole.action !== null &&
  whole.decision !== 'unknown' &&
  whole.span[0] >= part.span[1] &&
  whole.span[0] - part.span[1] < PASSED_ON &&
  part.inferred.resource !== undefined &&
  [part.inferred.resource, firstInPath(part.inferred.resource)].includes(whole.resource ?? '')
