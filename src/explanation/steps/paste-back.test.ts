import { describe, expect, it } from 'vitest'
import { evaluate } from '../../evaluation/evaluate'
import { buildCase } from '../../draft/build/build-case'
import { EMPTY_DRAFT, type Draft } from '../../draft/draft'
import { takePaste } from '../../draft/paste/take-paste'
import type { CaseLayer } from '../../iam/layers'

// What AWS's command line prints for the commands of the next steps, each in the shape of its operation.

const HOME = '111122223333'
const REGION = `eu-west-1:${HOME}`
const json = (value: unknown) => JSON.stringify(value, null, 4)

const allow = (action: string, more: object = {}) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: action, Resource: '*', ...more }],
})
const forAll = JSON.stringify(allow('*', { Principal: '*' }))

const asking = (
  action: string,
  resource: string,
  principal = `arn:aws:sts::${HOME}:assumed-role/Deploy/run`,
): Draft => ({
  ...EMPTY_DRAFT,
  request: { principal, action, resource },
})

const object = asking('s3:GetObject', 'arn:aws:s3:::data/a')
const byUser = asking('s3:GetObject', 'arn:aws:s3:::data/a', `arn:aws:iam::${HOME}:user/alice`)
const of = (action: string, service: string, rest: string) => asking(action, `arn:aws:${service}:${REGION}:${rest}`)

const POLICY = `arn:aws:iam::${HOME}:policy/App`

type Row = readonly [command: string, asked: Draft, printed: unknown, layer: CaseLayer]

const PRINTED: readonly Row[] = [
  [
    'get-policy-version, for each policy of a role',
    object,
    { RoleName: 'Deploy', PolicyName: POLICY, PolicyDocument: allow('s3:*') },
    'identity',
  ],
  [
    'get-policy-version, for each policy of a group',
    byUser,
    { GroupName: 'devs', PolicyName: POLICY, PolicyDocument: allow('s3:*') },
    'identity',
  ],
  ['get-role-policy', object, { RoleName: 'Deploy', PolicyName: 'inline', PolicyDocument: allow('s3:*') }, 'identity'],
  ['get-user-policy', byUser, { UserName: 'alice', PolicyName: 'x', PolicyDocument: allow('s3:*') }, 'identity'],
  ['get-group-policy', byUser, { GroupName: 'devs', PolicyName: 'x', PolicyDocument: allow('s3:*') }, 'identity'],
  [
    'get-policy-version, of the boundary of a role',
    object,
    { RoleName: 'Deploy', PermissionsBoundaryArn: POLICY, Document: allow('s3:*') },
    'boundary',
  ],
  [
    'get-policy-version, of the boundary of a user',
    byUser,
    { UserName: 'alice', PermissionsBoundaryArn: POLICY, Document: allow('s3:*') },
    'boundary',
  ],
  ['get-bucket-policy', object, { Policy: forAll }, 'resource'],
  ['get-access-point-policy', of('s3:GetObject', 's3', 'accesspoint/reports/object/a'), { Policy: forAll }, 'resource'],
  ['get-key-policy', of('kms:Decrypt', 'kms', 'key/1'), { Policy: forAll, PolicyName: 'default' }, 'resource'],
  [
    'get-queue-attributes',
    of('sqs:SendMessage', 'sqs', 'orders'),
    { Attributes: { Policy: forAll, QueueArn: `arn:aws:sqs:${REGION}:orders` } },
    'resource',
  ],
  [
    'get-topic-attributes',
    of('sns:Publish', 'sns', 'news'),
    { Attributes: { Policy: forAll, TopicArn: `arn:aws:sns:${REGION}:news`, Owner: HOME } },
    'resource',
  ],
  [
    'secretsmanager get-resource-policy',
    of('secretsmanager:GetSecretValue', 'secretsmanager', 'secret:db-Ab12Cd'),
    { ARN: `arn:aws:secretsmanager:${REGION}:secret:db-Ab12Cd`, Name: 'db', ResourcePolicy: forAll },
    'resource',
  ],
  [
    'dynamodb get-resource-policy',
    of('dynamodb:GetItem', 'dynamodb', 'table/orders'),
    { Policy: forAll, RevisionId: '1' },
    'resource',
  ],
  ['kinesis get-resource-policy', of('kinesis:PutRecord', 'kinesis', 'stream/a'), { Policy: forAll }, 'resource'],
  [
    'lambda get-policy',
    of('lambda:InvokeFunction', 'lambda', 'function:orders'),
    { Policy: forAll, RevisionId: '1' },
    'resource',
  ],
  [
    'get-repository-policy',
    of('ecr:BatchGetImage', 'ecr', 'repository/team/app'),
    { registryId: HOME, repositoryName: 'team/app', policyText: forAll },
    'resource',
  ],
  [
    'get-role',
    asking('sts:AssumeRole', `arn:aws:iam::${HOME}:role/app/Reader`),
    {
      Role: {
        Path: '/app/',
        RoleName: 'Reader',
        Arn: `arn:aws:iam::${HOME}:role/app/Reader`,
        AssumeRolePolicyDocument: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Principal: { AWS: HOME }, Action: 'sts:AssumeRole' }],
        },
      },
    },
    'resource',
  ],
  [
    'describe-event-bus',
    of('events:PutEvents', 'events', 'event-bus/main'),
    { Name: 'main', Arn: `arn:aws:events:${REGION}:event-bus/main`, Policy: forAll },
    'resource',
  ],
  [
    'describe-file-system-policy',
    of('elasticfilesystem:ClientMount', 'elasticfilesystem', 'file-system/fs-0abc1234'),
    { FileSystemId: 'fs-0abc1234', Policy: forAll },
    'resource',
  ],
  [
    'get-backup-vault-access-policy',
    of('backup:CopyIntoBackupVault', 'backup', 'backup-vault:main'),
    { BackupVaultName: 'main', BackupVaultArn: `arn:aws:backup:${REGION}:backup-vault:main`, Policy: forAll },
    'resource',
  ],
  [
    'glue get-resource-policy',
    of('glue:GetTable', 'glue', 'table/a/b'),
    { PolicyInJson: forAll, PolicyHash: 'x' },
    'resource',
  ],
  [
    'opensearch describe-domain',
    of('es:ESHttpGet', 'es', 'domain/logs'),
    { DomainStatus: { DomainName: 'logs', ARN: `arn:aws:es:${REGION}:domain/logs`, AccessPolicies: forAll } },
    'resource',
  ],
  [
    'logs describe-resource-policies',
    of('logs:PutLogEvents', 'logs', 'log-group:x:*'),
    { resourcePolicies: [{ policyName: 'p', policyDocument: forAll, lastUpdatedTime: 1 }] },
    'resource',
  ],
  [
    'describe-vpc-endpoints',
    object,
    {
      VpcEndpoints: [{ VpcEndpointId: 'vpce-0abc', ServiceName: 'com.amazonaws.eu-west-1.s3', PolicyDocument: forAll }],
    },
    'endpoint',
  ],
]

