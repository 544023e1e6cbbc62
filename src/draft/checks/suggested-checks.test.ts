import { describe, expect, it, test } from 'vitest'
import { EMPTY_DRAFT, type Draft } from '../draft'
import { isWholeCheck } from './further-check'
import { checkFor, contextOfCheck, namedResources, suggestedChecks } from './suggested-checks'

const GET = {
  principal: 'arn:aws:iam::111122223333:user/alice',
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::bucket/a.txt',
  context: { 'aws:RequestedRegion': 'eu-west-1' },
}
const RUN = {
  principal: 'arn:aws:iam::111122223333:user/alice',
  action: 'ec2:RunInstances',
  resource: 'arn:aws:ec2:us-east-1:111122223333:instance/*',
}
const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234'

describe('suggestedChecks', () => {
  it('offers the key of an encrypted object, and leaves which key it is to the user', () => {
    expect(suggestedChecks(GET, [])).toEqual([
      {
        check: {
          action: 'kms:Decrypt',
          resource: 'arn:aws:kms:eu-west-1:111122223333:key/',
          context: {
            'aws:ViaAWSService': { state: 'known', values: ['true'] },
            'kms:ViaService': { state: 'known', values: ['s3.eu-west-1.amazonaws.com'] },
            'aws:RequestedRegion': { state: 'known', values: ['eu-west-1'] },
          },
          policy: { state: 'notGiven', policies: [] },
        },
        when: 'object-encrypted',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html',
      },
    ])
    expect(suggestedChecks({ ...GET, context: {} }, [])[0]?.check.resource).toBe('')
  })

  it('offers every resource of a launch but the one that was asked', () => {
    const offered = suggestedChecks(RUN, [])
    expect(offered.map(({ check }) => `${check.action} ${check.resource}`)).toEqual([
      'ec2:RunInstances arn:aws:ec2:us-east-1::image/',
      'ec2:RunInstances arn:aws:ec2:us-east-1:111122223333:subnet/',
      'ec2:RunInstances arn:aws:ec2:us-east-1:111122223333:security-group/',
      'ec2:RunInstances arn:aws:ec2:us-east-1:111122223333:network-interface/*',
      'ec2:RunInstances arn:aws:ec2:us-east-1:111122223333:volume/*',
      'ec2:RunInstances arn:aws:ec2:us-east-1:111122223333:key-pair/',
      'ec2:RunInstances arn:aws:ec2:us-east-1:111122223333:launch-template/',
      'ec2:RunInstances arn:aws:ec2:us-east-1:111122223333:placement-group/',
      'iam:PassRole arn:aws:iam::111122223333:role/',
      'kms:CreateGrant arn:aws:kms:us-east-1:111122223333:key/',
      'kms:Decrypt arn:aws:kms:us-east-1:111122223333:key/',
      'kms:DescribeKey arn:aws:kms:us-east-1:111122223333:key/',
      'kms:GenerateDataKeyWithoutPlaintext arn:aws:kms:us-east-1:111122223333:key/',
    ])
    expect(offered[0]?.check.policy).toEqual({ state: 'none', policies: [] })
    expect(offered.find(({ check }) => check.action === 'iam:PassRole')?.check.context).toEqual({
      'iam:PassedToService': { state: 'known', values: ['ec2.amazonaws.com'] },
    })
  })

  it('offers what AWS lists besides, and nothing twice', () => {
    const listed = ['kms:Decrypt', 's3-object-lambda:GetObject']
    expect(suggestedChecks(GET, [], listed).map(({ check, when }) => [check.action, when])).toEqual([
      ['kms:Decrypt', 'object-encrypted'],
      ['s3-object-lambda:GetObject', 'listed-by-aws'],
    ])
    expect(suggestedChecks(GET, [checkFor(GET, 'kms:Decrypt', KEY)])).toEqual([])
  })

  it('offers a second permission on the key that another check is on, with its policy', () => {
    const put = { ...GET, action: 's3:PutObject', context: {} }
    const policy = { state: 'given' as const, policies: [{ name: 'key policy', text: '{}' }] }
    const first = { ...checkFor(put, 'kms:GenerateDataKey', KEY), policy }
    expect(suggestedChecks(put, [first]).map(({ check }) => check)).toContainEqual({ ...first, action: 'kms:Decrypt' })
  })

  it('offers nothing for an action of which nothing is known', () => {
    expect(suggestedChecks({ ...GET, action: 'sqs:DeleteQueue' }, [])).toEqual([])
  })
})

describe('a further check', () => {
  it('on the object of the request meets the same bucket policy, and the same account', () => {
    const request = { ...GET, action: 's3:PutObject', resourceAccount: '444455556666' }
    const acl = checkFor(request, 's3:PutObjectAcl', request.resource)
    expect(acl).toEqual({
      action: 's3:PutObjectAcl',
      resource: request.resource,
      resourceAccount: '444455556666',
      context: {},
    })
    expect(checkFor(request, 's3:GetObject', 'arn:aws:s3:::other/b').policy).toEqual({
      state: 'notGiven',
      policies: [],
    })
  })

  it('of a role that is handed to a service that nobody knows leaves the service unknown', () => {
    expect(contextOfCheck({ action: 'books:LendBook' }, 'iam:PassRole', '')).toEqual({
      'iam:PassedToService': { state: 'unknown' },
    })
    expect(contextOfCheck({ action: 'ecs:RunTask' }, 'iam:PassRole', '')).toEqual({
      'iam:PassedToService': { state: 'known', values: ['ecs-tasks.amazonaws.com'] },
    })
  })

  it('of a direct call to KMS has no calling service', () => {
    expect(contextOfCheck({ action: 'kms:ReEncryptFrom' }, 'kms:ReEncryptTo', KEY)).toEqual({})
  })

  it('is whole once its resource names one', () => {
    expect(isWholeCheck({ action: 'kms:Decrypt', resource: KEY })).toBe(true)
    expect(isWholeCheck({ action: 'kms:Decrypt', resource: 'arn:aws:kms:eu-west-1:111122223333:key/' })).toBe(false)
    expect(isWholeCheck({ action: 'kms:', resource: KEY })).toBe(false)
    expect(isWholeCheck({ action: '', resource: '' })).toBe(false)
  })
})

test('keys and roles that the texts name are found', () => {
  const draft: Draft = {
    ...EMPTY_DRAFT,
    paste: `Access denied, see ${KEY}.`,
    layers: {
      ...EMPTY_DRAFT.layers,
      identity: { state: 'given', policies: [{ name: 'p', text: `"${KEY}", "arn:aws:iam::111122223333:role/a/b"` }] },
    },
  }
  expect(namedResources(draft, 'kms:Decrypt')).toEqual([KEY])
  expect(namedResources(draft, 'iam:PassRole')).toEqual(['arn:aws:iam::111122223333:role/a/b'])
  expect(namedResources(draft, 's3:GetObject')).toEqual([])
})
