import { describe, expect, it } from 'vitest'
import { BUILT_REFERENCE } from '../../../.ci/built-reference'
import type { AccessCase } from '../../case/access-case'
import { evaluate } from '../../evaluation/evaluate'
import { referencePart } from '../../reference/reference-part'
import { plainText } from '../../text/phrase'
import { explainFixes } from './explain-fixes'

const HOME = '111122223333'
const SERVICES = referencePart(BUILT_REFERENCE, ['ec2', 'iam', 's3'])

const fixesOf = (principal: string, arn: string, statement: object) => {
  const document = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: '*', Resource: '*' },
      { Effect: 'Deny', Action: ['iam:CreateUser', 'iam:CreateAccessKey'], Resource: '*', ...statement },
    ],
  })
  const accessCase: AccessCase = {
    version: 1,
    request: {
      principal,
      action: 'iam:CreateUser',
      resource: `arn:aws:iam::${HOME}:user/relay`,
      resourceAccount: HOME,
      context: { 'aws:PrincipalArn': arn },
      unknownContext: ['aws:MultiFactorAuthPresent'],
    },
    policies: { scps: [{ target: HOME, policies: [{ name: 'no-users', document }] }], otherLayers: 'none' },
  }
  return explainFixes({ accessCase, evaluation: evaluate(accessCase), denial: null, services: SERVICES }).filter(
    ({ layer }) => layer === 'scp',
  )
}

const without = (pattern: string) => ({ Condition: { ArnNotLike: { 'aws:PrincipalARN': [pattern] } } })

/** The fixes of a Deny on an object of a bucket, in the words of the text around it. */
const fixesOfDeny = (deny: object, request: Partial<AccessCase['request']> = {}, error = '') => {
  const document = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: '*', Resource: '*' },
      { Effect: 'Deny', ...deny },
    ],
  })
  const accessCase: AccessCase = {
    version: 1,
    request: {
      principal: `arn:aws:sts::${HOME}:assumed-role/etl/night`,
      action: 's3:PutObject',
      resource: 'arn:aws:s3:::claims/2026/part-0',
      resourceAccount: HOME,
      ...request,
    },
    policies: { identity: [{ name: 'etl', document }], otherLayers: 'none' },
    error,
  }
  return explainFixes({ accessCase, evaluation: evaluate(accessCase), denial: null, services: SERVICES })
}

const MENDED = 'correct-exception'
const ON_ALL = { Action: 's3:*', Resource: '*' }
const ARN_KEY = 'aws:PrincipalArn'

