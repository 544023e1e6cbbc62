import { describe, expect, it } from 'vitest'
import { BUILT_REFERENCE } from '../../../.ci/built-reference'
import type { AccessCase } from '../../case/access-case'
import { evaluate } from '../../evaluation/evaluate'
import { referencePart } from '../../reference/reference-part'
import * as say from '../messages/fixes'
import type { JudgedCase } from '../judged-case'
import { whyNoHelp } from './does-work'
import { unproven } from './unproven-fix'

const HOME = '111122223333'
const TOPIC = `arn:aws:sns:eu-west-1:${HOME}:alerts`

const services = referencePart(BUILT_REFERENCE, ['s3', 'sns', 'sts', 'bedrock'])

const judgedOf = (request: Partial<AccessCase['request']>, policies: AccessCase['policies']): JudgedCase => {
  const accessCase: AccessCase = {
    version: 1,
    request: {
      principal: `arn:aws:iam::${HOME}:role/app`,
      action: 's3:PutObject',
      resource: 'arn:aws:s3:::photos/a.png',
      resourceAccount: HOME,
      ...request,
    },
    policies,
  }
  return { accessCase, evaluation: evaluate(accessCase), denial: null, services }
}

const inIdentity = (...statements: readonly object[]): AccessCase['policies'] => ({
  identity: [{ name: 'app', document: JSON.stringify({ Version: '2012-10-17', Statement: statements }) }],
})

const whyOf = (judged: JudgedCase, layer: 'identity' | 'trust' | 'resource', statement: object) =>
  whyNoHelp(judged, unproven(judged, layer, [statement as Readonly<Record<string, unknown>>], say.answersCause(), []))

const PUT = { Effect: 'Allow', Action: 's3:PutObject', Resource: 'arn:aws:s3:::photos/*' }

describe('a fix is no help', () => {
  const nothing = judgedOf({}, inIdentity())

  it('where no request for its action names its resource', () => {
    expect(whyOf(nothing, 'identity', { ...PUT, Resource: 'arn:aws:s3:::photos' })).toBe('never-asked')
    expect(whyOf(nothing, 'identity', PUT)).toBeNull()
    expect(
      whyOf(nothing, 'identity', { ...PUT, Resource: ['arn:aws:s3:::photos', 'arn:aws:s3:::photos/*'] }),
    ).toBeNull()
    expect(whyOf(nothing, 'identity', { ...PUT, Resource: 'arn:aws:s3:::<bucket>/<key>' })).toBeNull()
  })

  it('where the policies allow the same already, its blanks filled in as one likes', () => {
    const publishing = judgedOf(
      { action: 'sns:Publish', resource: '+4917100000000' },
      inIdentity({ Effect: 'Allow', Action: 'sns:*', Resource: 'arn:aws:sns:*:*:*' }),
    )
    const allow = { Effect: 'Allow', Action: 'sns:Publish' }
    expect(whyOf(publishing, 'identity', { ...allow, Resource: 'arn:aws:sns:<region>:<account>:<name>' })).toBe(
      'changes-nothing',
    )
    expect(whyOf(publishing, 'identity', { ...allow, Resource: '*' })).toBeNull()
  })

  it('where it tests tags of a resource for an action that has none, whoever calls', () => {
    const tested = (operator: string) => ({
      Effect: 'Allow',
      Action: ['autoscaling:SetDesiredCapacity', 'autoscaling:DescribeScalingActivities'],
      Resource: '*',
      Condition: { [operator]: { 'aws:ResourceTag/pool': 'web' } },
    })
    const asking = (action: string) => ({
      ...judgedOf({ principal: 'arn:aws:sts::xxxx', action, resource: '*' }, inIdentity()),
      services: referencePart(BUILT_REFERENCE, ['autoscaling']),
    })
    const describe = asking('autoscaling:DescribeScalingActivities')
    expect(whyOf(describe, 'identity', tested('StringEquals'))).toBe('never-met')
    expect(whyOf(describe, 'identity', tested('StringEqualsIfExists'))).not.toBe('never-met')
    expect(whyOf(describe, 'identity', tested('StringNotEquals'))).not.toBe('never-met')
    expect(whyOf(asking('autoscaling:SetDesiredCapacity'), 'identity', tested('StringEquals'))).not.toBe('never-met')
  })

  it('where a statement with the same tests is there, and its values are blanks', () => {
    const Condition = { ArnLike: { 'aws:SourceArn': `arn:aws:bedrock:eu-west-1:${HOME}:agent/*` } }
    const there = {
      Effect: 'Allow',
      Principal: { Service: 'bedrock.amazonaws.com' },
      Action: 'sts:AssumeRole',
      Condition,
    }
    const assuming = judgedOf(
      {
        principal: 'bedrock.amazonaws.com',
        action: 'sts:AssumeRole',
        resource: `arn:aws:iam::${HOME}:role/reader`,
        unknownContext: ['aws:SourceArn'],
      },
      { resource: { name: 'trust', document: JSON.stringify({ Version: '2012-10-17', Statement: [there] }) } },
    )
    const withValue = (value: string) => ({ ...there, Condition: { ArnLike: { 'aws:SourceArn': value } } })
    expect(whyOf(assuming, 'trust', withValue('arn:aws:<service>:<region>:<account>:<what it calls for>'))).toBe(
      'copies-statement',
    )
    expect(whyOf(assuming, 'trust', there)).not.toBeNull()
    expect(whyOf(assuming, 'trust', withValue(`arn:aws:bedrock:eu-west-1:${HOME}:knowledge-base/<id>`))).toBeNull()
  })

  it('where the policies allow the same on one that they name, and nobody says which was asked for', () => {
    const unnamed = judgedOf({ resource: '' }, inIdentity(PUT))
    expect(whyOf(unnamed, 'identity', { ...PUT, Resource: 'arn:aws:s3:::<bucket>/<key>' })).toBe('perhaps-there')
    // Of a bucket that is named only the key is open.
    expect(whyOf(unnamed, 'identity', { ...PUT, Resource: 'arn:aws:s3:::boats/<key>' })).toBeNull()
    const other = judgedOf({ resource: '' }, inIdentity({ ...PUT, Action: 's3:GetObject' }))
    expect(whyOf(other, 'identity', { ...PUT, Resource: 'arn:aws:s3:::<bucket>/<key>' })).toBeNull()
  })

  it('where the layer goes on to deny, also with blanks in it', () => {
    expect(whyOf(nothing, 'identity', { ...PUT, Resource: 'arn:aws:s3:::<bucket>/other/*' })).toBe('stays-denied')
    expect(whyOf(nothing, 'identity', { ...PUT, Resource: 'arn:aws:s3:::<bucket>/a.png' })).toBeNull()
    const topic = judgedOf({ action: 'sns:Publish', resource: TOPIC }, inIdentity())
    const publish = { Effect: 'Allow', Action: 'sns:Publish' }
    expect(whyOf(topic, 'identity', { ...publish, Resource: `arn:aws:sns:<region>:${HOME}:orders` })).toBe(
      'stays-denied',
    )
  })
})