describe('what a command of the next steps prints, pasted back', () => {
  it.each(PRINTED)('%s', (_command, draft, printed, layer) => {
    const { placed, asked } = takePaste(draft, json(printed))
    expect(placed.map((one) => one.layer)).toEqual([layer])
    expect(asked).toEqual([])
  })
})

describe('what AWS tells of a denial, pasted below it', () => {
  const instance = `arn:aws:ec2:${REGION}:instance/i-0abc1234`
  const session = `arn:aws:sts::${HOME}:assumed-role/Deploy/run`
  const sentence = `User: ${session} is not authorized to perform: ec2:StartInstances on resource: ${instance} because no identity-based policy allows the ec2:StartInstances action`
  const before = takePaste(EMPTY_DRAFT, sentence).draft

  const keysAfter = (printed: string) => {
    const { context } = buildCase(takePaste(before, printed).draft)
    return Object.fromEntries(context.map(({ key, values }) => [key, values[0]]))
  }

  it('decode-authorization-message', () => {
    const conditions = { items: [{ key: 'ec2:ResourceTag/team', values: { items: [{ value: 'red' }] } }] }
    const decoded = {
      allowed: false,
      explicitDeny: false,
      matchedStatements: { items: [] },
      context: {
        principal: { id: 'AROA:run', arn: session },
        action: 'ec2:StartInstances',
        resource: instance,
        conditions,
      },
    }
    expect(keysAfter(JSON.stringify(decoded))).toMatchObject({ 'ec2:ResourceTag/team': 'red' })
  })

  it('cloudtrail lookup-events, the events of one operation in one line', () => {
    const userIdentity = {
      type: 'AssumedRole',
      principalId: 'AROAEXAMPLE:run',
      arn: session,
      accountId: HOME,
      sessionContext: { attributes: { mfaAuthenticated: 'false', creationDate: '2026-01-01T00:00:00Z' } },
    }
    const event = {
      eventVersion: '1.08',
      userIdentity,
      eventTime: '2026-01-01T00:00:00Z',
      eventSource: 'ec2.amazonaws.com',
      eventName: 'StartInstances',
      awsRegion: 'eu-west-1',
      sourceIPAddress: '203.0.113.9',
      errorCode: 'Client.UnauthorizedOperation',
      errorMessage: `You are not authorized to perform this operation. ${sentence}`,
    }
    const { errorCode: _code, errorMessage: _message, ...allowed } = event
    expect(keysAfter([allowed, event, allowed].map((one) => JSON.stringify(one)).join('\t'))).toMatchObject({
      'aws:SourceIp': '203.0.113.9',
      'aws:MultiFactorAuthPresent': 'false',
    })
  })
})

