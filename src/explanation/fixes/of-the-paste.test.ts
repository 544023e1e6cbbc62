import { describe, expect, it } from 'vitest'
import { type GivenPolicies, remedyOf } from '../../testing/pasted-case'
import { whyNotEditable } from '../../policy/policy-documents'
import { addedStatements } from './fix-statements'
import { policyText } from '../../testing/statements'

const firstAdded = (paste: string, given: GivenPolicies = {}) =>
  remedyOf(paste, given).fixes[0]?.changes.flatMap(addedStatements)

const NOT_ALLOWED = 'because no identity-based policy allows the'

describe('a test that keeps one caller’s things from another’s', () => {
  const DENIED = `User: arn:aws:sts::111122223333:assumed-role/scaler/x is not authorized to perform: autoscaling:SetDesiredCapacity on resource: arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:1:autoScalingGroupName/web ${NOT_ALLOWED} autoscaling:SetDesiredCapacity action`
  const allow = (condition: object) =>
    policyText({ Effect: 'Allow', Action: 'autoscaling:SetDesiredCapacity', Resource: '*', Condition: condition })

  it('is not copied with a blank in it: the tag is what is to be changed', () => {
    const tagged = allow({ StringEquals: { 'autoscaling:ResourceTag/team': 'web' } })
    const { fixes, instructions } = remedyOf(DENIED, { identity: tagged })
    expect(fixes).toEqual([])
    expect(JSON.stringify(instructions[0]?.sentence)).toContain('Tag the resource')
  })

  it('is unlike a resource that is missing, which is added', () => {
    const other = 'arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:2:autoScalingGroupName/api'
    const ofOther = policyText({ Effect: 'Allow', Action: 'autoscaling:SetDesiredCapacity', Resource: other })
    expect(remedyOf(DENIED, { identity: ofOther }).fixes).not.toEqual([])
  })
})

describe('what is allowed under tests alone', () => {
  const TAGS = `Access Denied. Please ensure you have the right AWS permissions: Access denied (efs.csi.aws.com)`
  const onCreation = (condition?: object) =>
    policyText({
      Effect: 'Allow',
      Action: ['elasticfilesystem:CreateAccessPoint', 'elasticfilesystem:TagResource'],
      Resource: '*',
      ...(condition && { Condition: condition }),
    })

  it('is not offered without them, whatever action was asked for', () => {
    const tests = { 'ForAllValues:StringEquals': { 'aws:TagKeys': 'efs.csi.aws.com/cluster' } }
    const made = remedyOf(TAGS, { identity: onCreation(tests) }).fixes.flatMap(({ changes }) =>
      changes.flatMap(addedStatements),
    )
    expect(made.filter(({ Action, Condition }) => /TagResource/.test(JSON.stringify(Action)) && !Condition)).toEqual([])
  })
})

it('a Deny for the root user alone is met by another caller', () => {
  const said = `User: arn:aws:iam::111122223333:root is not authorized to perform: s3:ListAllMyBuckets with an explicit deny in a service control policy`
  const deny = (pattern: string) => [
    policyText(
      { Effect: 'Allow', Action: '*', Resource: '*' },
      { Effect: 'Deny', Action: 's3:*', Resource: '*', Condition: { StringLike: { 'aws:PrincipalArn': pattern } } },
    ),
  ]
  const sentences = (pattern: string) =>
    JSON.stringify(remedyOf(said, { scp: deny(pattern)[0]! }).instructions.map(({ sentence }) => sentence))
  expect(sentences('arn:aws:iam::*:root')).toContain('Call as a role')
  // Every caller of the account is denied by it.
  expect(sentences('arn:aws:iam::111122223333:*')).not.toContain('Call as a role')
})

