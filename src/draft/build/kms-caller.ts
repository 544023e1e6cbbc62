import { arnsOfKind } from '../../iam/arn-in-text'
import type { Denial } from '../../denial/denial'
import { kmsCallerOf } from '../../facts/calls/needs-of-call'
import { serviceOfAction } from '../../iam/action'
import { regionOfArn } from '../../iam/arn'
import { serviceOfOperation } from '../../iam/operations'
import { REGION_NAME } from '../../iam/regions-in-text'
import { onlyOne } from '../../text/only-one'
import { MOST_READ } from './inference'

/** The Region in which Secrets Manager asked for a key and was refused; a replica is made with a key of another one. */
export const regionOfSecret = (denial: Denial | null, text: string): string => {
  const read = text.slice(0, MOST_READ)
  if (denial === null || !read.includes('Access to KMS is not allowed') || /replica/i.test(read)) return ''
  const secrets = arnsOfKind(read, 'secret').map(regionOfArn)
  const keys = secrets.length > 0 ? secrets : arnsOfKind(read, 'keyOrAlias').map(regionOfArn)
  return onlyOne(keys.length > 0 ? keys : [...read.matchAll(LABELLED_REGION)].map(([, region = '']) => region)) ?? ''
}

/** How a setting says in which Region a client works. */
const LABELLED_REGION = new RegExp(
  String.raw`\bregion(?:_name)?["']?\s{0,3}[:=]\s{0,3}["']?(${REGION_NAME})(?!\d)`,
  'gi',
)

/** What SDKs say of an operation of KMS that they called themselves; what a service says of its own call has other words. */
const CALLS_KMS =
  /\bwhen calling the (?:CreateGrant|Decrypt|Encrypt|GenerateDataKey\w{0,30}|GenerateMac|ReEncrypt|Sign|Verify|VerifyMac) operation\b|\boperation error KMS: \w/

/** Did whoever was refused call KMS for it, and no service? */
export const isKmsCaller = (denial: Denial | null, text = ''): boolean =>
  typeof denial?.operation === 'string' &&
  serviceOfOperation(denial.operation) === 'kms' &&
  CALLS_KMS.test(text.slice(0, MOST_READ))

/** The service that calls KMS for the operation that the error names; null: none that is known. */
export const kmsCaller = ({ operation }: Denial): string | null =>
  operation === null ? null : kmsCallerOf(`${serviceOfOperation(operation) ?? ''}:${operation}`)

/** Was a key refused to who called another service, which asks KMS for it in the caller's name? */
export const isOfKeyBehindService = (denial: Denial, action: string): boolean =>
  serviceOfAction(action) === 'kms' && kmsCaller(denial) !== null
