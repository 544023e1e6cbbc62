import { describe, expect, it } from 'vitest'
import { BUILT_REFERENCE } from '../../../.ci/built-reference'
import { readEvent } from '../trail-event'
import { buildStatements, type PolicyChoice } from './build-policy'
import { conditionHints } from './condition-hints'
import { allowDocumentText, POLICY_QUOTAS, splitPolicy, type AllowStatement } from './policy-quota'
import { asksIdentity, provePolicy, requestOfCall } from './prove-policy'
import { dataServiceOf, unseenCalls } from './unseen-calls'
import { grantedActions } from './unused-grants'
import { CallSums, callsOfEvent, type UsedCall } from './used-call'
import { widenResources } from './widen-resource'

const ROLE = 'arn:aws:iam::111122223333:role/app/orders'
const EXACT: PolicyChoice = { withDenied: true, reach: new Map(), keys: [] }
const index = BUILT_REFERENCE.actions!

const record = (eventSource: string, eventName: string, more: object = {}) => ({
  eventVersion: '1.11',
  userIdentity: {
    type: 'AssumedRole',
    arn: 'arn:aws:sts::111122223333:assumed-role/orders/i-0',
    accountId: '111122223333',
    sessionContext: { sessionIssuer: { type: 'Role', arn: ROLE } },
  },
  eventTime: '2026-01-02T03:04:05Z',
  eventSource: `${eventSource}.amazonaws.com`,
  eventName,
  awsRegion: 'eu-west-1',
  eventType: 'AwsApiCall',
  eventCategory: 'Management',
  recipientAccountId: '111122223333',
  ...more,
})

const object = (key: string) => ({
  resources: [
    { type: 'AWS::S3::Object', ARN: `arn:aws:s3:::harbour/${key}` },
    { type: 'AWS::S3::Bucket', ARN: 'arn:aws:s3:::harbour', accountId: '111122223333' },
  ],
  eventCategory: 'Data',
})

function callsOf(...records: readonly object[]): readonly UsedCall[] {
  const sums = new CallSums()
  for (const one of records) {
    const event = readEvent(one)
    if (event.kind === 'bad') throw new Error(event.code)
    for (const call of callsOfEvent(event, BUILT_REFERENCE)) sums.add(call)
  }
  return sums.calls
}

const statements = (calls: readonly UsedCall[], choice: Partial<PolicyChoice> = {}) =>
  buildStatements(calls, { ...EXACT, ...choice }, BUILT_REFERENCE)

