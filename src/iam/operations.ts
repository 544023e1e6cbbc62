import AWS_OPERATIONS from './aws-operations.json'
import {
  NO_ACTION,
  OPERATION_ACTIONS,
  OPERATION_FAMILIES,
  SERVICE_OF_OPERATION,
  SERVICE_OF_WORD,
} from './operation-actions'
import { SERVICE_PREFIXES } from './service-names'
import { capital } from '../text/letter-case'

/** The entry of a table that has it itself: names from outside may be those of properties that every object has. */
const ownEntry = <T>(table: Readonly<Record<string, T>> | undefined, name: string): T | undefined =>
  table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined

/** The IAM prefix of a CloudTrail event source such as `monitoring.amazonaws.com`. */
export function prefixOfEventSource(eventSource: string): string {
  const name = eventSource.toLowerCase().replace(/\.amazonaws\.com(?:\.cn)?$/, '')
  return ownEntry(SERVICE_PREFIXES, name) ?? (name.endsWith('.sagemaker') ? 'sagemaker' : name)
}

/** The IAM prefix of a service as SDKs and error texts name it: `Amazon S3`, `AWSKMS`, `Route 53`, `AmazonDataCatalog`. */
export function prefixOfServiceName(name: string): string {
  const plain = name.trim().toLowerCase()
  const short = plain.replace(/^(?:amazon|aws)(?:[ _-]|(?=[a-z0-9]))/, '').replace(/[ _]+/g, '')
  return (
    ownEntry(SERVICE_PREFIXES, plain) ??
    ownEntry(SERVICE_PREFIXES, short) ??
    ownEntry(SERVICE_PREFIXES, short.replaceAll('-', '')) ??
    (short || plain)
  )
}

/** The service of an operation whose name only one service has, as far as the table knows. */
export function serviceOfOperation(operation: string): string | null {
  return (
    ownEntry(SERVICE_OF_OPERATION, operation) ?? SERVICE_OF_WORD.find(([word]) => word.test(operation))?.[1] ?? null
  )
}

/** What AWS's own reference says of operations, where it was read: by service, then by operation. */
const REFRESHED: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = AWS_OPERATIONS.operations

/** Names of Lambda and CloudFront operations carry the date of their API version: `CreateFunction20150331`. */
export function withoutVersion(operation: string): string {
  return operation.replace(/(?:_?\d{4}_\d{2}_\d{2}|\d{8}(?:v\d{1,2})?)$/, '')
}

/**
 * The IAM actions that an API operation needs, the one that its denial would name first; empty where IAM has none for it.
 * `prefix` is the IAM prefix of the service.
 */
export function actionsOfOperation(prefix: string, operation: string): readonly string[] {
  const upper = capital(operation)
  const name = withoutVersion(upper)
  if (ownEntry(NO_ACTION, prefix)?.includes(name)) return []
  const listed = ownEntry(ownEntry(REFRESHED, prefix), name) ?? ownEntry(ownEntry(OPERATION_ACTIONS, prefix), name)
  const family = OPERATION_FAMILIES.find((row) => row.prefix === prefix && row.begins.test(name))
  const actions = listed ?? [family?.action ?? name]
  return actions.map((action) => (action.includes(':') ? action : `${prefix}:${action}`))
}

/** The action of an operation of S3 that is written as if it were one: AWS has no `s3:HeadBucket`. */
export function actionOfWritten(written: string): string | null {
  const name = /^s3:(?<name>\w{1,60})$/i.exec(written)?.groups?.['name'] ?? ''
  const actions = ownEntry(OPERATION_ACTIONS['s3'], name) ?? []
  const [action] = actions
  return action === undefined || actions.includes(name) ? null : `s3:${action}`
}

/** Is it an action that the operation of a service needs? Tools spell operations in their own case. */
export const isOfOperation = (action: string, prefix: string, operation: string): boolean =>
  actionsOfOperation(prefix, operation).some((one) => one.toLowerCase() === action.toLowerCase())
