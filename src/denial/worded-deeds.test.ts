import { describe, expect, it } from 'vitest'
import { parseDenials } from './parse-denials'
import { wordedDeeds } from './worded-deeds'

const actionOf = (text: string) => parseDenials(text)[0]?.inferred.action

const DENIED = 'AccessDenied: Access Denied\n\tstatus code: 403, request id: 1A2B'
const NOT_AUTHORIZED = 'UnauthorizedOperation: You are not authorized to perform this operation.'

describe('what a log says that a program could not do', () => {
  it.each([
    ['error writing object traces/a.parquet', 's3:PutObject'],
    ['unable to list objects in bucket', 's3:ListBucket'],
    ['Failed getting S3 object', 's3:GetObject'],
    ['failed to list hosted zones', 'route53:ListHostedZones'],
    ['could not get secret data from provider', 'secretsmanager:GetSecretValue'],
    ['failed to receive messages from queue jobs', 'sqs:ReceiveMessage'],
    ['failed to describe target health', 'elasticloadbalancing:DescribeTargetHealth'],
    ['Unable to put metric data', 'cloudwatch:PutMetricData'],
    ['Failed to create log stream app-1', 'logs:CreateLogStream'],
  ])('is the call that was denied: %s', (words, action) => {
    expect(actionOf(`level=error msg="${words}" err="${DENIED}"`)).toBe(action)
  })

  it.each([
    ['error getting volume info', 'ec2:DescribeVolumes'],
    ['Failed to get snapshot info', 'ec2:DescribeSnapshots'],
    ['could not tag volume vol-0aaaabbbb', 'ec2:CreateTags'],
    ['failed to launch instance', 'ec2:RunInstances'],
  ])('is one of EC2 beside its own code: %s', (words, action) => {
    expect(actionOf(`${words}: ${NOT_AUTHORIZED}`)).toBe(action)
  })

  it('is none of EC2 beside another code, and of no other service beside that of EC2', () => {
    expect(actionOf(`failed to get snapshot info: ${DENIED}`)).toBeUndefined()
    expect(actionOf(`failed to list objects: ${NOT_AUTHORIZED}`)).toBeUndefined()
  })

  it('gives way to the operation that the error names', () => {
    const named = 'An error occurred (AccessDenied) when calling the CopyObject operation: Access Denied'
    expect(actionOf(`failed to list objects: ${named}`)).not.toBe('s3:ListBucket')
  })

  it('is about the thing of its verb, and not about where that is', () => {
    expect(wordedDeeds('failed to get credentials for bucket maps')).toEqual([])
    expect(wordedDeeds('failed to put an entry into the object store')).toEqual([])
  })

  it('is no denial without a refusal', () => {
    expect(parseDenials('error getting volume info: context deadline exceeded')).toHaveLength(1)
    expect(parseDenials('error getting volume info: context deadline exceeded')[0]?.kind).toBe('not-authorization')
  })

  it('is of a service that the text names where its things are called as others are', () => {
    expect(wordedDeeds('orders-db: failed to put item')).toEqual([])
    expect(wordedDeeds('dynamodb orders: failed to put item')[0]?.action).toBe('dynamodb:PutItem')
  })
})