describe('the policy that a principal needs', () => {
  it('names the actions of operations, on the resources that each works on', () => {
    const calls = callsOf(
      record('s3', 'HeadObject', object('a.json')),
      record('s3', 'ListObjectsV2', {
        resources: [{ ARN: 'arn:aws:s3:::harbour' }, { ARN: 'arn:aws:s3:::harbour/a' }],
      }),
    )
    expect(statements(calls)).toEqual([
      { Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['arn:aws:s3:::harbour/a.json'] },
      { Effect: 'Allow', Action: ['s3:ListBucket'], Resource: ['arn:aws:s3:::harbour'] },
    ])
  })

  it('puts actions without resource-level permissions apart from calls whose resource the trail does not say', () => {
    const calls = callsOf(
      record('ec2', 'DescribeInstances'),
      record('s3', 'ListBuckets'),
      record('ec2', 'StopInstances', { requestParameters: { instancesSet: { items: [{ instanceId: 'i-1' }] } } }),
    )
    expect(statements(calls)).toEqual([
      {
        Sid: 'NoResourceLevel',
        Effect: 'Allow',
        Action: ['ec2:DescribeInstances', 's3:ListAllMyBuckets'],
        Resource: ['*'],
      },
      { Sid: 'ResourceNotInTrail', Effect: 'Allow', Action: ['ec2:StopInstances'], Resource: ['*'] },
    ])
  })

  it('leaves what was refused out where the reader says so, and keeps what failed for another reason', () => {
    const calls = callsOf(
      record('s3', 'GetObject', { ...object('a'), errorCode: 'AccessDenied', errorMessage: 'Access Denied' }),
      record('s3', 'GetObjectTagging', { ...object('a'), errorCode: 'NoSuchKey', errorMessage: 'No such key' }),
    )
    expect(calls.map(({ outcome }) => outcome)).toEqual(['denied', 'failed'])
    expect(statements(calls)[0]?.Action).toEqual(['s3:GetObject', 's3:GetObjectTagging'])
    expect(statements(calls, { withDenied: false })[0]?.Action).toEqual(['s3:GetObjectTagging'])
  })

  it('takes no wildcard from the names of a trail', () => {
    const calls = callsOf(
      record('s3', 'GetObject', object('a*/${aws:username}?')),
      record('s3', 'Get*', object('b')),
      record('s3', 'GetObject:x', object('b')),
    )
    const [only, ...others] = statements(calls)
    expect(others).toEqual([])
    expect(only).toMatchObject({
      Action: ['s3:GetObject'],
      Resource: ['arn:aws:s3:::harbour/a${*}/${$}{aws:username}${?}'],
    })
    const isAllowed = asksIdentity([{ Version: '2012-10-17', Statement: [only] }])
    const on = (key: string) =>
      isAllowed({ principal: ROLE, action: 's3:GetObject', resource: `arn:aws:s3:::harbour/${key}` })
    expect([on('a*/${aws:username}?'), on('ab/${aws:username}?'), on('a*/x?')]).toEqual([true, false, false])
  })

  it('is asked of each call with the keys that the trail states, and fails where one is missing', () => {
    const calls = callsOf(record('s3', 'GetObject', object('a')), record('s3', 'GetObject', object('b')))
    const { documents } = splitPolicy(statements(calls.slice(0, 1)), 'managed')
    const proof = provePolicy(documents, calls, BUILT_REFERENCE, index, true)
    expect(proof.missing.map((call) => requestOfCall(call).resource)).toEqual(['arn:aws:s3:::harbour/b'])
    const wide = [
      { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: ['s3:*'], Resource: ['*'] }] },
    ] as const
    expect(provePolicy(wide, calls, BUILT_REFERENCE, index, true).extra).toContain('s3:PutObject')
  })
})

describe('conditions', () => {
  const from = (region: string, endpoint: string | null, key: string) =>
    record('s3', 'GetObject', {
      ...object(key),
      awsRegion: region,
      ...(endpoint === null ? {} : { vpcEndpointId: endpoint }),
    })

  it('are suggested of keys that hardly change', () => {
    const calls = callsOf(from('eu-west-1', 'vpce-1', 'a'), from('eu-west-1', null, 'b'), from('eu-west-1', null, 'b'))
    expect(conditionHints(calls)).toEqual([
      { key: 'aws:RequestedRegion', values: [{ value: 'eu-west-1', count: 3 }], carried: 3, all: 3 },
      { key: 'aws:SourceVpce', values: [{ value: 'vpce-1', count: 1 }], carried: 1, all: 3 },
    ])
    const regions = Array.from({ length: 6 }, (_, at) => from(`eu-west-${at}`, null, 'a'))
    expect(conditionHints(callsOf(...regions))).toEqual([])
  })

  it('never stop a call that does not carry the key', () => {
    const calls = callsOf(from('eu-west-1', 'vpce-1', 'a'), from('eu-west-1', null, 'b'))
    expect(statements(calls, { keys: ['aws:SourceVpce'] })).toEqual([
      {
        Effect: 'Allow',
        Action: ['s3:GetObject'],
        Resource: ['arn:aws:s3:::harbour/a'],
        Condition: { StringEquals: { 'aws:SourceVpce': ['vpce-1'] } },
      },
      { Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['arn:aws:s3:::harbour/b'] },
    ])
  })
})

