import { describe, expect, it } from 'vitest'
import { knownOfCall } from './known-values'
import type { PastedText } from './pasted-value'
import { pastedValues } from './pasted-values'
import type { TestedKey } from './tested-keys'

const tested = (key: string, ...values: readonly string[]): TestedKey => ({
  key,
  values,
  isSet: false,
  families: ['string'],
})

const call = (principal: string, action: string, resource: string, text = ''): PastedText => ({
  text,
  action,
  resource,
  principal,
  time: null,
  isOfService: principal.endsWith('.amazonaws.com'),
})

const valuesOf = (key: TestedKey, seen: PastedText) => knownOfCall(key, seen)?.values ?? null

describe('MFA at the sign-in of IAM Identity Center', () => {
  const ROLE = 'arn:aws:iam::444455556666:role/Emergency'
  const session = (role: string) => call(`arn:aws:sts::111122223333:assumed-role/${role}/ana`, 'sts:AssumeRole', ROLE)

  it('is none that a session of a permission set carries', () => {
    expect(
      valuesOf(tested('aws:MultiFactorAuthPresent', 'true'), session('AWSReservedSSO_Ops_0123456789abcdef')),
    ).toEqual([])
    expect(valuesOf(tested('aws:MultiFactorAuthAge', '3600'), session('AWSReservedSSO_Ops_0123456789abcdef'))).toEqual(
      [],
    )
  })

  it('says nothing of other sessions, which can have been made with a code, nor of a test for none', () => {
    expect(valuesOf(tested('aws:MultiFactorAuthPresent', 'true'), session('Ops'))).toBeNull()
    expect(
      valuesOf(tested('aws:MultiFactorAuthPresent', 'false'), session('AWSReservedSSO_Ops_0123456789abcdef')),
    ).toBeNull()
  })
})

describe('the resource for which a service calls', () => {
  const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:intake'
  const rule = (path: string) => `arn:aws:events:eu-west-1:111122223333:rule/${path}`
  const sends = (text: string) => call('events.amazonaws.com', 'sqs:SendMessage', QUEUE, text)
  const source = (value: string) => tested('aws:SourceArn', value)

  it('is the one of its kind that the text names', () => {
    expect(valuesOf(source(rule('new-order')), sends(`RULE_ARN: ${rule('shop/new-order')}`))).toEqual([
      rule('shop/new-order'),
    ])
    // Of two nobody knows which.
    expect(valuesOf(source(rule('new-order')), sends(`${rule('a/x')} ${rule('b/x')}`))).toBeNull()
    // A user's call carries none.
    const byUser = { ...sends(rule('a/x')), principal: 'arn:aws:iam::111122223333:user/ana', isOfService: false }
    expect(valuesOf(source(rule('x')), byUser)).toBeNull()
  })

  it('is what the service sends in place of a mistaken one', () => {
    const role = 'arn:aws:iam::111122223333:role/nightly'
    const schedule = 'arn:aws:scheduler:eu-west-1:111122223333:schedule/reports/nightly'
    expect(valuesOf(source(schedule), call('scheduler.amazonaws.com', 'sts:AssumeRole', role))).toEqual([
      'arn:aws:scheduler:eu-west-1:111122223333:schedule-group/reports',
    ])
    // A pattern is no value: under an operator for equal texts it would match nothing.
    const cluster = 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop'
    expect(valuesOf(source(cluster), call('ecs-tasks.amazonaws.com', 'sts:AssumeRole', role))).toBeNull()
  })

  it('is a part of the thing that the text names, where the policy tests parts of one', () => {
    const app = (rest: string) => `arn:aws:amplify:eu-west-1:111122223333:apps/${rest}`
    const builds = call('amplify.amazonaws.com', 'sts:AssumeRole', 'arn:aws:iam::111122223333:role/site', app('teal'))
    expect(valuesOf(source(app('heron/branches/*')), builds)).toEqual([app('teal/branches/<any>')])
    expect(valuesOf(source(app('*')), builds)).toEqual([app('teal')])
    expect(valuesOf(source(app('heron')), builds)).toEqual([app('teal')])
    expect(valuesOf(source(app('heron/branches/main')), builds)).toEqual([app('teal/branches/<any>')])
    // Which branch it is, nothing says.
    expect(valuesOf(source(app('teal/branches/main')), builds)).toBeNull()
  })

  it('lies in the one Region of the text, where the policy has another one', () => {
    const key = 'arn:aws:kms:eu-west-1:111122223333:key/1'
    const trail = (region: string) => `arn:aws:cloudtrail:${region}:111122223333:trail/audit`
    const encrypts = (text: string) => call('cloudtrail.amazonaws.com', 'kms:GenerateDataKey', key, text)
    expect(valuesOf(source(trail('us-east-1')), encrypts('TrailName: audit, region eu-west-1'))).toEqual([
      trail('eu-west-1'),
    ])
    expect(valuesOf(source(trail('us-east-1')), encrypts('TrailName: audit, regions eu-west-1, us-east-1'))).toBeNull()
    expect(valuesOf(source(trail('us-east-1')), encrypts('TrailName: other, region eu-west-1'))).toBeNull()
  })
})