describe('an exception that misses what it is meant for', () => {
  const USER_ID = { context: { 'aws:userid': 'AROANEWNEWNEWNEWNEW1:night' } }
  const OLD_ID = { ...ON_ALL, Condition: { StringNotLike: { 'aws:userid': ['AROAOLDOLDOLDOLDOLD1:*', HOME] } } }

  it.each<[string, object, Partial<AccessCase['request']>, string, string]>([
    [
      'the ARN of a session',
      { ...ON_ALL, Condition: { ArnNotLike: { [ARN_KEY]: `arn:aws:sts::${HOME}:assumed-role/etl/*` } } },
      {},
      '',
      `"${ARN_KEY}":"arn:aws:iam::${HOME}:role/etl"`,
    ],
    [
      'an instance profile',
      { ...ON_ALL, Condition: { ArnNotEquals: { [ARN_KEY]: [`arn:aws:iam::${HOME}:instance-profile/etl`] } } },
      {},
      '',
      `["arn:aws:iam::${HOME}:role/etl"]`,
    ],
    [
      'a pattern under an operator for equal texts',
      { ...ON_ALL, Condition: { StringNotEquals: { [ARN_KEY]: `arn:aws:iam::${HOME}:role/e*` } } },
      { context: { [ARN_KEY]: `arn:aws:iam::${HOME}:role/etl` } },
      '',
      `"StringNotLike":{"${ARN_KEY}"`,
    ],
    [
      'the id of a role without its sessions',
      { ...ON_ALL, Condition: { StringNotLike: { 'aws:userid': 'AROANEWNEWNEWNEWNEW1' } } },
      USER_ID,
      '',
      '"AROANEWNEWNEWNEWNEW1:*"',
    ],
    [
      'the id that a role had before',
      OLD_ID,
      USER_ID,
      'The role was deleted and created again.',
      `["AROANEWNEWNEWNEWNEW1:*","${HOME}"]`,
    ],
    [
      'a folder without what is in it',
      { Action: 's3:*', NotResource: ['arn:aws:s3:::claims', 'arn:aws:s3:::claims/2026/'] },
      {},
      '',
      '["arn:aws:s3:::claims","arn:aws:s3:::claims/2026/*"]',
    ],
    [
      'a bucket without its objects',
      { Action: 's3:*', NotResource: 'arn:aws:s3:::claims' },
      {},
      '',
      '["arn:aws:s3:::claims", "arn:aws:s3:::claims/*"]',
    ],
    [
      'an older generation of the service',
      { NotAction: ['iam:*', 'waf:*'], Resource: '*' },
      { action: 'wafv2:CreateWebACL', resource: `arn:aws:wafv2:us-east-1:${HOME}:global/webacl/shop/*` },
      '',
      '["iam:*","waf:*", "wafv2:*"]',
    ],
    [
      'a name that is no prefix',
      { NotAction: 'stepfunctions:Start*', Resource: '*' },
      { action: 'states:StartExecution', resource: `arn:aws:states:eu-west-1:${HOME}:stateMachine:m` },
      '',
      '["stepfunctions:Start*", "states:Start*"]',
    ],
  ])('is corrected, and nobody else exempted: %s', (_, deny, request, error, after) => {
    const fixes = fixesOfDeny(deny, request, error)
    expect(fixes.map(({ codes }) => codes)).toEqual([[MENDED]])
    expect(fixes[0]?.changes[0]?.after).toContain(after)
    expect(fixes[0]?.failed?.map(({ standard }) => standard)).toEqual(['keeps guards'])
  })

  it.each<[string, object, Partial<AccessCase['request']>, string]>([
    [
      'another role',
      { ...ON_ALL, Condition: { ArnNotLike: { [ARN_KEY]: `arn:aws:sts::${HOME}:assumed-role/web/*` } } },
      {},
      '',
    ],
    [
      'any role',
      { ...ON_ALL, Condition: { ArnNotLike: { [ARN_KEY]: 'arn:aws:sts::444455556666:assumed-role/*/*' } } },
      {},
      '',
    ],
    ['the id of another role that nobody made again', OLD_ID, USER_ID, ''],
    [
      'the ids of two roles',
      {
        ...ON_ALL,
        Condition: { StringNotLike: { 'aws:userid': ['AROAOLDOLDOLDOLDOLD1:*', 'AROAOLDOLDOLDOLDOLD2:*'] } },
      },
      USER_ID,
      'The role was created again.',
    ],
    ['another bucket', { Action: 's3:*', NotResource: 'arn:aws:s3:::logs' }, {}, ''],
    [
      'some objects of the bucket',
      { Action: 's3:*', NotResource: ['arn:aws:s3:::claims', 'arn:aws:s3:::claims/2025/*'] },
      {},
      '',
    ],
    ['another service', { NotAction: ['iam:*', 'sqs:*'], Resource: '*' }, {}, ''],
    [
      'another action of the older generation',
      { NotAction: ['waf:Get*'], Resource: '*' },
      { action: 'wafv2:CreateWebACL', resource: `arn:aws:wafv2:us-east-1:${HOME}:global/webacl/shop/*` },
      '',
    ],
  ])('is left as it is where it is meant for something else: %s', (_, deny, request, error) => {
    const codes = fixesOfDeny(deny, request, error).flatMap((fix) => fix.codes)
    expect(codes.length).toBeGreaterThan(0)
    expect(codes).not.toContain(MENDED)
  })

  it('opens to the one who has the id, and says so', () => {
    const document = JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Deny', Principal: '*', ...OLD_ID } })
    const accessCase: AccessCase = {
      version: 1,
      request: {
        principal: `arn:aws:sts::${HOME}:assumed-role/etl/night`,
        action: 's3:PutObject',
        resource: 'arn:aws:s3:::claims/2026/part-0',
        resourceAccount: HOME,
        ...USER_ID,
      },
      policies: { resource: { name: 'claims', document }, otherLayers: 'none' },
      error: 'We recreated the role.',
    }
    const fixes = explainFixes({ accessCase, evaluation: evaluate(accessCase), denial: null, services: SERVICES })
    const [fix] = fixes.filter(({ layer }) => layer === 'resource')
    expect(plainText(fix?.opens ?? [])).toContain('Whoever has the id AROANEWNEWNEWNEWNEW1:*')
  })

  it('covers the next sessions of a role that joins a list by its id', () => {
    const added = fixesOfDeny(OLD_ID, USER_ID).find(({ codes }) => codes.includes('add-exception'))
    expect(added?.changes[0]?.after).toContain('"AROANEWNEWNEWNEWNEW1:*"')
  })
})

