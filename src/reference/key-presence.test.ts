import { describe, expect, test } from 'vitest'
import { BUILT_REFERENCE } from '../../.ci/built-reference'
import { BEYOND_REFERENCE } from '../facts/keys/beyond-reference'
import { isOfSession } from '../facts/keys/condition-keys'
import { matchWildcard } from '../iam/wildcard'
import { keysOf, matchKeyName } from './action-keys'
import { templateToGlob } from './arn-placeholder'
import { neverInReference } from './key-presence'
import type { ActionReference } from './service-reference'

const EC2 = 'arn:aws:ec2:eu-west-1:111122223333:'
const IAM = 'arn:aws:iam::111122223333:'
const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'
const ROLE = `${IAM}role/app`

/** Written down from AWS's pages and tables before the code was asked: can the check carry the key? */
const QUESTIONS: readonly (readonly [key: string, can: boolean, action: string, resource: string])[] = [
  // A key that the service lists, and that its tables name with no action
  ['states:HTTPEndpoint', true, 'states:InvokeHTTPEndpoint', 'arn:aws:states:eu-west-1:111122223333:stateMachine:crm'],
  [
    'states:StateMachineQualifier',
    false,
    'states:DescribeActivity',
    'arn:aws:states:eu-west-1:111122223333:activity:a',
  ],
  // Tags that a request passes, and tags of what is there
  ['aws:RequestTag/team', true, 'ec2:RunInstances', `${EC2}instance/*`],
  ['aws:RequestTag/team', true, 'ec2:RunInstances', `${EC2}volume/*`],
  ['aws:RequestTag/team', true, 'ec2:RunInstances', `${EC2}network-interface/*`],
  ['aws:RequestTag/team', false, 'ec2:RunInstances', `${EC2}subnet/subnet-0a1b2c3d`],
  ['aws:RequestTag/team', false, 'ec2:RunInstances', `${EC2}security-group/sg-0a1b2c3d`],
  ['aws:RequestTag/team', false, 'ec2:RunInstances', 'arn:aws:ec2:eu-west-1::image/ami-0a1b2c3d'],
  ['aws:TagKeys', false, 'ec2:RunInstances', `${EC2}key-pair/ops`],
  ['aws:ResourceTag/team', false, 'ec2:RunInstances', `${EC2}instance/*`],
  ['aws:ResourceTag/team', false, 'ec2:RunInstances', `${EC2}volume/*`],
  ['aws:ResourceTag/team', true, 'ec2:RunInstances', `${EC2}subnet/subnet-0a1b2c3d`],
  ['aws:ResourceTag/team', true, 'ec2:RunInstances', 'arn:aws:ec2:eu-west-1::image/ami-0a1b2c3d'],
  ['aws:ResourceTag/team', true, 'ec2:TerminateInstances', `${EC2}instance/i-0a1b2c3d`],
  ['aws:RequestTag/team', false, 'ec2:TerminateInstances', `${EC2}instance/i-0a1b2c3d`],
  ['aws:RequestTag/team', true, 'ec2:CreateTags', `${EC2}instance/i-0a1b2c3d`],
  ['aws:ResourceTag/team', true, 'ec2:CreateTags', `${EC2}instance/i-0a1b2c3d`],
  ['aws:ResourceTag/team', false, 'ec2:DescribeInstances', '*'],
  ['aws:ResourceTag/team', false, 'ec2:CreateSecurityGroup', `${EC2}security-group/*`],
  ['aws:ResourceTag/team', true, 'ec2:CreateSecurityGroup', `${EC2}vpc/vpc-0a1b2c3d`],
  // A Region that nobody tells is one field: it does not make a group a VPC.
  ['aws:ResourceTag/team', false, 'ec2:CreateSecurityGroup', 'arn:aws:ec2:*:111122223333:security-group/*'],
  ['aws:ResourceTag/team', true, 'ec2:CreateSecurityGroup', 'arn:aws:ec2:*:111122223333:vpc/*'],
  ['aws:RequestTag/team', false, 'ec2:CreateSecurityGroup', `${EC2}vpc/vpc-0a1b2c3d`],
  // Tagging at creation, whose id is `*`, and tagging what is there
  ['ec2:CreateAction', true, 'ec2:CreateTags', `${EC2}security-group/*`],
  ['ec2:CreateAction', false, 'ec2:CreateTags', `${EC2}security-group/sg-0a1b2c3d`],
  // A document of AWS has no tags of an account
  ['ssm:resourceTag/team', true, 'ssm:StartSession', 'arn:aws:ssm:eu-west-1:111122223333:document/run'],
  ['ssm:resourceTag/team', false, 'ssm:StartSession', 'arn:aws:ssm:eu-west-1::document/AWS-StartSSHSession'],
  ['ec2:ResourceTag/team', true, 'ec2:CopyVolumes', `${EC2}volume/vol-0a1b2c3d`],
  ['aws:RequestTag/team', true, 'iam:CreateRole', ROLE],
  ['aws:ResourceTag/team', false, 'iam:CreateRole', ROLE],
  ['iam:ResourceTag/team', false, 'iam:CreateRole', ROLE],
  ['aws:ResourceTag/team', false, 'iam:CreateServiceLinkedRole', `${IAM}role/aws-service-role/x.amazonaws.com/X`],
  ['aws:ResourceTag/team', true, 'iam:PassRole', ROLE],
  ['aws:ResourceTag/team', true, 'iam:CreateAccessKey', `${IAM}user/alice`],
  ['aws:RequestTag/team', false, 'iam:PassRole', ROLE],
  ['aws:RequestTag/team', false, 'iam:AttachRolePolicy', ROLE],
  ['aws:ResourceTag/team', true, 'sts:AssumeRole', ROLE],
  ['aws:RequestTag/team', true, 'sts:AssumeRole', ROLE],
  ['aws:RequestTag/team', true, 'sts:TagSession', ROLE],
  ['aws:ResourceTag/team', false, 'dynamodb:CreateTable', 'arn:aws:dynamodb:eu-west-1:111122223333:table/t'],
  ['aws:ResourceTag/team', true, 'dynamodb:GetItem', 'arn:aws:dynamodb:eu-west-1:111122223333:table/t'],
  ['aws:RequestTag/team', false, 'dynamodb:GetItem', 'arn:aws:dynamodb:eu-west-1:111122223333:table/t'],
  ['aws:RequestTag/team', false, 's3:PutObject', 'arn:aws:s3:::b/k'],
  ['aws:TagKeys', true, 'lambda:UntagResource', 'arn:aws:lambda:eu-west-1:111122223333:function:f'],
  ['aws:RequestTag/team', false, 'lambda:UntagResource', 'arn:aws:lambda:eu-west-1:111122223333:function:f'],
  ['aws:ResourceTag/team', true, 'lambda:InvokeFunction', 'arn:aws:lambda:eu-west-1:111122223333:function:f'],
  [
    'aws:RequestTag/team',
    false,
    'secretsmanager:GetSecretValue',
    'arn:aws:secretsmanager:eu-west-1:111122223333:secret:s-AbCdEf',
  ],
  [
    'aws:RequestTag/team',
    true,
    'secretsmanager:CreateSecret',
    'arn:aws:secretsmanager:eu-west-1:111122223333:secret:s-AbCdEf',
  ],
  // Keys of one type of resource
  ['ec2:InstanceType', true, 'ec2:RunInstances', `${EC2}instance/*`],
  ['ec2:InstanceType', false, 'ec2:RunInstances', 'arn:aws:ec2:eu-west-1::image/ami-0a1b2c3d'],
  ['ec2:InstanceType', false, 'ec2:RunInstances', `${EC2}subnet/subnet-0a1b2c3d`],
  ['ec2:InstanceType', true, 'ec2:RunInstances', '*'],
  ['ec2:Encrypted', true, 'ec2:RunInstances', `${EC2}volume/*`],
  ['ec2:Encrypted', false, 'ec2:RunInstances', `${EC2}instance/*`],
  ['ec2:Subnet', true, 'ec2:RunInstances', `${EC2}network-interface/*`],
  ['ec2:Vpc', true, 'ec2:RunInstances', `${EC2}subnet/subnet-0a1b2c3d`],
  ['ec2:Vpc', false, 'ec2:RunInstances', `${EC2}instance/*`],
  ['ec2:Owner', true, 'ec2:RunInstances', 'arn:aws:ec2:eu-west-1::image/ami-0a1b2c3d'],
  ['ec2:Region', true, 'ec2:DescribeInstances', '*'],
  ['ec2:CreateAction', true, 'ec2:CreateTags', `${EC2}instance/*`],
  ['ec2:CreateAction', false, 'ec2:RunInstances', `${EC2}instance/*`],
  ['ec2:MetadataHttpTokens', true, 'ec2:RunInstances', `${EC2}instance/*`],
  // Keys of one action
  ['iam:PermissionsBoundary', true, 'iam:CreateRole', ROLE],
  ['iam:PermissionsBoundary', true, 'iam:AttachRolePolicy', ROLE],
  ['iam:PermissionsBoundary', false, 'iam:CreatePolicy', `${IAM}policy/p`],
  ['iam:PermissionsBoundary', false, 'iam:CreateServiceLinkedRole', `${IAM}role/aws-service-role/x.amazonaws.com/X`],
  ['iam:PermissionsBoundary', false, 'iam:PassRole', ROLE],
  ['iam:PassedToService', true, 'iam:PassRole', ROLE],
  ['iam:PassedToService', false, 'iam:CreateRole', ROLE],
  ['iam:PassedToService', false, 'lambda:CreateFunction', 'arn:aws:lambda:eu-west-1:111122223333:function:f'],
  ['iam:PolicyARN', true, 'iam:AttachRolePolicy', ROLE],
  ['iam:PolicyARN', false, 'iam:PutRolePolicy', ROLE],
  ['s3:prefix', true, 's3:ListBucket', 'arn:aws:s3:::b'],
  ['s3:prefix', false, 's3:GetObject', 'arn:aws:s3:::b/k'],
  ['s3:x-amz-server-side-encryption', true, 's3:PutObject', 'arn:aws:s3:::b/k'],
  ['s3:x-amz-server-side-encryption', false, 's3:GetObject', 'arn:aws:s3:::b/k'],
  ['s3:x-amz-acl', false, 's3:DeleteObject', 'arn:aws:s3:::b/k'],
  ['s3:TlsVersion', true, 's3:GetObject', 'arn:aws:s3:::b/k'],
  ['s3:ExistingObjectTag/a', true, 's3:GetObject', 'arn:aws:s3:::b/k'],
  ['s3:RequestObjectTag/a', false, 's3:GetObject', 'arn:aws:s3:::b/k'],
  ['s3:DataAccessPointAccount', true, 's3:GetObject', 'arn:aws:s3:::b/k'],
  ['kms:EncryptionContext:aws:s3:arn', true, 'kms:Decrypt', KEY],
  ['kms:EncryptionContext:aws:s3:arn', false, 'kms:DescribeKey', KEY],
  ['kms:ViaService', true, 'kms:Decrypt', KEY],
  ['kms:ViaService', false, 's3:GetObject', 'arn:aws:s3:::b/k'],
  ['kms:GrantIsForAWSResource', true, 'kms:CreateGrant', KEY],
  ['kms:GrantIsForAWSResource', false, 'kms:Decrypt', KEY],
  ['kms:ResourceAliases', true, 'kms:Decrypt', KEY],
  ['sts:ExternalId', true, 'sts:AssumeRole', ROLE],
  ['sts:ExternalId', true, 'sts:TagSession', ROLE],
  ['sts:ExternalId', false, 'sts:AssumeRoleWithWebIdentity', ROLE],
  ['saml:aud', true, 'sts:AssumeRoleWithSAML', ROLE],
  ['saml:aud', false, 'sts:AssumeRoleWithWebIdentity', ROLE],
  ['dynamodb:LeadingKeys', true, 'dynamodb:Query', 'arn:aws:dynamodb:eu-west-1:111122223333:table/t/index/i'],
  ['dynamodb:LeadingKeys', false, 'dynamodb:DescribeTable', 'arn:aws:dynamodb:eu-west-1:111122223333:table/t'],
  ['lambda:FunctionUrlAuthType', false, 'lambda:InvokeFunction', 'arn:aws:lambda:eu-west-1:111122223333:function:f'],
  ['sns:Protocol', true, 'sns:Subscribe', 'arn:aws:sns:eu-west-1:111122223333:t'],
  ['sns:Protocol', false, 'sns:Publish', 'arn:aws:sns:eu-west-1:111122223333:t'],
  ['aws-marketplace:ProductId', true, 'aws-marketplace:Subscribe', '*'],
  // What a session or a network brings is of no action, and what nobody lists is not told of
  ['ec2:SourceInstanceARN', true, 's3:GetObject', 'arn:aws:s3:::b/k'],
  ['lambda:SourceFunctionArn', true, 'dynamodb:GetItem', 'arn:aws:dynamodb:eu-west-1:111122223333:table/t'],
  ['ssm:SourceInstanceARN', true, 'ssm:GetParameter', 'arn:aws:ssm:eu-west-1:111122223333:parameter/p'],
  ['aws:SourceVpce', true, 's3:GetObject', 'arn:aws:s3:::b/k'],
  ['aws:PrincipalTag/team', true, 'ec2:RunInstances', `${EC2}instance/*`],
  ['s3:NotAKeyOfOurs', true, 's3:GetObject', 'arn:aws:s3:::b/k'],
  ['example.com:sub', true, 'sts:AssumeRoleWithWebIdentity', ROLE],
  ['s3:prefix', true, 's3:NotAnAction', 'arn:aws:s3:::b'],
]