describe('the API for which API Gateway calls a function', () => {
  const BREW = 'arn:aws:lambda:eu-west-1:111122223333:function:brew'
  const ofApi = (id: string) => `arn:aws:execute-api:eu-west-1:111122223333:${id}/*/GET/tea`
  const calls = (text: string) => call('apigateway.amazonaws.com', 'lambda:InvokeFunction', BREW, text)
  const sent = (text: string) => valuesOf(tested('AWS:SourceArn', ofApi('plover1234')), calls(text))?.[0] ?? null

  it('is the one that the text names, where the policy has another', () => {
    expect(sent('GET https://dunlin5678.execute-api.eu-west-1.amazonaws.com/live/tea')).toContain(':dunlin5678/')
    expect(sent('The old API was plover1234. HTTP Method: GET, Resource Path: /tea\n--rest-api-id dunlin5678')).toBe(
      'arn:aws:execute-api:eu-west-1:111122223333:dunlin5678/test-invoke-stage/GET/tea',
    )
  })

  it('isn’t known where the text names that of the policy too, several, or none', () => {
    expect(sent('https://plover1234.execute-api.eu-west-1.amazonaws.com/ and --api-id dunlin5678')).toBeNull()
    expect(sent('--rest-api-id dunlin5678 and --rest-api-id curlew9012')).toBeNull()
    expect(sent('our API is behind CloudFront')).toBeNull()
  })
})

describe('the service that gets a role', () => {
  it('is that of the one thing which the template makes with it', () => {
    const passes = (text: string) =>
      call(
        'arn:aws:sts::111122223333:assumed-role/deploy/s',
        'iam:PassRole',
        'arn:aws:iam::111122223333:role/task',
        text,
      )
    const key = tested('iam:PassedToService', 'ecs.amazonaws.com')
    expect(valuesOf(key, passes('CREATE_FAILED AWS::ECS::Service Web'))).toEqual(['ecs-tasks.amazonaws.com'])
    expect(valuesOf(key, passes('AWS::ECS::Service and AWS::Lambda::Function'))).toBeNull()
    const called = (operation: string) => passes(`An error occurred (X) when calling the ${operation} operation: no`)
    // Schedules of several services have this name; that of one of them takes a role.
    expect(valuesOf(key, called('UpdateSchedule'))).toEqual(['scheduler.amazonaws.com'])
    // Clusters of several services take one, and a table takes none.
    expect(valuesOf(key, called('CreateCluster'))).toBeNull()
    expect(valuesOf(key, called('CreateTable'))).toBeNull()
  })
})

describe('words of a text', () => {
  const valueIn = (key: TestedKey, text: string, action: string) =>
    pastedValues([key], { ...call('', action, '*'), text })[0]?.values ?? null

  it('tell that a bucket key has the bucket as its context', () => {
    const context = tested('kms:EncryptionContext:aws:s3:arn', 'arn:aws:s3:::landing/*')
    expect(valueIn(context, 'bucket_key_enabled = true', 'kms:Decrypt')).toEqual(['arn:aws:s3:::landing'])
    expect(valueIn(context, 'since we enabled the S3 Bucket Key', 'kms:Decrypt')).toEqual(['arn:aws:s3:::landing'])
    expect(valueIn(context, 'bucket_key_enabled = false', 'kms:Decrypt')).toBeNull()
  })

  it('tell below which prefix Terraform looks for workspaces', () => {
    const prefix = tested('s3:prefix', 'network/*')
    expect(valueIn(prefix, 'Error: Failed to get existing workspaces: AccessDenied', 's3:ListBucket')).toEqual([
      'env:/',
    ])
    const own = 'Failed to get existing workspaces\nworkspace_key_prefix = "network/ws"'
    expect(valueIn(prefix, own, 's3:ListBucket')).not.toEqual(['env:/'])
  })

  it('tell that a file system is reached through a mount target', () => {
    const target = tested('elasticfilesystem:AccessedViaMountTarget', 'true')
    expect(valueIn(target, 'sudo mount -t efs fs-0a:/ /mnt', 'elasticfilesystem:ClientMount')).toEqual(['true'])
    expect(valueIn(target, 'aws efs describe-file-systems', 'elasticfilesystem:ClientMount')).toBeNull()
  })
})

describe('what EventBridge sends of whom it works for', () => {
  const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-0000-4000-8000-000000000000'
  const uses = (text: string) => call('events.amazonaws.com', 'kms:Decrypt', KEY, text)

  it('is nothing where it uses the key of a topic, so that no test of the source is met', () => {
    const topic = uses('target arn:aws:sns:eu-west-1:111122223333:alarms')
    expect(valuesOf(tested('aws:SourceAccount', '111122223333'), topic)).toEqual([])
    expect(valuesOf(tested('aws:SourceArn', 'arn:aws:events:eu-west-1:111122223333:rule/*'), topic)).toEqual([])
  })

  it('is not known to be nothing for the key of a bus, nor at the topic itself', () => {
    expect(valuesOf(tested('aws:SourceAccount', '111122223333'), uses('event bus orders'))).toBeNull()
    const publishes = call('events.amazonaws.com', 'sns:Publish', 'arn:aws:sns:eu-west-1:111122223333:alarms')
    expect(valuesOf(tested('aws:SourceAccount', '111122223333'), publishes)).toBeNull()
  })
})
