import { splitAction } from '../iam/action'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BUILT_REFERENCE } from '../../.ci/built-reference'
import { actionExists, actionOf, expandAction } from './action-name'
import { findKey, keysOf, matchKeyName } from './action-keys'
import { fillArnTemplate, matchArnType, typesMatching } from './arn-template'
import { didYouMean } from './did-you-mean'
import { globsIntersect } from './glob'
import { servicePage } from './pages'
import { NO_REFERENCE } from './reference'

const s3 = BUILT_REFERENCE.service('s3')!
const iam = BUILT_REFERENCE.service('iam')!
const action = (name: string) => actionOf(name, BUILT_REFERENCE)!

describe('actions', () => {
  it('splits at the first colon and ignores the case of the prefix', () => {
    expect(splitAction('S3:Get*')).toEqual({ service: 's3', name: 'Get*' })
    expect(splitAction('*')).toBeNull()
  })

  it('expands wildcards without regard to case', () => {
    expect(expandAction('getobjectversiont*', s3).map(({ name }) => name)).toEqual([
      'GetObjectVersionTagging',
      'GetObjectVersionTorrent',
    ])
    expect(expandAction('*AccessKey', iam).map(({ name }) => name)).toEqual([
      'CreateAccessKey',
      'DeleteAccessKey',
      'UpdateAccessKey',
    ])
    expect(expandAction('GetObjekt', s3)).toEqual([])
    expect(expandAction('*', s3)).toBe(s3.actions)
  })

  it('says that it does not know while a service is not loaded', () => {
    expect(actionExists('s3:GetObject', NO_REFERENCE)).toBeNull()
    expect(actionExists('s3:getobject', BUILT_REFERENCE)).toBe(true)
    expect(actionExists('s3:GetObjekt', BUILT_REFERENCE)).toBe(false)
    expect(actionExists('s4:GetObject', BUILT_REFERENCE)).toBe(false)
    expect(actionExists('GetObject', BUILT_REFERENCE)).toBe(false)
  })
})

describe('didYouMean', () => {
  const names = s3.actions.map(({ name }) => name)
  it('finds the name behind a slip, nearest first', () => {
    expect(didYouMean('GetObjekt', names)[0]).toBe('GetObject')
    expect(didYouMean('ListBuckets', names)).toContain('ListBucket')
    expect(didYouMean('lsit', ['list', 'lint'])).toEqual(['list'])
  })
  it('offers nothing for what resembles nothing', () => {
    expect(didYouMean('Zzyzzx', names)).toEqual([])
    expect(didYouMean('x'.repeat(100_000), names)).toEqual([])
  })
})

describe('ARN templates', () => {
  const fill = { partition: 'aws', region: 'eu-west-1', account: '111122223333' }
  it('fills in what the case knows', () => {
    expect(fillArnTemplate('arn:${Partition}:sqs:${Region}:${Account}:${QueueName}', fill)).toBe(
      'arn:aws:sqs:eu-west-1:111122223333:*',
    )
    expect(
      fillArnTemplate(
        'arn:${Partition}:sqs:${Region}:${Account}:${QueueName}',
        { ...fill, region: null },
        (name) => `<${name}>`,
      ),
    ).toBe('arn:aws:sqs:<Region>:111122223333:<QueueName>')
  })

  it('says which types an ARN can name', () => {
    const names = (arn: string, of: string) => typesMatching(action(of), arn).map(({ name }) => name)
    expect(names('arn:aws:s3:::demo', 's3:ListBucket')).toEqual(['bucket'])
    expect(names('arn:aws:s3:::demo', 's3:GetObject')).toEqual([])
    expect(names('arn:aws:s3:::demo/*', 's3:GetObject')).toContain('object')
    expect(names('arn:aws:s3:::demo/*', 's3:ListBucket')).toEqual([])
    expect(names('arn:aws:s3:::demo*', 's3:ListBucket')).toEqual(['bucket'])
    expect(names('arn:aws:iam::111122223333:role/app/x', 'iam:GetRole')).toEqual(['role'])
    expect(names('*', 's3:ListBucket')).toContain('bucket')
    expect(names('arn:aws:iam::111122223333:user/${aws:username}', 'iam:GetUser')).toEqual(['user'])
    expect(names('arn:aws:iam::111122223333:role/x', 'iam:GetUser')).toEqual([])
  })

  it('completes short ARNs as identity-based policies do', () => {
    const [queue] = BUILT_REFERENCE.service('sqs')!.resourceTypes
    expect(matchArnType('arn:aws:sqs', queue!)).toBe(true)
    expect(matchArnType('arn:aws:sns', queue!)).toBe(false)
  })
})

describe('condition keys', () => {
  it('matches documented templates and ignores case', () => {
    expect(matchKeyName({ name: 'aws:RequestTag/${TagKey}' }, 'AWS:requesttag/Team')).toBe(true)
    expect(matchKeyName({ name: 's3:ExistingObjectTag/<key>' }, 's3:ExistingObjectTag/team')).toBe(true)
    expect(matchKeyName({ name: 'ssm:resourceTag/tag-key' }, 'ssm:resourceTag/team')).toBe(true)
    expect(matchKeyName({ name: 's3:prefix' }, 's3:prefixes')).toBe(false)
    expect(matchKeyName({ name: 'aws:RequestTag/${TagKey}' }, 'aws:TagKeys')).toBe(false)
  })

  it('knows the keys of an action from its row and its resource types', () => {
    const names = keysOf(action('s3:ListBucket')).map(({ name }) => name)
    expect(names).toContain('s3:prefix')
    expect(names).not.toContain('s3:x-amz-acl')
    expect(new Set(names).size).toBe(names.length)
    expect(findKey(s3, 'S3:Prefix')?.type).toBe('string')
    expect(findKey(s3, 's3:prefixx')).toBeNull()
  })
})

describe('globsIntersect', () => {
  const glob = fc.string({ unit: fc.constantFrom('a', 'b', ':', '*', '?'), maxLength: 8 })
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ':'), maxLength: 8 })
  const matches = (pattern: string, value: string): boolean => {
    if (pattern === '') return value === ''
    if (pattern[0] === '*')
      return matches(pattern.slice(1), value) || (value !== '' && matches(pattern, value.slice(1)))
    return value !== '' && (pattern[0] === '?' || pattern[0] === value[0]) && matches(pattern.slice(1), value.slice(1))
  }

  it('is a match where one side is plain text', () => {
    fc.assert(
      fc.property(glob, text, (pattern, value) => globsIntersect(pattern, value) === matches(pattern, value)),
      { numRuns: 500 },
    )
  })

  it('passes over what changes nothing, so that a long text takes no longer for a longer pattern', () => {
    const long = `arn:aws:s3:::b/${'${'.repeat(60_000)}`
    expect(globsIntersect(long, 'arn:*:s3:::*/*')).toBe(true)
    expect(globsIntersect(long, `arn:*:s3:::*/${'?*'.repeat(20)}x`)).toBe(false)
    expect(globsIntersect(`*${'${'.repeat(60_000)}*`, `*${'{$'.repeat(20)}`)).toBe(true)
  })

  it('is symmetric, and true where a common text exists', () => {
    fc.assert(
      fc.property(glob, glob, text, (one, other, value) => {
        const meet = globsIntersect(one, other)
        return meet === globsIntersect(other, one) && (!(matches(one, value) && matches(other, value)) || meet)
      }),
      { numRuns: 500 },
    )
  })
})

it('links the Service Authorization Reference', () => {
  expect(servicePage('AWS Identity and Access Management (IAM)')).toBe(
    'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html',
  )
})
