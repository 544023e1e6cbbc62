import { describe, expect, it } from 'vitest'
import { isForwardedCall } from './forwarded-calls'

const USER = 'arn:aws:iam::111122223333:user/dana'
const FAILED = 'CREATE_FAILED AWS::SQS::Queue Jobs'

describe('a call that a service makes for the caller', () => {
  it('is one of Athena on its data and its results', () => {
    const text = 'Access denied when writing output to url: s3://results-9/1.csv'
    expect(isForwardedCall(text, 's3:PutObject', null)).toBe(true)
    expect(isForwardedCall('Permission denied on S3 path: s3://sales-9/y=1', 's3:ListBucket', USER)).toBe(true)
    expect(isForwardedCall(text, 'athena:StartQueryExecution', null)).toBe(false)
    expect(isForwardedCall('aws s3 cp a s3://results-9/1.csv', 's3:PutObject', USER)).toBe(false)
  })

  it('is one of CloudFormation for whoever deploys, and none where the stack has a role of its own', () => {
    expect(isForwardedCall(FAILED, 'sqs:CreateQueue', USER)).toBe(true)
    expect(isForwardedCall(FAILED, 'cloudformation:CreateStack', USER)).toBe(false)
    const role = 'arn:aws:sts::111122223333:assumed-role/stack/AWSCloudFormation'
    const ofFunction = 'arn:aws:sts::111122223333:assumed-role/sync/awslambda_744_20260101101010101'
    expect(isForwardedCall(FAILED, 'ec2:CreateNetworkInterface', ofFunction)).toBe(false)
    expect(isForwardedCall(FAILED, 'sqs:CreateQueue', role)).toBe(false)
    // Who was refused, nothing says: it can be a role that was handed over.
    expect(isForwardedCall(FAILED, 'ec2:CreateNetworkInterface', null)).toBe(false)
  })
})
