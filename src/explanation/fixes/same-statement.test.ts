import { describe, expect, it } from 'vitest'
import { isCopyOf, isSaidBy, isTestedMore } from './same-statement'

const ARN = 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders'

const QUERY = { Effect: 'Allow', Action: 'dynamodb:Query', Resource: ARN }

describe('a statement is said by another one', () => {
  it.each([
    ['the same', QUERY, QUERY],
    [
      'with its blank filled in',
      { ...QUERY, Resource: `${ARN}/index/<index>` },
      { ...QUERY, Resource: `${ARN}/index/*` },
    ],
    ['among more actions', QUERY, { ...QUERY, Action: ['dynamodb:Scan', 'dynamodb:Query'] }],
    ['in a wider pattern', QUERY, { ...QUERY, Resource: `${ARN}*` }],
  ])('%s', (_what, made, there) => {
    expect(isSaidBy(made, there)).toBe(true)
  })

  it.each([
    ['for another action', QUERY, { ...QUERY, Action: 'dynamodb:Scan' }],
    ['on another resource', QUERY, { ...QUERY, Resource: `${ARN}-old` }],
    ['as a Deny', QUERY, { ...QUERY, Effect: 'Deny' }],
    ['under a test that it has not', QUERY, { ...QUERY, Condition: { Bool: { 'aws:SecureTransport': 'true' } } }],
    ['without a test that it has', { ...QUERY, Condition: { Bool: { 'aws:SecureTransport': 'true' } } }, QUERY],
    [
      'where it leaves open what the other has',
      { ...QUERY, Resource: `${ARN}/index/by-day` },
      { ...QUERY, Resource: `${ARN}/index/<index>` },
    ],
  ])('not %s', (_what, made, there) => {
    expect(isSaidBy(made, there)).toBe(false)
  })

  it('only to whom both name', () => {
    const to = (AWS: string) => ({ Effect: 'Allow', Principal: { AWS }, Action: 'sqs:SendMessage', Resource: '*' })
    const role = 'arn:aws:iam::111122223333:role/app'
    expect(isSaidBy(to('arn:aws:iam::111122223333:role/<role>'), to(role))).toBe(true)
    expect(isSaidBy(to('arn:aws:iam::444455556666:role/<role>'), to(role))).toBe(false)
  })
})

describe('a statement that is there already', () => {
  const trusting = (principal: object) => ({ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' })
  const service = trusting({ Service: 's3.amazonaws.com' })

  it('is no repair, be it under a test or under none', () => {
    expect(isCopyOf(service, service)).toBe(true)
    const tested = { ...service, Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } } }
    expect(isCopyOf(tested, tested)).toBe(true)
  })

  it('is another one for another caller, another action, or whom nobody names', () => {
    expect(isCopyOf(trusting({ Service: 'sns.amazonaws.com' }), service)).toBe(false)
    expect(isCopyOf({ ...service, Action: 'sts:TagSession' }, service)).toBe(false)
    const role = trusting({ AWS: 'arn:aws:iam::111122223333:role/app' })
    expect(isCopyOf(trusting({ AWS: '<ARN of the caller>' }), role)).toBe(false)
    expect(isCopyOf(QUERY, QUERY)).toBe(false)
  })
})

it('knows a statement whose tests keep shut what one with fewer of them would open', () => {
  const ofService = { StringEquals: { 'ec2:AuthorizedService': 'codebuild.amazonaws.com' } }
  const guarded = {
    StringEquals: { 'ec2:Subnet': 'subnet-0a1b2c3d', 'EC2:AuthorizedService': 'codebuild.amazonaws.com' },
  }
  expect(isTestedMore(ofService, { Condition: guarded })).toBe(true)
  expect(isTestedMore(guarded, { Condition: ofService })).toBe(false)
  expect(isTestedMore(ofService, {})).toBe(false)
  // Another value of the same key is another test.
  expect(
    isTestedMore({ StringEquals: { 'ec2:AuthorizedService': 'glue.amazonaws.com' } }, { Condition: guarded }),
  ).toBe(false)
  expect(isTestedMore(ofService, { Condition: ofService })).toBe(false)
  expect(isTestedMore(undefined, { Condition: guarded })).toBe(false)
})
