import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseDenials } from '../denial/parse-denials'
import { readEvent, type TrailEvent } from './trail-event'

interface Vector {
  readonly name: string
  readonly text: string | readonly string[]
}

const FILE = new URL('../denial/vectors/cloudtrail.json', import.meta.url)

/** The single events among the texts that the reader of pastes is tested with. */
const pasted = (JSON.parse(readFileSync(FILE, 'utf8')) as Vector[]).flatMap(({ name, text }) => {
  try {
    const record = JSON.parse(typeof text === 'string' ? text : text.join('\n')) as Record<string, unknown>
    return typeof record.eventName === 'string'
      ? [{ name, record: { eventTime: '2026-01-02T03:04:05Z', ...record } }]
      : []
  } catch {
    return []
  }
})

const CALL = {
  eventVersion: '1.11',
  userIdentity: {
    type: 'AssumedRole',
    principalId: 'AROAEXAMPLE:ci-77',
    arn: 'arn:aws:sts::111122223333:assumed-role/deploy/ci-77',
    accountId: '111122223333',
    sessionContext: {
      sessionIssuer: { type: 'Role', arn: 'arn:aws:iam::111122223333:role/teams/deploy' },
      attributes: { mfaAuthenticated: 'false' },
    },
  },
  eventTime: '2026-01-02T03:04:05Z',
  eventSource: 's3.amazonaws.com',
  eventName: 'ListObjectsV2',
  awsRegion: 'eu-west-1',
  sourceIPAddress: '198.51.100.7',
  vpcEndpointId: 'vpce-0123456789abcdef0',
  requestParameters: { bucketName: 'harbour', prefix: 'a/' },
  readOnly: true,
  eventID: '5e9f0f0e-0000-4000-8000-000000000001',
  eventType: 'AwsApiCall',
  managementEvent: false,
  eventCategory: 'Data',
  recipientAccountId: '111122223333',
}

function event(change: Record<string, unknown> = {}): TrailEvent {
  const read = readEvent({ ...CALL, ...change })
  if (read.kind === 'bad') throw new Error(read.code)
  return read
}

describe('an event reads the same in a trail and in a paste', () => {
  it('has single events to compare', () => expect(pasted.length).toBeGreaterThan(5))

  it.each(pasted)('$name', ({ record }) => {
    const [denial] = parseDenials(JSON.stringify(record))
    const read = readEvent(record)
    if (read.kind === 'bad') throw new Error(read.code)
    expect(read.outcome).toBe(denial === undefined || denial.kind === 'not-authorization' ? 'failed' : 'denied')
    if (read.outcome !== 'denied' || denial === undefined) return
    expect(read.actions[0] ?? null).toBe(denial.inferred.action ?? denial.action)
    expect(read.resource).toBe(denial.resource ?? denial.inferred.resource ?? null)
    expect([read.layer, read.decision]).toEqual([denial.layer, denial.decision])
    expect(read.context).toEqual(denial.context)
  })
})

describe('readEvent', () => {
  it('names who called, and what its policies are attached to', () => {
    expect(event().principal).toEqual({
      name: 'arn:aws:sts::111122223333:assumed-role/deploy/ci-77',
      arn: 'arn:aws:iam::111122223333:role/teams/deploy',
      account: '111122223333',
      type: 'AssumedRole',
    })
  })

  it('gives the action that the operation needs, and what it was asked on', () => {
    expect(event()).toMatchObject({ service: 's3', actions: ['s3:ListBucket'], resource: 'arn:aws:s3:::harbour' })
  })

  it('gives the context by the names of condition keys', () => {
    expect(event().context).toMatchObject({
      'aws:SourceVpce': 'vpce-0123456789abcdef0',
      'aws:RequestedRegion': 'eu-west-1',
      'aws:MultiFactorAuthPresent': 'false',
    })
    expect(event().context).not.toHaveProperty('aws:SourceIp')
  })

  it.each([
    ['a call that went through', {}, 'allowed'],
    ['a refusal', { errorCode: 'AccessDenied', errorMessage: 'Access Denied' }, 'denied'],
    ['what does not exist', { errorCode: 'NoSuchKey', errorMessage: 'The specified key does not exist.' }, 'failed'],
    ['too many requests', { errorCode: 'ThrottlingException', errorMessage: 'Rate exceeded' }, 'failed'],
    ['a refusal by a service with a code of its own', { errorCode: 'VpceAccessDenied' }, 'denied'],
  ])('tells %s from the others', (_what, change, outcome) => expect(event(change).outcome).toBe(outcome))

  it('puts the action that was refused before those that the operation needs besides', () => {
    const { actions, resource, layer, decision } = event({
      eventSource: 'ec2.amazonaws.com',
      eventName: 'RunInstances',
      errorCode: 'Client.UnauthorizedOperation',
      errorMessage:
        'You are not authorized to perform this operation. User: arn:aws:sts::111122223333:assumed-role/deploy/ci-77 is not authorized to perform: iam:PassRole on resource: arn:aws:iam::111122223333:role/web with an explicit deny in a service control policy. Encoded authorization failure message: AbC-d_1',
    })
    expect(actions.slice(0, 2)).toEqual(['iam:PassRole', 'ec2:RunInstances'])
    expect([resource, layer, decision]).toEqual(['arn:aws:iam::111122223333:role/web', 'scp', 'explicit'])
  })

  it('asks nothing of IAM for what a service does itself', () => {
    expect(event({ eventType: 'AwsServiceEvent' }).actions).toEqual([])
  })

  it('knows management from data events, also in records that have no category yet', () => {
    const { eventCategory: _gone, ...older } = CALL
    expect(readEvent(older)).toMatchObject({ category: 'data' })
    expect(event({ eventCategory: 'Management' }).category).toBe('management')
    expect(event({ eventCategory: 'NetworkActivity' }).category).toBe('other')
  })

  it('reads a record of a version to come, and says so', () => {
    expect(event().isKnownVersion).toBe(true)
    expect(event({ eventVersion: '2.0' }).isKnownVersion).toBe(false)
  })

  it.each([
    ['a text', 'hello', 'not-an-object'],
    ['a list', [CALL], 'not-an-object'],
    ['nothing', null, 'not-an-object'],
    ['an object of another kind', { level: 'info', message: 'started' }, 'not-an-event'],
    ['an event without a time', { ...CALL, eventTime: 'yesterday' }, 'no-time'],
    ['names that every object has', JSON.parse('{"__proto__": {"eventName": "x"}}'), 'not-an-event'],
  ])('says what is wrong with %s', (_what, record, code) => expect(readEvent(record)).toEqual({ kind: 'bad', code }))
})
