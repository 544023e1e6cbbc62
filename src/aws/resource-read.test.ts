import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startFakeAws, type FakeAccount, type FakeAws } from '../../e2e/aws/fake-aws'
import { metaPolicy } from '../../hosting/headers.mjs'
import { CredentialHolder } from './credential-holder'
import { failureOf } from './failure'
import { AWS_HOSTS, AWS_PARTITIONS, READ_SERVICES } from './hosts'
import { readResourcePolicy } from './resource-call'
import { policyReadOf, type PolicyRead } from './resource-read'

const POLICY = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*', Sid: 'a"<b> & ü' }],
}
const TEXT = JSON.stringify(POLICY, null, 2)

const KEY = 'arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab'
const SECRET = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-AbCdEf'
const BARE_SECRET = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:bare-AbCdEf'
const TOPIC = 'arn:aws:sns:eu-west-1:123456789012:alarms'
const FUNCTION = 'arn:aws:lambda:eu-west-1:123456789012:function:resize'
const ROLE = 'arn:aws:iam::123456789012:role/svc/Deploy'

const ACCOUNT: FakeAccount = {
  account: '123456789012',
  caller: { arn: 'arn:aws:iam::123456789012:user/me', userId: 'AIDAEXAMPLE' },
  roles: { Deploy: { path: '/svc/', trust: POLICY } },
  resources: {
    [KEY]: POLICY,
    [SECRET]: POLICY,
    [BARE_SECRET]: null,
    [TOPIC]: POLICY,
    [FUNCTION]: POLICY,
    [`${FUNCTION}:live`]: POLICY,
  },
}
const CREDENTIALS = { accessKeyId: 'ASIAEXAMPLE', secretAccessKey: 'secret/+x', sessionToken: 'token+/=' }

let fake: FakeAws
let holder: CredentialHolder
beforeEach(async () => {
  fake = await startFakeAws(ACCOUNT, CREDENTIALS)
  holder = new CredentialHolder()
  holder.hold({ ...CREDENTIALS, expiration: null, region: null })
})
afterEach(() => fake.close())

const readOf = (arn: string) => policyReadOf(arn) as PolicyRead
const read = (arn: string) => readResourcePolicy(readOf(arn), holder, fake.url)
const failure = (arn: string) =>
  read(arn).then(
    () => null,
    (error: unknown) => failureOf(error),
  )

describe('policyReadOf', () => {
  it.each([
    [KEY, 'kms', 'https://kms.eu-west-1.amazonaws.com', 'key policy'],
    [SECRET, 'secretsmanager', 'https://secretsmanager.eu-west-1.amazonaws.com', 'secret policy'],
    [TOPIC, 'sns', 'https://sns.eu-west-1.amazonaws.com', 'topic policy'],
    [FUNCTION, 'lambda', 'https://lambda.eu-west-1.amazonaws.com', 'function policy'],
    [ROLE, 'iam', 'https://iam.amazonaws.com', 'trust policy'],
    [
      TOPIC.replace(':aws:', ':aws-cn:').replace('eu-west-1', 'cn-north-1'),
      'sns',
      'https://sns.cn-north-1.amazonaws.com.cn',
      'topic policy',
    ],
    [
      KEY.replace(':aws:', ':aws-us-gov:').replace('eu-west-1', 'us-gov-east-1'),
      'kms',
      'https://kms.us-gov-east-1.amazonaws.com',
      'key policy',
    ],
  ])('asks of %s the service %s at %s', (arn, service, host, called) => {
    expect(policyReadOf(arn)).toMatchObject({ service, host, called, account: '123456789012' })
    expect(AWS_HOSTS).toContain(host)
  })

  it.each([
    ['arn:aws:s3:::bucket/key', 's3'],
    ['arn:aws:sqs:eu-west-1:123456789012:queue', 'sqs'],
    ['arn:aws:dynamodb:eu-west-1:123456789012:table/t', 'service'],
    ['arn:aws:lambda:eu-west-1:123456789012:layer:l:1', 'service'],
    ['arn:aws:iam::123456789012:user/alice', 'service'],
    ['arn:aws:kms:eu-west-1:123456789012:alias/app', 'alias'],
    ['arn:aws:kms:moon-east-1:123456789012:key/k', 'region'],
    ['arn:aws:kms:us-gov-east-1:123456789012:key/k', 'region'],
    ['arn:aws-iso:iam::123456789012:role/r', 'region'],
    ['arn:aws:constructor:eu-west-1:123456789012:key/k', 'service'],
    ['arn:aws:sns:eu-west-1:123456789012:*', 'pattern'],
    ['arn:aws:sns:eu-west-1::alarms', 'pattern'],
    ['*', null],
    ['', null],
  ])('does not ask for the policy of %s: %s', (arn, why) => expect(policyReadOf(arn)).toBe(why))
})

