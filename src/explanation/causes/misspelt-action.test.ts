import { expect, it } from 'vitest'
import { BUILT_REFERENCE } from '../../../.ci/built-reference'
import { referencePart } from '../../reference/reference-part'
import { plainText } from '../../text/phrase'
import { explain } from '../explain'
import { explainFixes } from '../fixes/explain-fixes'
import { pastedCase } from '../../testing/pasted-case'
import { allow, policyText } from '../../testing/statements'

const QUEUE = 'arn:aws:sqs:eu-west-2:111122223333:thumbnails'
const ERROR = `api error InvalidParameterValueException: The function execution role does not have permissions to call ReceiveMessage on SQS\n\nqueue ${QUEUE}`
const BY_BUCKETS = policyText(allow('sqs:SendMessage', QUEUE, { Principal: { Service: 's3.amazonaws.com' } }))

const told = (action: string, resource?: string) => {
  const given = { identity: policyText(allow(action, QUEUE)), ...(resource && { resource }) }
  const judged = { ...pastedCase(ERROR, given).judged, services: referencePart(BUILT_REFERENCE, ['sqs']) }
  const { answer } = explain(judged)
  const [fix] = explainFixes(judged)
  return {
    layer: answer.layer,
    fact: plainText(answer.fact?.sentence ?? []),
    codes: fix?.codes,
    actions: fix?.changes[0]?.after.match(/"sqs:\w+"/g),
  }
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
it('an action that is written with a slip is named, and is spelled as AWS spells it', () => {
  const { fact, codes, actions } = told('sqs:ReciveMessage')
  expect(fact).toContain('sqs:ReciveMessage, which isn’t an AWS action')
  expect(codes).toEqual(['correct-action'])
  expect(actions).toEqual(['"sqs:ReceiveMessage"'])
})

it('an action that AWS has is no slip, however near its name is', () => {
  expect(told('sqs:DeleteMessage').codes).not.toContain('correct-action')
  expect(told('sqs:DeleteMessage').fact).not.toContain('isn’t an AWS action')
})

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
it('what the caller’s own policies lack comes before a policy of the resource that is for services alone', () => {
  expect(told('sqs:DeleteMessage', BY_BUCKETS).layer).toBe('identity')
})

const FIREHOSE = `{"destination":"arn:aws:s3:::clicks","message":"Access was denied. Ensure that the trust policy for the provided IAM role allows Firehose to assume the role, and the access policy allows access to the S3 bucket.","errorCode":"S3.AccessDenied"}\nThe bucket has default encryption aws:kms`
const WRITES = allow(['s3:PutObject', 's3:AbortMultipartUpload'], ['arn:aws:s3:::clicks', 'arn:aws:s3:::clicks/*'])
const DENY = {
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:PutObject',
  Resource: 'arn:aws:s3:::clicks/*',
  Condition: { StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' } },
}

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
it('what a policy names for a key of its own is less likely to be missing than what a Deny here can do', () => {
  const first = (...more: readonly object[]) =>
    pastedCase(FIREHOSE, { identity: policyText(WRITES, ...more), resource: policyText(DENY) }).answer.causes[0]?.code
  const key = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'
  expect(first(allow(['kms:GenerateDataKey', 'kms:Decrypt'], key))).toBe('deny-open')
  expect(first()).not.toBe('deny-open')
})

const SECRET = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:till/card-AbCdEf'
const READ = `An error occurred (AccessDeniedException) when calling the GetSecretValue operation: Access to KMS is not allowed\n\nthe secret is in 111122223333 (customer managed key), the reader is role/till in 444455556666`
const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'
const byTests = (tests: Readonly<Record<string, string>>) =>
  policyText(allow('kms:Decrypt', '*', { Principal: { AWS: '*' }, Condition: { StringEquals: tests } }))

// https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
it('a test of the service that was called is met, so that another test of the statement is told', () => {
  const identity = policyText(allow('secretsmanager:GetSecretValue', SECRET), allow('kms:Decrypt', KEY))
  const first = (service: string) =>
    pastedCase(READ, {
      identity,
      resource: byTests({
        'kms:CallerAccount': '111122223333',
        'kms:ViaService': `${service}.eu-west-1.amazonaws.com`,
      }),
    }).answer.causes.map(({ code }) => code)
  expect(first('secretsmanager')).not.toContain('service-that-uses-the-key')
  expect(first('ssm')).toContain('service-that-uses-the-key')
})
