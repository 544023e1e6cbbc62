import { own } from '../text/own'
import { DECLARED_KINDS, TERRAFORM_ARN } from './declared-kinds'

const OF_TERRAFORM = Object.fromEntries(DECLARED_KINDS.map(({ terraform, arn }) => [terraform, arn]))
const OF_ATTRIBUTE = Object.fromEntries(
  DECLARED_KINDS.flatMap(({ attributes, arn }) => attributes.map((name) => [name, arn])),
)

const TERRAFORM = new RegExp(`^${TERRAFORM_ARN}$`)
/** What holds values that somebody hands in, whose names tell nothing for certain. */
const HANDED_IN =
  /^\$\{(?:.{1,120}\.)?(?:args|config|each|env|event|input|inputs|local|options|params|props|settings|value|var)\.\w{1,40}\}$/
const ATTRIBUTE = /^\$\{[\w.[\]-]{1,160}\.(\w{1,40})\}$/

/**
 * What the value of a reference looks like, an ARN of the partition: `${aws_s3_bucket.logs.arn}` is that of a bucket, and of
 * no object in it. Null where the reference does not tell it.
 */
export function formOfReference(reference: string, partition: string): string | null {
  if (HANDED_IN.test(reference)) return null
  const type = TERRAFORM.exec(reference)?.[1]
  const form = type === undefined ? own(OF_ATTRIBUTE, ATTRIBUTE.exec(reference)?.[1] ?? '') : own(OF_TERRAFORM, type)
  return form === undefined ? null : `arn:${partition}:${form}`
}
