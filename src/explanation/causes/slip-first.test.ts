import { expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { allow, policyText } from '../../testing/statements'

const ERROR = `An error occurred (InsufficientEncryptionPolicyException) when calling the CreateTrail operation: Insufficient permissions to access S3 bucket audit-trail or KMS key arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab.`
const ROOT = allow('kms:*', '*', { Principal: { AWS: 'arn:aws:iam::111122223333:root' } })
const TRAIL = { Principal: { Service: 'cloudtrail.amazonaws.com' } }

const first = (written: string) =>
  pastedCase(ERROR, { resource: policyText(ROOT, allow(written, '*', TRAIL)) }).answer.causes[0]?.code

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
it('a statement that writes no action at all in the place of the one that is asked for is told before what is usual', () => {
  expect(first('kms=GenerateDataKey*')).toBe('action-without-colon')
  expect(first('kms:DescribeKey')).toBe('key-of-trail')
})