describe('who is named', () => {
  it('is the service-linked role in the account of the key, where no other is spoken of', () => {
    const said = 'Status Reason: Client.InternalError: Client error on launch. Auto Scaling group api'
    const key = policyText({
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:root' },
      Action: 'kms:*',
      Resource: '*',
    })
    const role = 'role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling'
    expect(firstAdded(said, { resource: key })?.[0]).toMatchObject({
      Principal: { AWS: `arn:aws:iam::111122223333:${role}` },
    })
    expect(firstAdded(said)?.[0]).toMatchObject({ Principal: { AWS: `arn:aws:iam::<account that launches>:${role}` } })
  })

  it('is the group’s own service-linked role, where the key policy names the one of all groups', () => {
    const roleOf = (name: string) =>
      `arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling${name}`
    const said = `Client.InternalError: Client error on launch. Auto Scaling group api\n"ServiceLinkedRoleARN": "${roleOf('_heron')}"`
    const key = (name: string) =>
      policyText({ Effect: 'Allow', Principal: { AWS: roleOf(name) }, Action: 'kms:*', Resource: '*' })
    expect(firstAdded(said, { resource: key('') })?.[0]).toMatchObject({ Principal: { AWS: roleOf('_heron') } })
    expect(firstAdded(said, { resource: key('_heron') })).toBeUndefined()
  })

  it('is the service that a tool’s own role hands roles to, and nobody for another role', () => {
    const said = (role: string) =>
      `User: arn:aws:sts::111122223333:assumed-role/${role}/x is not authorized to perform: iam:PassRole on resource: arn:aws:iam::111122223333:role/exec ${NOT_ALLOWED} iam:PassRole action`
    const passedTo = (role: string) => JSON.stringify(firstAdded(said(role))?.[0]?.['Condition'])
    expect(passedTo('cdk-abc123-deploy-role-111122223333-eu-west-1')).toContain('"cloudformation.amazonaws.com"')
    expect(passedTo('deploy')).toContain('<service that gets the role>')
  })

  it('for a service, is kept to the one resource that the text names of the kind that calls', () => {
    const said = (alias: string) =>
      `Access denied while invoking lambda function arn:aws:lambda:us-east-1:111122223333:function:book from ${alias}. Please check the policy on this function.`
    const alias = 'arn:aws:lex:us-east-1:111122223333:bot-alias/7HQZ2PLK0D/TSTALIASID'
    const sourceIn = (text: string) => JSON.stringify(firstAdded(text)?.[0]?.['Condition'])
    expect(sourceIn(said(alias))).toContain(alias)
    expect(sourceIn(said(`${alias} or ${alias}2`))).toContain('bot-alias/*')
  })
})

it('the role of Control Tower is given to nobody but the management account, which it trusts', () => {
  const fixesFor = (role: string) =>
    remedyOf(
      `User: arn:aws:iam::111122223333:user/ana is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/${role}`,
      {
        resource: policyText({
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::777788889999:root' },
          Action: 'sts:AssumeRole',
        }),
      },
    ).fixes.filter(({ layer }) => layer === 'trust')
  expect(fixesFor('AWSControlTowerExecution')).toEqual([])
  expect(fixesFor('reader')).not.toEqual([])
})

it('an SCP of Control Tower exempts nobody for what it keeps, and nobody is asked for it', () => {
  const denied = (group: string) =>
    remedyOf(
      `User: arn:aws:sts::111122223333:assumed-role/logs-keeper/run is not authorized to perform: logs:PutRetentionPolicy on resource: arn:aws:logs:eu-west-1:111122223333:log-group:${group} with an explicit deny in a service control policy`,
      {
        scp: policyText({
          Effect: 'Deny',
          Action: 'logs:PutRetentionPolicy',
          Resource: `arn:aws:logs:*:*:log-group:${group}`,
          Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/AWSControlTowerExecution' } },
        }),
      },
    )
  const kept = denied('/aws/lambda/aws-controltower-NotificationForwarder')
  expect(kept.fixes).toEqual([])
  expect(kept.message).toBeNull()
  expect(JSON.stringify(kept.instructions[0]?.sentence)).toContain('Leave it as it is')
  const other = denied('/aws/lambda/shelf')
  expect(other.fixes).not.toEqual([])
  expect(other.message).not.toBeNull()
})

it('an SCP that Control Tower named isn’t edited by hand', () => {
  const facts = { layer: 'scp', resource: '*', role: null, isAwsKey: false } as const
  expect(whyNotEditable({ ...facts, name: 'aws-guardrails-AbCdEf' })).toBe('policy-of-control-tower')
  expect(whyNotEditable({ ...facts, name: 'guardrails-of-ours' })).toBeNull()
})

it('an alias of a function has a policy of its own, and so is what the statement names', () => {
  const said = (arn: string) =>
    `Sending request to https://lambda.eu-west-1.amazonaws.com/2015-03-31/functions/${arn}/invocations\nExecution failed due to configuration error: Invalid permissions on Lambda function`
  const arn = 'arn:aws:lambda:eu-west-1:111122223333:function:orders'
  expect(JSON.stringify(firstAdded(said(`${arn}:live`))?.[0]?.['Resource'])).not.toContain('orders"')
})