describe('a Deny that exempts a role by its name', () => {
  const SESSION = `arn:aws:sts::${HOME}:assumed-role/AWSReservedSSO_Ops_0123456789abcdef/ann`
  const CENTER = 'role/aws-reserved/sso.amazonaws.com/'
  const arn = `arn:aws:iam::${HOME}:${CENTER}eu-west-1/AWSReservedSSO_Ops_0123456789abcdef`

  it.each([
    ['role/AWSReservedSSO_Ops_*', `${CENTER}*AWSReservedSSO_Ops_*`],
    [`${CENTER}AWSReservedSSO_Ops_*`, `${CENTER}*AWSReservedSSO_Ops_*`],
  ])('gets the path of the role: %s', (written, meant) => {
    const [fix, ...others] = fixesOf(SESSION, arn, without(`arn:aws:iam::*:${written}`))
    expect(others).toEqual([])
    expect(fix?.codes).toEqual(['correct-exception'])
    expect(fix?.changes[0]?.after).toContain(`"arn:aws:iam::*:${meant}"`)
    expect(fix?.failed?.map(({ standard }) => standard)).toEqual(['keeps guards'])
  })

  it('gets the ARN of the role in place of its session’s, under whatever Region', () => {
    const [fix] = fixesOf(SESSION, arn, without('arn:aws:sts::*:assumed-role/AWSReservedSSO_Ops_*/*'))
    expect(fix?.changes[0]?.after).toContain(`"arn:aws:iam::*:${CENTER}*AWSReservedSSO_Ops_*"`)
  })

  it('gets the path of any other role too, and no other one for another name', () => {
    const role = `arn:aws:iam::${HOME}:role/ops/deploy`
    const session = `arn:aws:sts::${HOME}:assumed-role/deploy/run`
    const [fix] = fixesOf(session, role, without(`arn:aws:iam::${HOME}:role/deploy`))
    expect(fix?.changes[0]?.after).toContain(`"${role}"`)
    const codes = fixesOf(session, role, without(`arn:aws:iam::${HOME}:role/admin`)).flatMap((one) => one.codes)
    expect(codes.length).toBeGreaterThan(0)
    expect(codes).not.toContain('correct-exception')
  })
})

describe('a Deny by a key that does not exist', () => {
  const USER = `arn:aws:iam::${HOME}:user/ann`
  const unless = (key: string) => ({ Condition: { BoolIfExists: { [key]: 'false' } } })

  it('gets the key that is meant, and stays', () => {
    const fixes = fixesOf(USER, USER, unless('aws:MultiFactorAuthPresense'))
    expect(fixes.map(({ codes }) => codes)).toEqual([['correct-key']])
    expect(fixes[0]?.changes[0]?.after).toContain('"aws:MultiFactorAuthPresent": "false"'.replace(': ', ':'))
  })

  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourcevpc
  it('gets the key that has such values, where the one that is tested never has them', () => {
    const [vpc, endpoint] = ['vpc-0a1b2c3d', 'vpce-0e1f2a3b']
    const [fix] = fixesOfDeny(
      { ...ON_ALL, Condition: { StringNotEquals: { 'aws:SourceVpce': vpc } } },
      { context: { 'aws:SourceVpc': vpc, 'aws:SourceVpce': endpoint } },
    )
    expect(fix?.codes).toEqual(['correct-key'])
    expect(fix?.changes[0]?.after).toContain(`{"StringNotEquals":{"aws:SourceVpc":"${vpc}"}}`)
  })

  it.each(['aws:MultiFactorAuthPresent', 'aws:PrincipalTag/team', 'saml:nothingLikeIt'])(
    'is another matter with a key that there is, or that is like none: %s',
    (key) => {
      expect(fixesOf(USER, USER, unless(key)).flatMap((fix) => fix.codes)).not.toContain('correct-key')
    },
  )
})

it('leaves no pattern of what is to be made out of a Deny: it would be off for everybody', () => {
  const deny = { Action: 'ec2:CreateVolume', Resource: '*', Condition: { Bool: { 'ec2:Encrypted': 'false' } } }
  const make = (resource: string) =>
    fixesOfDeny(deny, { action: 'ec2:CreateVolume', resource, context: { 'ec2:Encrypted': 'false' } })
  const codes = make(`arn:aws:ec2:eu-west-1:${HOME}:volume/*`).flatMap((fix) => fix.codes)
  expect(codes).not.toContain('leave-resource-out')
  expect(codes).not.toContain('leave-action-on-resource-out')
  expect(make(`arn:aws:ec2:eu-west-1:${HOME}:volume/vol-1`).flatMap((fix) => fix.codes)).toContain('leave-resource-out')
})
