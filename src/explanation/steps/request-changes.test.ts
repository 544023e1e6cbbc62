import { describe, expect, it } from 'vitest'
import { evaluate } from '../../evaluation/evaluate'
import { KEY_CHANGES } from '../../facts/keys/key-changes'
import { plainText } from '../../text/phrase'
import vectors from '../vectors/request-changes.json'
import { requestChanges } from './request-changes'

/** A condition of a Deny or an Allow on a request that does not meet it, or of which it is not known. */
interface Asked {
  readonly action?: string
  readonly effect?: 'Allow' | 'Deny'
  readonly principal?: string
  readonly condition?: unknown
  readonly context?: Readonly<Record<string, string | readonly string[]>>
  readonly resource?: string
}

interface Vector extends Asked {
  /** A condition key, in lower case. */
  readonly id: string
  readonly says: string
  readonly command?: string
  /** What differs where nothing of the request is to be changed, or can be. */
  readonly silent: Asked
}

const VECTORS = vectors as unknown as readonly Vector[]

const CHANGED = Object.entries(KEY_CHANGES).map(([name, change]) => ({ name, change }))

const USER = 'arn:aws:iam::111122223333:user/jo'

/** What is not there yet lies nowhere. */
const SOMETHING = 'arn:aws:any:eu-west-1:111122223333:*'

const changesFor = ({ action = '', effect = 'Deny', principal, condition, context = {}, resource }: Asked) => {
  const document = { Effect: effect, Action: action, Resource: '*', Condition: condition }
  const identity = [{ name: 'p', document: { Version: '2012-10-17', Statement: [document] } }]
  const accessCase = {
    version: 1 as const,
    request: {
      principal: principal ?? USER,
      action,
      resource: resource ?? SOMETHING,
      resourceAccount: '111122223333',
      context,
      otherContext: 'unknown' as const,
    },
    policies: { identity, otherLayers: 'unknown' as const },
  }
  const evaluation = evaluate(accessCase)
  // A service has no policies of its own: the statement is that of a user.
  const ofUser = evaluate({ ...accessCase, request: { ...accessCase.request, principal: USER } })
  const [statement] = ofUser.layers.flatMap(({ statements }) => statements)
  return statement ? requestChanges({ evaluation, accessCase, denial: null }, statement) : []
}