const organizationPolicy = (target: string, name: string, content: object, type = 'SERVICE_CONTROL_POLICY') =>
  json({ Target: target, PolicySummary: { Id: 'p-1', Name: name, Type: type }, Content: JSON.stringify(content) })

describe('the policies of an organization, pasted back level by level', () => {
  const printed = [
    organizationPolicy(HOME, 'FullAWSAccess', allow('*')),
    organizationPolicy('ou-ab12-low', 'OnlyEc2', allow('ec2:*')),
    organizationPolicy('ou-ab12-high', 'FullAWSAccess', allow('*')),
    organizationPolicy('r-ab12', 'FullAWSAccess', allow('*')),
  ].join('\n')
  const { draft } = takePaste(object, printed)

  it('hang on their own levels, the root first', () => {
    expect(
      draft.layers.scp.levels.map(({ target, policies }) => [target, ...policies.map(({ name }) => name)]),
    ).toEqual([
      ['r-ab12', 'FullAWSAccess'],
      ['ou-ab12-high', 'FullAWSAccess'],
      ['ou-ab12-low', 'OnlyEc2'],
      [HOME, 'FullAWSAccess'],
    ])
  })

  it('are not made one: a level that does not allow denies', () => {
    const scp = evaluateLayer(draft)
    expect(scp).toBe('implicitDeny')
    expect(evaluateLayer(takePaste(object, printed.replace('ec2:*', 's3:*')).draft)).toBe('allows')
  })

  it('take the place of levels that were assumed', () => {
    const assumed = takePaste(
      object,
      json({ Type: 'SERVICE_CONTROL_POLICY', Name: 'guard', Content: JSON.stringify(allow('*')) }),
    )
    expect(assumed.draft.layers.scp.levels.map(({ target }) => target)).toEqual(['Root', HOME])
    expect(takePaste(assumed.draft, printed).draft.layers.scp).toEqual(draft.layers.scp)
  })
})

const evaluateLayer = (draft: Draft) =>
  evaluate(buildCase(draft).accessCase).layers.find(({ layer }) => layer === 'scp')?.status

describe('what AWS recorded of a denial', () => {
  it('brings the request and each policy, at the place where it hangs, in one paste', () => {
    const organization = 'arn:aws:organizations::444455556666'
    const scp = `${organization}:policy/o-a1b2c3d4e5/service_control_policy/p-11112222`
    const inline = `arn:aws:iam::${HOME}:role/app/policy/reads`
    const record = {
      requestContext: { 'aws:PrincipalArn': [`arn:aws:iam::${HOME}:role/app`] },
      evaluations: [{ action: 's3:GetObject', resource: 'arn:aws:s3:::notes/a', evaluatedEffect: 'EXPLICIT_DENY' }],
      policies: [
        {
          type: 'SERVICE_CONTROL_POLICY',
          uri: scp,
          attachedTo: [
            { arn: `${organization}:account/o-a1b2c3d4e5/${HOME}` },
            { arn: `${organization}:root/o-a1b2c3d4e5/r-a1b2` },
          ],
        },
        { type: 'IDENTITY_BASED_POLICY', uri: inline, attachedTo: [{ arn: `arn:aws:iam::${HOME}:role/app` }] },
      ],
    }
    const { draft, asked } = takePaste(
      EMPTY_DRAFT,
      [
        json(record),
        json({ PolicyUri: scp, Policy: allow('s3:*') }),
        json({ PolicyUri: inline, Policy: { policyDocument: JSON.stringify(allow('s3:Get*')) } }),
      ].join('\n'),
    )
    expect(asked).toEqual([])
    expect(draft.layers.scp.levels.map(({ target, policies }) => [target, policies.length])).toEqual([
      ['r-a1b2', 1],
      [HOME, 1],
    ])
    expect(draft.layers.identity.policies).toHaveLength(1)
    expect(buildCase(draft).accessCase.request).toMatchObject({
      principal: `arn:aws:iam::${HOME}:role/app`,
      action: 's3:GetObject',
    })
  })
})