test.each(QUESTIONS)('%s can be present: %s, for %s on %s', (key, can, action, resource) => {
  expect(neverInReference(BUILT_REFERENCE, action.toLowerCase(), resource)(key.toLowerCase())).toBe(!can)
})

test('what is not loaded is not told of', () => {
  const isNever = neverInReference({ service: () => null }, 's3:getobject', 'arn:aws:s3:::b/k')
  expect(isNever('s3:prefix')).toBe(false)
  expect(isNever('aws:requesttag/a')).toBe(false)
})

/** A key as a policy would write it. */
const written = (name: string) =>
  templateToGlob(name)
    .replace(/tag-key$/, '*')
    .replaceAll('*', 'x')
    .toLowerCase()

describe('AWS’s tables', () => {
  const services = [...BUILT_REFERENCE.list!.services.keys()].map((prefix) => BUILT_REFERENCE.service(prefix)!)

  test('each key that a table names with an action can be present for it', () => {
    let asked = 0
    const refused: string[] = []
    for (const service of services)
      for (const action of service.actions) {
        const lower = `${service.prefix}:${action.name.toLowerCase()}`
        for (const { name } of action.keys) {
          asked += 1
          if (neverInReference(BUILT_REFERENCE, lower, '*')(written(name))) refused.push(`${lower} ${name}`)
        }
        for (const { type, keys } of action.resources) {
          const arn = type.arn
            .replace('${Partition}', 'aws')
            .replace('${Account}', '111122223333')
            .replace('${Region}', 'eu-west-1')
            .replace(/\$\{[^}]*\}/g, 'x')
          const isNever = neverInReference(BUILT_REFERENCE, lower, arn)
          for (const { name } of keys) {
            asked += 1
            if (isNever(written(name))) refused.push(`${lower} ${name} on ${type.name}`)
          }
        }
      }
    expect(asked).toBeGreaterThan(20_000)
    expect(refused).toEqual([])
  })

  /** Where ours says more than the tables, and where AWS says so: each has to account for something. */
  const BEYOND: readonly {
    readonly is: string
    readonly page: string
    readonly accounts: (lowerKey: string, lowerAction: string, action: ActionReference) => boolean
  }[] = [
    {
      is: 'what a session brings is of no action',
      page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
      accounts: (key) => isOfSession(key),
    },
    ...BEYOND_REFERENCE.map((row) => ({
      is: `${row.keys.join()} on ${row.actions.join()}`,
      page: row.page,
      accounts: (key: string, action: string) =>
        row.keys.some((one) => matchWildcard(one, key)) && row.actions.some((one) => matchWildcard(one, action)),
    })),
    {
      is: 'what passes tags passes their keys, and the other way round',
      page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html#access_tags_control-tag-keys',
      accounts: (key, _, { keys, resources, level, name }) => {
        const all = [...keys, ...resources.flatMap((one) => one.keys)].map((one) => one.name.toLowerCase())
        const passes = all.some((one) => one.startsWith('aws:requesttag/'))
        if (key === 'aws:tagkeys') return passes || level === 'Tagging'
        return key.startsWith('aws:requesttag/') && all.includes('aws:tagkeys') && !/^(?:un|remove|delete)/i.test(name)
      },
    },
  ]

  test('disagree with us on nothing that a row with its page does not account for', () => {
    const used = new Set<string>()
    const open: string[] = []
    const counts = { absent: 0, beyond: 0 }
    for (const service of services) {
      const ofTables = service.actions.flatMap((action) => [
        ...keysOf(action),
        ...action.resources.flatMap(({ type }) => type.keys),
      ])
      // Of a key that stands with no action and no type, the tables don't say where it is.
      const ofService = service.keys.filter(
        ({ name }) =>
          name.toLowerCase().startsWith(`${service.prefix}:`) &&
          ofTables.some((key) => matchKeyName(key, written(name))),
      )
      for (const action of service.actions) {
        const lower = `${service.prefix}:${action.name.toLowerCase()}`
        const isNever = neverInReference(BUILT_REFERENCE, lower, '*')
        const named = keysOf(action)
        const tags = ['aws:requesttag/x', 'aws:tagkeys', 'aws:resourcetag/x']
        const asked = [...ofService.filter((key) => !named.includes(key)).map(({ name }) => written(name)), ...tags]
        for (const key of new Set(asked)) {
          if (named.some((one) => matchKeyName(one, key))) continue
          if (isNever(key)) counts.absent += 1
          else {
            counts.beyond += 1
            const row = BEYOND.find(({ accounts }) => accounts(key, lower, action))
            if (row === undefined) open.push(`${lower} ${key}`)
            else used.add(row.is)
          }
        }
      }
    }
    expect(open).toEqual([])
    expect(counts.absent).toBeGreaterThan(100_000)
    expect(counts.beyond).toBeLessThan(counts.absent / 20)
    for (const { page } of BEYOND) expect(page).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/\S+$/)
    // Of one type of its resources only, which is asked above.
    const ofOneType = 'aws:resourcetag/*,ec2:resourcetag/* on ec2:copyvolumes'
    expect(BEYOND.map(({ is }) => is).filter((is) => !used.has(is))).toEqual([ofOneType])
  })
})