describe('what a caller can change in the request', () => {
  it('has a vector for each row', () => {
    expect([...new Set(VECTORS.map(({ id }) => id))].toSorted()).toEqual(
      CHANGED.map(({ name }) => name.toLowerCase()).toSorted(),
    )
  })

  it.each(VECTORS)('$id is told where a policy asks for it', ({ says, command, silent: _, ...asked }) => {
    const [change, ...others] = changesFor(asked)
    expect(others).toEqual([])
    expect(plainText(change?.sentence ?? [])).toBe(says)
    expect(change?.commands[0]?.bash).toBe(command)
  })

  it.each(VECTORS)(
    '$id is not told where the request has it, or no call can bring it about',
    ({ silent, ...asked }) => {
      expect(changesFor({ ...asked, ...silent })).toEqual([])
    },
  )

  it('has a second vector for each row that has other words for a thing that is there', () => {
    const ofThings = CHANGED.filter(({ change }) => change.wordsOfThing !== undefined)
    for (const { name } of ofThings)
      expect(
        VECTORS.filter(({ id }) => id === name.toLowerCase()),
        name,
      ).toHaveLength(2)
  })

  it.each(CHANGED)('$name has whole sentences', ({ change }) => {
    for (const sentence of Object.values(change.words)) expect(sentence).toMatch(/^[A-Z].*\.$/)
  })

  it('of a Deny one condition is enough, of an Allow all are needed', () => {
    const condition = {
      StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1'], 'aws:PrincipalOrgID': ['o-1'] },
    }
    const region = 'Make the request in another Region than eu-west-1.'
    expect(changesFor({ action: 's3:GetObject', condition }).map(({ sentence }) => plainText(sentence))).toEqual([
      'Make the request in eu-west-1.',
    ])
    expect(changesFor({ action: 's3:GetObject', effect: 'Allow', condition })).toEqual([])
    const alone = { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1'] } }
    expect(
      changesFor({ action: 's3:GetObject', effect: 'Allow', condition: alone }).map(({ sentence }) =>
        plainText(sentence),
      ),
    ).toEqual([region])
  })

  it('asks for what begins with a text by its beginning', () => {
    const listed = (value: string) =>
      changesFor({ action: 's3:ListBucket', effect: 'Allow', condition: { StringLike: { 's3:prefix': value } } }).map(
        ({ sentence, commands }) => [plainText(sentence).split(':')[0], commands[0]?.bash],
      )
    expect(listed('orders/*')).toEqual([['List the bucket with the prefix orders/', '--prefix orders/']])
    expect(listed('*/orders/*')).toEqual([['List the bucket with the prefix */orders/*', "--prefix '<prefix>'"]])
  })

  it('brings a key to no pattern that its operator takes as it stands', () => {
    const told = (operator: string) =>
      changesFor({ action: 's3:GetObject', condition: { [operator]: { 'aws:SourceVpce': 'vpce-0a1b*' } } }).length
    expect(told('StringNotLike')).toBe(1)
    expect(told('StringNotEquals')).toBe(0)
    expect(told('StringNotEqualsIfExists')).toBe(0)
  })

  it('leaves it to a service only where nothing else helps', () => {
    const service = { Bool: { 'aws:ViaAWSService': 'false' } }
    const told = (condition: object) =>
      changesFor({ action: 'dynamodb:GetItem', condition }).map(({ sentence }) => plainText(sentence).split(' ')[0])
    expect(told(service)).toEqual(['Let'])
    expect(told({ ...service, NotIpAddress: { 'aws:SourceIp': '192.0.2.0/24' } })).toEqual(['Make'])
  })

  it('a resource that is there decides which Region a request for it goes to', () => {
    const region = (resource: string, action: string) =>
      changesFor({
        action,
        resource,
        condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1'] } },
      }).map(({ sentence, commands }) => [plainText(sentence), commands.length])
    const there =
      'Make the call in eu-west-1 if the resource lies there, or use one that does. An ARN in an error has the Region that was called: look at --region, AWS_REGION, AWS_DEFAULT_REGION and the profile.'
    expect(region('arn:aws:s3:::depot/a', 's3:GetObject')).toEqual([[there, 0]])
    expect(region('arn:aws:sqs:us-east-1:111122223333:jobs', 'sqs:SendMessage')).toEqual([[there, 0]])
    expect(region('arn:aws:s3:::depot', 's3:CreateBucket')).toEqual([['Make the request in eu-west-1.', 1]])
    expect(region('*', 'ec2:DescribeInstances')).toEqual([['Make the request in eu-west-1.', 1]])
  })

  it('names no value under which another Deny of the same key hits the request', () => {
    const deny = (endpoint: string) => ({
      Effect: 'Deny',
      Action: 's3:GetObject',
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:SourceVpce': endpoint } },
    })
    const changesOf = (...endpoints: readonly string[]) => {
      const document = { Version: '2012-10-17', Statement: endpoints.map(deny) }
      const accessCase = {
        version: 1 as const,
        request: { principal: USER, action: 's3:GetObject', resource: 'arn:aws:s3:::b/k' },
        policies: { identity: [{ name: 'p', document }] },
      }
      const evaluation = evaluate(accessCase)
      const [statement] = evaluation.layers.flatMap(({ statements }) => statements)
      return requestChanges({ evaluation, accessCase, denial: null }, statement!).length
    }
    expect(changesOf('vpce-1')).toBe(1)
    expect(changesOf('vpce-1', 'vpce-2')).toBe(0)
    expect(changesOf('vpce-1', 'vpce-1')).toBe(1)
  })
})

describe('an encryption context that AWS services set by themselves', () => {
  it.each([
    ['kms:EncryptionContext:aws:s3:arn', 0],
    ['kms:EncryptionContext:project', 1],
  ])('is nothing that whoever calls can change: %s', (key, length) => {
    const condition = { StringEquals: { [key]: 'arn:aws:s3:::pears/*' } }
    const context = { [key]: 'arn:aws:s3:::pears' }
    expect(changesFor({ action: 'kms:Decrypt', effect: 'Allow', condition, context })).toHaveLength(length)
  })
})

describe('a tag that an Allow compares with a pattern as it stands', () => {
  const asked = (operator: string) =>
    changesFor({
      action: 'ec2:RunInstances',
      effect: 'Allow',
      condition: { [operator]: { 'aws:RequestTag/team': 'red-*' } },
    })

  it('is nothing that a call is to set: the statement means another operator', () => {
    expect(asked('StringEquals')).toHaveLength(0)
    expect(asked('StringLike')).toHaveLength(1)
  })
})