describe('the hosts', () => {
  it('are exact, one for each service in each Region, and none takes a name of somebody’s', () => {
    const regions = AWS_PARTITIONS.flatMap(({ regions }) => regions)
    expect(new Set(regions).size).toBe(regions.length)
    expect(AWS_HOSTS.filter((host) => !/^https:\/\/(?:iam|sts)\./.test(host))).toHaveLength(
      regions.length * READ_SERVICES.length,
    )
    for (const host of AWS_HOSTS)
      expect(host).toMatch(/^https:\/\/(?:iam|sts|kms|lambda|secretsmanager|sns)\.[a-z0-9.-]+$/)
    expect(new Set(AWS_HOSTS).size).toBe(AWS_HOSTS.length)
    expect(metaPolicy(AWS_HOSTS)).not.toContain('*')
  })
})

describe('readResourcePolicy', () => {
  it.each([KEY, SECRET, TOPIC, FUNCTION, `${FUNCTION}:live`, ROLE])('reads that of %s', async (arn) => {
    expect(await read(arn)).toEqual({ text: TEXT, isSure: true })
  })

  it('sends one signed call that names the resource, without headers that services refuse', async () => {
    for (const arn of [KEY, SECRET, TOPIC, `${FUNCTION}:live`, ROLE]) await read(arn)
    expect(fake.calls.map(({ service, operation, form }) => [service, operation, Object.fromEntries(form)])).toEqual([
      ['kms', 'GetKeyPolicy', { KeyId: KEY, PolicyName: 'default' }],
      ['secretsmanager', 'GetResourcePolicy', { SecretId: SECRET }],
      ['sns', 'GetTopicAttributes', { Action: 'GetTopicAttributes', Version: '2010-03-31', TopicArn: TOPIC }],
      ['lambda', 'GetPolicy', { FunctionName: FUNCTION, Qualifier: 'live' }],
      ['iam', 'GetRole', { Action: 'GetRole', Version: '2010-05-08', RoleName: 'Deploy' }],
    ])
    const sent = new Set(
      fake.calls.flatMap(({ headers }) => headers.filter((name) => name.startsWith('amz') || name.startsWith('x-amz'))),
    )
    expect([...sent].sort()).toEqual(['x-amz-date', 'x-amz-security-token', 'x-amz-target'])
  })

  it('says that a secret has none, and that Lambda leaves it open whether there is a function', async () => {
    expect(await read(BARE_SECRET)).toEqual({ text: null, isSure: true })
    expect(await read(FUNCTION.replace('resize', 'gone'))).toEqual({ text: null, isSure: false })
  })

  it.each([
    [KEY.replace('1234abcd', '9999abcd'), 'no-resource', 'NotFoundException'],
    [SECRET.replace('app/db', 'gone'), 'no-resource', 'ResourceNotFoundException'],
    [TOPIC.replace('alarms', 'gone'), 'no-resource', 'NotFound'],
    [ROLE.replace('Deploy', 'Gone'), 'not-found', 'NoSuchEntity'],
  ])('tells that %s does not exist', async (arn, cause, code) => {
    expect(await failure(arn)).toMatchObject({ cause, code })
  })

  it.each([
    [KEY, 'GetKeyPolicy'],
    [SECRET, 'GetResourcePolicy'],
    [TOPIC, 'GetTopicAttributes'],
    [FUNCTION, 'GetPolicy'],
    [ROLE, 'GetRole'],
  ])('tells that the policy of %s may not be read', async (arn, operation) => {
    fake.behaviour.denied.add(operation)
    expect(await failure(arn)).toMatchObject({ cause: 'not-allowed' })
  })

  it('sends nothing with credentials of another account or partition, and none without', async () => {
    holder.bindTo('999988887777', 1)
    expect(await failure(KEY)).toMatchObject({
      cause: 'other-account',
      message: expect.stringMatching(/999988887777.*123456789012/) as string,
    })
    holder.unbind()
    await read(KEY)
    fake.calls.length = 0
    expect(await failure(TOPIC.replace(':aws:', ':aws-cn:').replace('eu-west-1', 'cn-north-1'))).toMatchObject({
      cause: 'other-partition',
    })
    holder.forget()
    expect(await failure(KEY)).toMatchObject({ cause: 'no-credentials' })
    expect(fake.calls).toEqual([])
  })

  it('takes an answer that it does not know for none', async () => {
    const answers: [status: number, body: string][] = [
      [200, '{"Hello":1}'],
      [200, '<html>proxy</html>'],
      [200, ''],
    ]
    const original = globalThis.fetch
    try {
      for (const [status, body] of answers)
        for (const arn of [KEY, SECRET, TOPIC, FUNCTION, ROLE]) {
          globalThis.fetch = () => Promise.resolve(new Response(body, { status }))
          expect(await failure(arn)).toMatchObject({ cause: 'service', code: 'UnknownAnswer' })
        }
    } finally {
      globalThis.fetch = original
    }
  })
})
