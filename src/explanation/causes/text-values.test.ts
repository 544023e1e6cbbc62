import { describe, expect, it } from 'vitest'
import type { AccessCase } from '../../case/access-case'
import { evaluate } from '../../evaluation/evaluate'
import { textValues } from './text-values'

const valuesOf = (error: string, given: Partial<AccessCase> = {}) => {
  const accessCase: AccessCase = {
    version: 1,
    error,
    request: { principal: '', action: '', resource: '' },
    policies: {},
    ...given,
  }
  return textValues({ accessCase, evaluation: evaluate(accessCase), denial: null })
}

describe('what a text says of the parts of an ARN', () => {
  it('takes the id of a KMS key for no key of an object', () => {
    const arn = 'arn:aws:kms:eu-west-1:111122223333:key/1a2b'
    expect(valuesOf(`export to the bucket with KmsKeyArn=${arn}, key 1a2b`)).not.toHaveProperty('key', '1a2b')
  })

  it.each([
    ['Failed to verify. bucket name: acme-cur-hourly', { bucket: 'acme-cur-hourly' }],
    ['"accountId": "111122223333"', { account: '111122223333' }],
    ['topicArn: arn:aws:sns:eu-west-1:[redacted]:alerts', { topic: 'alerts' }],
    ['Error: creating CloudTrail Trail (audit): operation error CloudTrail', { trail: 'audit' }],
    ['Error: putting S3 Bucket (media-in) Notification: api error', { bucket: 'media-in' }],
    ['the vault of account 111122223333 is shared', { account: '111122223333' }],
    ['aws ecr get-login-password --region eu-west-1\nin us-east-1 it works', { region: 'eu-west-1' }],
    [
      'image 111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/api:1.2, function account: 444455556666',
      { repository: 'team/api', registry: '111122223333', account: '444455556666', region: 'eu-west-1' },
    ],
    ['log group /prod/search-slow does not grant', { logGroup: '/prod/search-slow' }],
    ['b-1.orders.ab1cde.c3.kafka.eu-west-1.amazonaws.com:9098', { clusterName: 'orders' }],
    ['TOPIC_ARN=arn:aws:sns:eu-west-1:111122223333:alerts', { topic: 'alerts' }],
    ['Access Denied for bucket: fleet-logs. Please check', { bucket: 'fleet-logs' }],
    ['environment: production', { environment: 'production' }],
    ['Action=Publish Topic=alerts failed', { topic: 'alerts' }],
    ['{ Bucket: "fleet-logs" } was refused', { bucket: 'fleet-logs' }],
    ['bucket: fleet-logs\nregion: eu-west-1', { bucket: 'fleet-logs' }],
    ["on:\n  push:\n    tags: ['v*']", { tag: 'v*' }],
    ['CI_COMMIT_TAG=v2.1.0', { tag: 'v*' }],
  ])('is read by its label: %j', (text, values) => {
    expect(valuesOf(text)).toMatchObject(values)
  })

  it.each([
    ['bucket: logs-a\nbucket: logs-b', 'bucket'],
    ['topicArn: arn:aws:sns:eu-west-1:[redacted]:al***', 'topic'],
    ['topicArn: arn:aws:sns:eu-west-1:[redacted]:alerts', 'account'],
    ['arn:aws:sns:eu-west-1:***:alerts or arn:aws:sns:eu-west-1:***:pages', 'topic'],
    ['in account 111122223333 and account 444455556666', 'account'],
    ['the image is of account 444455556666, deploying into 111122223333', 'account'],
    ['order 123456789012 was not found', 'account'],
    ['--region eu-west-1 failed, --region us-east-1 works', 'region'],
    ['Error: creating S3 Bucket (logs-***)', 'bucket'],
    ['the Bucket (private) is new', 'bucket'],
    ['account: production', 'account'],
    ['bucket: ${LOG_BUCKET}', 'bucket'],
    ['queue: null', 'queue'],
    ['queue: https://sqs.eu-west-1.amazonaws.com/111122223333/jobs', 'queue'],
    ['Error creating SNS topic: AuthorizationError: User is not authorized', 'topic'],
    ['error deleting table: AccessDeniedException', 'table'],
    ['failed to read secret: access denied', 'secret'],
    ['Could not describe cluster: Forbidden', 'cluster'],
    ['Error: creating bucket: operation error S3: CreateBucket', 'bucket'],
    ['(main): operation error CloudTrail: CreateTrail, StatusCode: 400', 'trail'],
  ])('is not guessed: %j', (text, name) => {
    expect(valuesOf(text)[name]).toBeUndefined()
  })
})

describe('where the text names no Region and no account', () => {
  const onQueues = (...arns: readonly string[]): Partial<AccessCase> => ({
    request: { principal: '', action: 'sqs:SendMessage', resource: '' },
    policies: {
      identity: [
        {
          name: 'app',
          document: JSON.stringify({ Statement: [{ Effect: 'Allow', Action: 'sqs:*', Resource: arns }] }),
        },
      ],
    },
  })

  it('those are meant that the policies name for the service', () => {
    const given = onQueues('arn:aws:sqs:eu-west-1:111122223333:jobs')
    expect(valuesOf('Access Denied', given)).toMatchObject({ region: 'eu-west-1', account: '111122223333' })
    expect(valuesOf('Access Denied in eu-north-1', given)).toMatchObject({ region: 'eu-north-1' })
  })

  it('none is where they name several, or another service', () => {
    const two = onQueues('arn:aws:sqs:eu-west-1:111122223333:jobs', 'arn:aws:sqs:us-east-1:444455556666:jobs')
    expect(valuesOf('Access Denied', two)).not.toHaveProperty('region')
    expect(valuesOf('Access Denied', two)).not.toHaveProperty('account')
    expect(valuesOf('Access Denied', onQueues('arn:aws:sns:eu-west-1:111122223333:jobs'))).not.toHaveProperty('account')
  })
})

describe('what the policies say of it', () => {
  const lets = (...ids: readonly string[]): Partial<AccessCase> => ({
    policies: {
      resource: {
        name: 'bucket policy',
        document: JSON.stringify({
          Version: '2012-10-17',
          Statement: ids.map((id) => ({
            Effect: 'Allow',
            Principal: { Service: 'cloudfront.amazonaws.com' },
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::site-a/*',
            Condition: { StringEquals: { 'aws:SourceArn': `arn:aws:cloudfront::111122223333:distribution/${id}` } },
          })),
        }),
      },
    },
  })

  it('is the distribution that the policy of a bucket lets in, where it is one', () => {
    expect(valuesOf('', lets('E1ABCDEFGHIJKL'))['distribution']).toBe('E1ABCDEFGHIJKL')
    expect(valuesOf('', lets('E1ABCDEFGHIJKL', 'E2ABCDEFGHIJKL'))['distribution']).toBeUndefined()
  })
})
