import { describe, expect, it } from 'vitest'
import { BUILT_REFERENCE } from '../../../.ci/built-reference'
import type { AccessCase } from '../../case/access-case'
import { evaluate } from '../../evaluation/evaluate'
import { plainText } from '../../text/phrase'
import { referencePart } from '../../reference/reference-part'
import type { JudgedCase } from '../judged-case'
import { explainFixes } from './explain-fixes'

const HOME = '111122223333'

const services = referencePart(BUILT_REFERENCE, [
  'ssm',
  'kms',
  'rds-db',
  'kinesis',
  'ec2',
  's3',
  'dynamodb',
  'lambda',
  'iot',
])

const first = (action: string, resource: string, statement: object) => {
  const document = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] })
  const accessCase: AccessCase = {
    version: 1,
    request: { principal: `arn:aws:iam::${HOME}:role/app`, action, resource, resourceAccount: HOME },
    policies: { identity: [{ name: 'app', document }], otherLayers: 'none' },
  }
  const judged: JudgedCase = { accessCase, evaluation: evaluate(accessCase), denial: null, services }
  const [fix] = explainFixes(judged)
  const after = JSON.parse(fix?.changes[0]?.after ?? '{}') as {
    readonly Statement?: readonly Record<string, unknown>[]
  }
  return { codes: fix?.codes, statements: after.Statement ?? [], says: plainText(fix?.proof ?? []) }
}

const PARAMETER = `arn:aws:ssm:eu-west-1:${HOME}:parameter/shop/url`

describe('a statement whose resource nothing can meet', () => {
  it('is none where it names an alias of what was asked for: that stays', () => {
    const called = `arn:aws:lambda:eu-west-1:${HOME}:function:resize`
    const action = 'lambda:InvokeFunction'
    const { statements } = first(action, called, { Action: action, Resource: `${called}:prod` })
    expect(statements.flatMap(({ Resource }) => Resource)).toEqual([`${called}:prod`, called])
  })

  it('gets the Region and account that it leaves empty, for all its actions', () => {
    const { codes, statements } = first('ssm:GetParameters', PARAMETER, {
      Action: ['ssm:GetParameter', 'ssm:GetParameters'],
      Resource: 'arn:aws:ssm:::parameter/shop/*',
    })
    expect(codes).toEqual(['correct-resource'])
    expect(statements).toHaveLength(1)
    expect(statements[0]?.['Resource']).toBe(`arn:aws:ssm:eu-west-1:${HOME}:parameter/shop/*`)
  })

  it('gets that of the request where none of its actions has such a one', () => {
    const { codes, statements } = first('rds-db:connect', `arn:aws:rds-db:eu-west-1:${HOME}:dbuser:db-ABC/app`, {
      Action: 'rds-db:connect',
      Resource: `arn:aws:rds:eu-west-1:${HOME}:db:orders`,
    })
    expect(codes).toEqual(['correct-resource'])
    expect(statements[0]?.['Resource']).toBe(`arn:aws:rds-db:eu-west-1:${HOME}:dbuser:db-ABC/app`)
  })

  it('gets the id where it holds the name of a database, and stays where it holds an id', () => {
    const asked = `arn:aws:rds-db:eu-west-1:${HOME}:dbuser:db-ABC/app`
    const on = (id: string) =>
      first('rds-db:connect', asked, {
        Action: 'rds-db:connect',
        Resource: `arn:aws:rds-db:eu-west-1:${HOME}:dbuser:${id}/app`,
      }).codes
    expect(on('orders')).toEqual(['correct-resource'])
    expect(on('db-OTHER')).not.toEqual(['correct-resource'])
  })

  it('keeps its own pattern behind the type that is meant', () => {
    const of = (topic: string) =>
      first('iot:Subscribe', `arn:aws:iot:eu-west-1:${HOME}:topicfilter/press/cmd`, {
        Action: 'iot:Subscribe',
        Resource: `arn:aws:iot:eu-west-1:${HOME}:topic/${topic}`,
      }).statements[0]?.['Resource']
    expect(of('press/*')).toBe(`arn:aws:iot:eu-west-1:${HOME}:topicfilter/press/*`)
    expect(of('pump/*')).toBe(`arn:aws:iot:eu-west-1:${HOME}:topicfilter/press/cmd`)
  })

  it('stays as it is where it names another one of the same type', () => {
    const { codes } = first('ssm:GetParameter', PARAMETER, {
      Action: 'ssm:GetParameter',
      Resource: `arn:aws:ssm:eu-west-1:${HOME}:parameter/other/*`,
    })
    expect(codes).toEqual(['add-statement'])
  })

  it('stays as it is where others of its actions use it', () => {
    const { codes, statements } = first(
      'kinesis:SubscribeToShard',
      `arn:aws:kinesis:eu-west-1:${HOME}:stream/clicks/consumer/shop:1663667921`,
      {
        Action: ['kinesis:GetRecords', 'kinesis:SubscribeToShard'],
        Resource: `arn:aws:kinesis:eu-west-1:${HOME}:stream/clicks`,
      },
    )
    expect(codes).toEqual(['add-statement'])
    expect(statements[1]).toMatchObject({
      Action: 'kinesis:SubscribeToShard',
      Resource: `arn:aws:kinesis:eu-west-1:${HOME}:stream/clicks/consumer/shop:*`,
    })
  })
})

describe('actions of one statement that miss for one reason', () => {
  it('are allowed by one fix', () => {
    const { statements } = first('ec2:DescribeVolumes', '*', {
      Action: ['ec2:DescribeVolumes', 'ec2:DescribeInstances', 'ec2:StopInstances'],
      Resource: `arn:aws:ec2:*:${HOME}:instance/*`,
    })
    expect(statements[1]).toMatchObject({ Action: ['ec2:DescribeVolumes', 'ec2:DescribeInstances'], Resource: '*' })
  })

  it('are not those that the resource lets through, or that a pattern names', () => {
    const { statements } = first('ec2:DescribeVolumes', '*', {
      Action: ['ec2:Describe*', 'ec2:StopInstances'],
      Resource: `arn:aws:ec2:*:${HOME}:instance/*`,
    })
    expect(statements[1]).toMatchObject({ Action: 'ec2:DescribeVolumes', Resource: '*' })
  })
})

describe('an action beside resources of another service', () => {
  it('is named with the fix', () => {
    const { says } = first('ssm:GetParameters', PARAMETER, {
      Action: ['kms:Decrypt', 'ssm:GetParameters'],
      Resource: 'arn:aws:ssm:::parameter/shop/*',
    })
    expect(says).toContain('kms:Decrypt never matches')
  })

  it('is none where the statement names a resource of it', () => {
    const { says } = first('ssm:GetParameters', PARAMETER, {
      Action: ['kms:Decrypt', 'ssm:GetParameters'],
      Resource: [`arn:aws:kms:eu-west-1:${HOME}:key/k`, `arn:aws:ssm:eu-west-1:${HOME}:parameter/other`],
    })
    expect(says).not.toContain('kms:Decrypt')
  })
})