describe('resources reach as far as the reader lets them', () => {
  const getObject = BUILT_REFERENCE.service('s3')!.byName.get('getobject')!
  const getItem = BUILT_REFERENCE.service('dynamodb')!.byName.get('getitem')!
  const table = (name: string) => `arn:aws:dynamodb:eu-west-1:111122223333:table/${name}`
  const key = (name: string) => `arn:aws:s3:::harbour/${name}`

  it('to what begins alike, cut where a part of the name ends', () => {
    expect(widenResources([key('in/a1'), key('in/a2')], 'prefix', getObject)).toEqual([key('in/*')])
    expect(widenResources([key('in/a'), key('out/b')], 'prefix', getObject)).toEqual([key('*')])
    expect(widenResources([key('in/a')], 'prefix', getObject)).toEqual([key('in/*')])
    expect(widenResources([table('orders-eu'), table('orders-us')], 'prefix', getItem)).toEqual([table('orders-*')])
    expect(widenResources([table('orders'), table('orders-us')], 'prefix', getItem)).toEqual([table('orders*')])
  })

  it('never by a prefix to all of their type', () => {
    expect(widenResources([table('orders'), table('customers')], 'prefix', getItem)).toEqual([
      table('customers'),
      table('orders'),
    ])
    const topics = ['alerts', 'news'].map((name) => `arn:aws:sns:eu-west-1:111122223333:${name}`)
    expect(widenResources(topics, 'prefix', null)).toEqual(topics)
    const points = ['a', 'b'].map((name) => `arn:aws:s3:eu-west-1:111122223333:accesspoint/${name}`)
    expect(widenResources(points, 'prefix', null)).toEqual(points)
  })

  it('to their type, in the Region and account where they were used', () => {
    expect(widenResources([table('a'), table('b')], 'type', getItem)).toEqual([table('*')])
    expect(widenResources([key('a')], 'type', getObject)).toEqual(['arn:aws:s3:::*/*'])
  })
})

describe('quotas', () => {
  const many = (count: number): AllowStatement => ({
    Sid: 'Objects',
    Effect: 'Allow',
    Action: ['s3:GetObject', 's3:PutObject'],
    Resource: Array.from({ length: count }, (_, at) => `arn:aws:s3:::harbour/${'x'.repeat(80)}/${at}`),
  })

  it('split over managed policies, each within what a document may hold', () => {
    const { documents, lengths, fits } = splitPolicy([many(300)], 'managed')
    expect(documents.length).toBeGreaterThan(5)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(POLICY_QUOTAS.managed.characters)
    expect(fits).toBe(true)
    expect(documents.flatMap(({ Statement }) => Statement.flatMap(({ Resource }) => Resource))).toEqual(
      many(300).Resource,
    )
    expect(lengths).toEqual(documents.map((document) => allowDocumentText(document).length))
    expect(splitPolicy([many(900)], 'managed').fits).toBe(false)
  })

  it('are of all inline policies together, so that parting them helps nothing', () => {
    expect(splitPolicy([many(30)], 'user')).toMatchObject({ fits: false, documents: { length: 1 } })
    expect(splitPolicy([many(30)], 'group').fits).toBe(true)
    expect(splitPolicy([many(80)], 'role').fits).toBe(true)
  })
})

describe('compared with the policy that the principal has', () => {
  it('tells what is granted and was not used, with the last use of the rest', () => {
    const calls = callsOf(
      record('s3', 'GetObject', object('a')),
      record('s3', 'GetObject', { ...object('b'), eventTime: '2026-01-05T00:00:00Z' }),
      record('sqs', 'SendMessage', { errorCode: 'AccessDenied', errorMessage: 'Access Denied' }),
    )
    const granted = grantedActions(
      [
        {
          Version: '2012-10-17',
          Statement: [
            { Effect: 'Allow', Action: ['s3:GetObject*', 'sqs:SendMessage'], Resource: '*' },
            { Effect: 'Deny', Action: 's3:GetObjectTorrent', Resource: '*' },
            { Effect: 'Deny', Action: 's3:GetObjectAcl', Resource: 'arn:aws:s3:::other/*' },
          ],
        },
      ],
      calls,
      index,
    )
    expect(granted.map(({ prefix, last }) => [prefix, last])).toEqual([
      ['sqs', null],
      ['s3', '2026-01-05T00:00:00Z'],
    ])
    const s3 = granted[1]!.actions
    expect(s3.find(({ action }) => action === 's3:GetObject')).toMatchObject({ count: 2, by: [0, 0] })
    expect(s3.find(({ action }) => action === 's3:GetObjectAcl')).toMatchObject({ count: 0, last: null })
    expect(s3.some(({ action }) => action === 's3:GetObjectTorrent')).toBe(false)
  })
})

it('tells which data calls the trail holds none of', () => {
  const event = readEvent(record('s3', 'GetObject', object('a')))
  if (event.kind === 'bad') throw new Error(event.code)
  expect(dataServiceOf(event)).toBe('s3')
  expect(unseenCalls(new Set()).map(({ what }) => what)).toContain('S3 object calls')
  expect(unseenCalls(new Set(['s3'])).map(({ what }) => what)).not.toContain('S3 object calls')
})
