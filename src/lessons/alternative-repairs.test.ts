import { describe, expect, it } from 'vitest'
import { BUILT_REFERENCE } from '../../.ci/built-reference'
import { changePolicy, policiesOn, containersOf } from '../draft/edit/edit-layers'
import type { Draft } from '../draft/draft'
import { checkRepair, type RepairResult } from './check-repair'
import { COURSE } from './course/course'
import type { WrittenStatement } from './sketch'
import type { CaseLayer } from '../iam/layers'

type Json = Readonly<Record<string, unknown>>
type Edit = (draft: Draft) => Draft

/** Changes the text of a policy, as a learner does in the box. */
const inText =
  (layer: CaseLayer, name: string, change: (text: string) => string): Edit =>
  (draft) => {
    for (const shelf of containersOf(draft.layers, layer)) {
      const policies = policiesOn(draft.layers, shelf)
      const policy = policies.findIndex((one) => one.name === name)
      const before = policies[policy]
      if (!before) continue
      return { ...draft, layers: changePolicy(draft.layers, { ...shelf, policy }, { text: change(before.text) }) }
    }
    throw new Error(`There is no policy ${name}.`)
  }

/** Changes one statement of a policy. */
const put = (layer: CaseLayer, name: string, change: Json, sid?: string): Edit =>
  inText(layer, name, (text) => {
    const document = JSON.parse(text) as { Statement: WrittenStatement[] }
    return JSON.stringify({
      ...document,
      Statement: document.Statement.map((one) =>
        sid === undefined || one['Sid'] === sid ? { ...one, ...change } : one,
      ),
    })
  })

/** Adds a statement to a policy. */
const add = (layer: CaseLayer, name: string, statement: WrittenStatement): Edit =>
  inText(layer, name, (text) => {
    const document = JSON.parse(text) as { Statement: WrittenStatement[] }
    return JSON.stringify({ ...document, Statement: [...document.Statement, statement] })
  })

const key =
  (name: string, value: string): Edit =>
  (draft) => ({
    ...draft,
    context: { ...draft.context, [name]: { state: 'known', values: [value] } },
  })

const all =
  (...edits: readonly Edit[]): Edit =>
  (draft) =>
    edits.reduce((edited, edit) => edit(edited), draft)

const allow = (Action: unknown, Resource: unknown, more: Json = {}): WrittenStatement => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
})

const MENUS = 'arn:aws:s3:::harbour-menus/*'
const TICKETS = 'arn:aws:s3:::harbour-tickets'
const WATCH = 'arn:aws:iam::111122223333:role/watch'
const PLANNER = 'arn:aws:iam::111122223333:role/menu-planner'
const PROJECTOR = 'arn:aws:iam::111122223333:role/projector'
const OURS = { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' }
const NO_SERVICE = { BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } }
const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:bookings'
const SECRET = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:fleet/radar-Zx81Qp'
const FILMS_KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'
const CHARTS = 'arn:aws:s3:::harbour-charts'
const ARCHIVE = 'arn:aws:s3:::harbour-archive'
const GITHUB = 'token.actions.githubusercontent.com'
const IN_PRODUCTION = 'repo:harbour-line/timetable:environment:production'
const allowToken = {
  Effect: 'Allow',
  Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${GITHUB}` },
  Action: 'sts:AssumeRoleWithWebIdentity',
}
const DENY_OTHERS = 'OnlyOurOrganization'
const guard = (change: Json) => put('scp', 'region-guard', change)
const boundaryWith = (...actions: string[]) =>
  put('boundary', 'fleet-boundary', { Action: ['dynamodb:*', 's3:*', ...actions] })
const radar = (...actions: string[]) => put('identity', 'radar', { Action: actions, Resource: SECRET })
const twoRegions = guard({ Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'us-east-1'] } } })

const OVEN_ROLE = 'arn:aws:iam::111122223333:role/oven-timer'
const TO_LAMBDA = { 'iam:PassedToService': 'lambda.amazonaws.com' }
const BOARD = 'arn:aws:s3:::harbour-board'
const LINKED_ROLE =
  'arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling'
const FOR_SCALING = { 'iam:AWSServiceName': 'autoscaling.amazonaws.com' }
const CREW = 'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com'
const arnLike = (pattern: string): Json => ({
  Condition: { StringEquals: OURS, ArnLike: { 'aws:PrincipalArn': pattern } },
})
const grantOf = (condition: Json): WrittenStatement =>
  allow('kms:CreateGrant', '*', {
    Principal: { AWS: 'arn:aws:iam::111122223333:role/dock-builder' },
    ...(Object.keys(condition).length === 0 ? {} : { Condition: condition }),
  })

/** What learners try, by lesson: the repair in words, the repair, and what is said of it. */
const TRIED: Readonly<Record<string, readonly (readonly [words: string, repair: Edit, RepairResult['outcome']])[]>> = {
  'everything-starts-denied': [
    ['a statement of its own', add('identity', 'menus', allow('s3:PutObject', MENUS)), 'works'],
    ['a wildcard in the action', put('identity', 'menus', { Action: ['s3:GetObject', 's3:Put*'] }), 'wide'],
    ['upload in the place of reading', put('identity', 'menus', { Action: 's3:PutObject' }), 'tooNarrow'],
    ['every bucket', put('identity', 'menus', { Action: ['s3:GetObject', 's3:PutObject'], Resource: '*' }), 'tooOpen'],
    ['an action in capitals', put('identity', 'menus', { Action: ['S3:GETOBJECT', 'S3:PUTOBJECT'] }), 'works'],
    [
      'the ARN of the bucket alone',
      add('identity', 'menus', allow('s3:PutObject', 'arn:aws:s3:::harbour-menus')),
      'stillDenied',
    ],
    ['a forgotten bracket', inText('identity', 'menus', (text) => text.slice(0, -1)), 'unreadable'],
    [
      'a condition on what the case does not tell',
      add(
        'identity',
        'menus',
        allow('s3:PutObject', MENUS, { Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-0a1b2c3d' } } }),
      ),
      'depends',
    ],
  ],
  'a-deny-wins': [
    [
      'an exception for the test table',
      put('identity', 'protect-tables', {
        Resource: undefined,
        NotResource: 'arn:aws:dynamodb:*:*:table/bookings-test',
      }),
      'loses',
    ],
    [
      'a condition on another user',
      put('identity', 'protect-tables', { Condition: { StringNotEquals: { 'aws:username': 'omar' } } }),
      'tooOpen',
    ],
    ['one more Allow', add('identity', 'AdministratorAccess', allow('dynamodb:DeleteTable', '*')), 'stillDenied'],
    ['an Allow in the place of the Deny', put('identity', 'protect-tables', { Effect: 'Allow' }), 'tooOpen'],
  ],
  'the-arn-must-match': [
    ['a statement for the objects', add('identity', 'print-tickets', allow('s3:GetObject', `${TICKETS}/*`)), 'works'],
    [
      'this one object',
      add('identity', 'print-tickets', allow('s3:GetObject', `${TICKETS}/2026/0001.pdf`)),
      'tooNarrow',
    ],
    ['objects in the place of the bucket', put('identity', 'print-tickets', { Resource: `${TICKETS}/*` }), 'tooNarrow'],
    ['every resource', put('identity', 'print-tickets', { Resource: '*' }), 'tooOpen'],
  ],
  'a-condition-decides': [
    [
      'a statement for the second office',
      add(
        'identity',
        'payroll',
        allow('s3:GetObject', 'arn:aws:s3:::harbour-payroll/*', {
          Condition: { IpAddress: { 'aws:SourceIp': '198.51.100.0/24' } },
        }),
      ),
      'works',
    ],
    [
      'the second office in the place of the first',
      put('identity', 'payroll', { Condition: { IpAddress: { 'aws:SourceIp': '198.51.100.0/24' } } }),
      'tooNarrow',
    ],
    [
      'Petra’s address alone',
      put('identity', 'payroll', { Condition: { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '198.51.100.24'] } } }),
      'tooNarrow',
    ],
    [
      'every address',
      put('identity', 'payroll', { Condition: { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } } }),
      'tooOpen',
    ],
    [
      'two operators, which must both be met',
      put('identity', 'payroll', {
        Condition: {
          IpAddress: { 'aws:SourceIp': '203.0.113.0/24' },
          IpAddressIfExists: { 'aws:SourceIp': '198.51.100.0/24' },
        },
      }),
      'stillDenied',
    ],
  ],
  'a-key-that-is-absent': [
    ['MFA, spelled in capitals', key('aws:MultiFactorAuthPresent', 'True'), 'works'],
    ['a sign-in without MFA', key('aws:MultiFactorAuthPresent', 'false'), 'stillDenied'],
    [
      'Bool in the place of BoolIfExists',
      put(
        'identity',
        'operations',
        { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } } },
        'DenyWithoutMfa',
      ),
      'tooOpen',
    ],
  ],
  'a-boundary-caps': [
    ['a statement for the queue', add('boundary', 'team-boundary', allow('sqs:SendMessage', QUEUE)), 'works'],
    [
      'all of SQS in the boundary: the role keeps it small',
      add('boundary', 'team-boundary', allow('sqs:*', '*')),
      'works',
    ],
    [
      'everything, in both',
      all(
        put('boundary', 'team-boundary', { Action: '*' }),
        put('identity', 'booking-api', { Action: '*', Resource: '*' }),
      ),
      'tooOpen',
    ],
    ['more in the role’s policy', put('identity', 'booking-api', { Action: 'sqs:*', Resource: '*' }), 'stillDenied'],
  ],
  'every-level-must-allow': [
    [
      'Lambda on the list',
      put('scp', 'kitchen-allow-list', { Action: ['dynamodb:*', 's3:*', 'lambda:UpdateFunctionCode'] }),
      'works',
    ],
    ['a statement of its own', add('scp', 'kitchen-allow-list', allow('lambda:*', '*')), 'works'],
    ['Lambda in the place of the list', put('scp', 'kitchen-allow-list', { Action: 'lambda:*' }), 'tooNarrow'],
    ['everything', put('scp', 'kitchen-allow-list', { Action: '*' }), 'tooOpen'],
  ],
  'rcps-guard-the-resource': [
    [
      'the account by a second operator',
      put('rcp', 'identity-perimeter', {
        Condition: {
          StringNotEqualsIfExists: OURS,
          StringNotLikeIfExists: { 'aws:PrincipalAccount': '999988887777' },
          ...NO_SERVICE,
        },
      }),
      'works',
    ],
    [
      'the role by its ARN',
      put('rcp', 'identity-perimeter', {
        Condition: {
          StringNotEqualsIfExists: OURS,
          ArnNotLikeIfExists: { 'aws:PrincipalArn': 'arn:aws:iam::999988887777:role/auditor' },
          ...NO_SERVICE,
        },
      }),
      'works',
    ],
    [
      'the auditor’s organization as a second value',
      put('rcp', 'identity-perimeter', {
        Condition: {
          StringNotEqualsIfExists: { 'aws:PrincipalOrgID': ['o-a1b2c3d4e5', 'o-z9y8x7w6v5'] },
          ...NO_SERVICE,
        },
      }),
      'tooOpen',
    ],
    [
      'the account in the place of the organization',
      put('rcp', 'identity-perimeter', {
        Condition: { StringNotEqualsIfExists: { 'aws:PrincipalAccount': '999988887777' }, ...NO_SERVICE },
      }),
      'tooNarrow',
    ],
    ['no Deny for reading', put('rcp', 'identity-perimeter', { Action: 's3:Put*' }, DENY_OTHERS), 'tooOpen'],
  ],
  'a-session-is-smaller': [
    ['a statement of its own', add('session', 'desk-7', allow('dynamodb:UpdateItem', '*')), 'works'],
    ['updating in the place of reading', put('session', 'desk-7', { Action: 'dynamodb:UpdateItem' }), 'tooNarrow'],
    ['all that the role can', put('session', 'desk-7', { Action: 'dynamodb:*' }), 'tooOpen'],
  ],
  'both-accounts-say-yes': [
    [
      'a statement of its own',
      add(
        'resource',
        'galley-recipes bucket policy',
        allow('s3:GetObject', 'arn:aws:s3:::galley-recipes/*', { Principal: { AWS: PLANNER } }),
      ),
      'works',
    ],
    [
      'everybody, but only this role',
      add(
        'resource',
        'galley-recipes bucket policy',
        allow('s3:GetObject', 'arn:aws:s3:::galley-recipes/*', {
          Principal: '*',
          Condition: { ArnEquals: { 'aws:PrincipalArn': PLANNER } },
        }),
      ),
      'works',
    ],
    [
      'the role in the place of the account',
      put('resource', 'galley-recipes bucket policy', { Principal: { AWS: PLANNER } }),
      'tooNarrow',
    ],
    [
      'the whole account of the caller',
      put('resource', 'galley-recipes bucket policy', { Principal: { AWS: ['444455556666', '111122223333'] } }),
      'tooOpen',
    ],
    ['more in the role’s policy', put('identity', 'menu-planner', { Action: 's3:*' }), 'stillDenied'],
  ],
  'a-role-trusts': [
    ['the external id of another customer', key('sts:ExternalId', 'other-customer'), 'stillDenied'],
    ['the external id in other letters', key('sts:ExternalId', 'Harbour-5527'), 'stillDenied'],
    [
      'a trust policy that asks only if there is an id',
      put('resource', 'fleet-backup trust policy', {
        Condition: { StringEqualsIfExists: { 'sts:ExternalId': 'harbour-5527' } },
      }),
      'tooOpen',
    ],
    [
      'an external id of any name',
      all(
        key('sts:ExternalId', 'x'),
        put('resource', 'fleet-backup trust policy', { Condition: { StringLike: { 'sts:ExternalId': '*' } } }),
      ),
      'tooOpen',
    ],
  ],
  'naming-a-session': [
    [
      'the role’s own policy',
      add('identity', 'watch', allow('s3:GetObject', 'arn:aws:s3:::harbour-logbook/*')),
      'works',
    ],
    [
      'the account, but only this role',
      put('resource', 'logbook bucket policy', {
        Principal: '*',
        Condition: { ArnEquals: { 'aws:PrincipalArn': WATCH } },
      }),
      'works',
    ],
    [
      'the session of tonight',
      put('resource', 'logbook bucket policy', {
        Principal: { AWS: 'arn:aws:sts::111122223333:assumed-role/watch/night-2' },
      }),
      'tooNarrow',
    ],
    [
      'a wildcard in the session’s name',
      put('resource', 'logbook bucket policy', {
        Principal: { AWS: 'arn:aws:sts::111122223333:assumed-role/watch/*' },
      }),
      'stillDenied',
    ],
    ['everybody', put('resource', 'logbook bucket policy', { Principal: '*' }), 'tooOpen'],
  ],
  'the-key-behind-the-bucket': [
    [
      'the account, so that IAM policies count',
      add(
        'resource',
        'films key policy',
        allow('kms:Decrypt', '*', { Principal: { AWS: 'arn:aws:iam::111122223333:root' } }),
      ),
      'wide',
    ],
    [
      'the role, but only through S3',
      add(
        'resource',
        'films key policy',
        allow('kms:Decrypt', '*', {
          Principal: { AWS: PROJECTOR },
          Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } },
        }),
      ),
      'works',
    ],
    [
      'the role in the place of the administrators',
      put('resource', 'films key policy', { Principal: { AWS: PROJECTOR }, Action: 'kms:Decrypt' }),
      'tooNarrow',
    ],
    ['everybody', add('resource', 'films key policy', allow('kms:Decrypt', '*', { Principal: '*' })), 'tooOpen'],
    ['more in the role’s policy', add('identity', 'projector', allow('kms:*', FILMS_KEY)), 'stillDenied'],
  ],
  'the-road-has-a-gate': [
    [
      'a statement of its own',
      add(
        'endpoint',
        'vpce-0a1b2c3d4e5f60718',
        allow('s3:GetObject', 'arn:aws:s3:::harbour-packages/*', { Principal: '*' }),
      ),
      'works',
    ],
    ['all buckets of ours', put('endpoint', 'vpce-0a1b2c3d4e5f60718', { Resource: 'arn:aws:s3:::harbour-*' }), 'wide'],
    [
      'packages in the place of data',
      put('endpoint', 'vpce-0a1b2c3d4e5f60718', { Resource: 'arn:aws:s3:::harbour-packages/*' }),
      'tooNarrow',
    ],
    ['every bucket', put('endpoint', 'vpce-0a1b2c3d4e5f60718', { Resource: 'arn:aws:s3:::*' }), 'tooOpen'],
  ],
  'who-the-token-speaks-of': [
    [
      'a statement of its own',
      add('resource', 'publish-timetable trust policy', {
        ...allowToken,
        Condition: { StringEquals: { [`${GITHUB}:aud`]: 'sts.amazonaws.com', [`${GITHUB}:sub`]: IN_PRODUCTION } },
      }),
      'works',
    ],
    [
      'the environment in the place of the branch',
      put('resource', 'publish-timetable trust policy', {
        Condition: { StringEquals: { [`${GITHUB}:aud`]: 'sts.amazonaws.com', [`${GITHUB}:sub`]: IN_PRODUCTION } },
      }),
      'tooNarrow',
    ],
    [
      'no test of sub',
      put('resource', 'publish-timetable trust policy', {
        Condition: { StringEquals: { [`${GITHUB}:aud`]: 'sts.amazonaws.com' } },
      }),
      'tooOpen',
    ],
    [
      'a wildcard under StringEquals',
      put('resource', 'publish-timetable trust policy', {
        Condition: { StringEquals: { [`${GITHUB}:sub`]: 'repo:harbour-line/timetable:*' } },
      }),
      'stillDenied',
    ],
  ],
  'tags-at-creation': [
    [
      'tied to the launch by StringLike',
      add(
        'identity',
        'dock-builder',
        allow('ec2:CreateTags', 'arn:aws:ec2:*:111122223333:instance/*', {
          Condition: { StringLike: { 'ec2:CreateAction': 'RunInstances' } },
        }),
      ),
      'works',
    ],
    ['every action of EC2', put('identity', 'dock-builder', { Action: 'ec2:*' }), 'tooOpen'],
    ['tags of instances at any time', add('identity', 'dock-builder', allow('ec2:CreateTags', '*')), 'tooOpen'],
    [
      'tied to another creation',
      add(
        'identity',
        'dock-builder',
        allow('ec2:CreateTags', '*', { Condition: { StringEquals: { 'ec2:CreateAction': 'CreateVolume' } } }),
      ),
      'stillDenied',
    ],
  ],
  'a-redacted-error': [
    ['a statement of its own', add('identity', 'chart-room', allow('s3:DeleteObject', `${CHARTS}/*`)), 'works'],
    ['one folder', add('identity', 'chart-room', allow('s3:DeleteObject', `${CHARTS}/drafts/*`)), 'depends'],
    ['every bucket', put('identity', 'chart-room', { Action: 's3:*Object', Resource: '*' }), 'tooOpen'],
    ['all that begins with Delete', add('identity', 'chart-room', allow('s3:Delete*', `${CHARTS}/*`)), 'tooOpen'],
    ['deleting in the place of the others', put('identity', 'chart-room', { Action: 's3:DeleteObject' }), 'tooNarrow'],
  ],
  'the-wrong-policy': [
    [
      'the policy with Deny in its name',
      put('identity', 'deny-outside-the-office', { Condition: { NotIpAddress: { 'aws:SourceIp': '0.0.0.0/0' } } }),
      'stillDenied',
    ],
    ['one more Allow', add('identity', 'archive-work', allow('s3:PutObject', `${ARCHIVE}/inbox/*`)), 'stillDenied'],
    [
      'another way to encrypt, everywhere',
      put('identity', 'team-defaults', {
        Condition: { StringNotEquals: { 's3:x-amz-server-side-encryption': ['aws:kms', 'AES256'] } },
      }),
      'tooOpen',
    ],
    [
      'the folder spared by NotResource',
      put('identity', 'team-defaults', { Resource: undefined, NotResource: [`${ARCHIVE}/inbox/*`] }),
      'works',
    ],
    [
      'this one file',
      put('identity', 'team-defaults', { Resource: undefined, NotResource: `${ARCHIVE}/inbox/1987.tif` }),
      'tooNarrow',
    ],
  ],
  'a-key-that-cannot-be-there': [
    ['no condition', put('identity', 'harbour-lab', { Condition: undefined }), 'tooOpen'],
    [
      'a test that is met where the key is absent, on every resource',
      put('identity', 'harbour-lab', { Condition: { StringEqualsIfExists: { 'ec2:InstanceType': 't3.micro' } } }),
      'wide',
    ],
    [
      'images alone',
      put('identity', 'harbour-lab', { Resource: 'arn:aws:ec2:*::image/*', Condition: undefined }),
      'tooNarrow',
    ],
    ['instances alone', put('identity', 'harbour-lab', { Resource: 'arn:aws:ec2:*:*:instance/*' }), 'stillDenied'],
  ],
  'one-call-many-checks': [
    ['the role, to any service', add('identity', 'functions', allow('iam:PassRole', OVEN_ROLE)), 'tooOpen'],
    [
      'every role, to Lambda alone',
      add('identity', 'functions', allow('iam:PassRole', '*', { Condition: { StringEquals: TO_LAMBDA } })),
      'tooOpen',
    ],
    ['assuming the role', add('identity', 'functions', allow('sts:AssumeRole', OVEN_ROLE)), 'stillDenied'],
    [
      'passing in the place of creating',
      put('identity', 'functions', {
        Action: 'iam:PassRole',
        Resource: OVEN_ROLE,
        Condition: { StringEquals: TO_LAMBDA },
      }),
      'tooNarrow',
    ],
    [
      'with StringLike',
      add('identity', 'functions', allow('iam:PassRole', OVEN_ROLE, { Condition: { StringLike: TO_LAMBDA } })),
      'works',
    ],
  ],
  'a-403-for-nothing': [
    ['listing on the objects', add('identity', 'menu-board', allow('s3:ListBucket', `${BOARD}/*`)), 'stillDenied'],
    ['listing every bucket', add('identity', 'menu-board', allow('s3:ListBucket', '*')), 'tooOpen'],
    [
      'both actions on the bucket',
      put('identity', 'menu-board', { Action: ['s3:GetObject', 's3:ListBucket'], Resource: BOARD }),
      'tooNarrow',
    ],
    ['all that begins with List', add('identity', 'menu-board', allow('s3:List*', BOARD)), 'wide'],
    [
      'both actions on both',
      put('identity', 'menu-board', { Action: ['s3:GetObject', 's3:ListBucket'], Resource: [BOARD, `${BOARD}/*`] }),
      'works',
    ],
  ],
  'a-role-of-the-service': [
    ['any service-linked role', add('identity', 'scaling', allow('iam:CreateServiceLinkedRole', '*')), 'tooOpen'],
    ['creating roles', add('identity', 'scaling', allow('iam:CreateRole', LINKED_ROLE)), 'stillDenied'],
    ['all of IAM on this role', add('identity', 'scaling', allow('iam:*', LINKED_ROLE)), 'wide'],
    [
      'by the key alone',
      add(
        'identity',
        'scaling',
        allow('iam:CreateServiceLinkedRole', '*', { Condition: { StringEquals: FOR_SCALING } }),
      ),
      'wide',
    ],
  ],
  'the-path-of-a-permission-set': [
    [
      'this role by its whole ARN',
      put('resource', 'harbour-rota bucket policy', arnLike(`${CREW}/eu-west-1/AWSReservedSSO_Crew_0123456789abcdef`)),
      'tooNarrow',
    ],
    [
      'deleting too',
      put('resource', 'harbour-rota bucket policy', {
        ...arnLike(`${CREW}/*/AWSReservedSSO_Crew_*`),
        Action: ['s3:GetObject', 's3:DeleteObject'],
      }),
      'wide',
    ],
    ['every permission set', put('resource', 'harbour-rota bucket policy', arnLike(`${CREW}/*`)), 'tooOpen'],
    [
      'StringEquals with a wildcard',
      put('resource', 'harbour-rota bucket policy', {
        Condition: { StringEquals: { 'aws:PrincipalArn': `${CREW}/*/AWSReservedSSO_Crew_*` } },
      }),
      'stillDenied',
    ],
    [
      'the set in every Region',
      put('resource', 'harbour-rota bucket policy', arnLike(`${CREW}/*/AWSReservedSSO_Crew_*`)),
      'wide',
    ],
  ],
  'a-grant-for-the-disk': [
    ['a grant to anyone', add('resource', 'disk key policy', grantOf({})), 'tooOpen'],
    [
      'a grant through EC2',
      add(
        'resource',
        'disk key policy',
        grantOf({ StringEquals: { 'kms:ViaService': 'ec2.eu-west-1.amazonaws.com' } }),
      ),
      'wide',
    ],
    [
      'the test of the wrong value',
      add('resource', 'disk key policy', grantOf({ Bool: { 'kms:GrantIsForAWSResource': 'false' } })),
      'stillDenied',
    ],
    ['everything on the key', put('resource', 'disk key policy', { Action: 'kms:*' }), 'tooOpen'],
  ],
  'three-blockers': [
    [
      'an exception of the guard, for this action',
      all(
        guard({ NotAction: ['iam:*', 'sts:*', 'secretsmanager:GetSecretValue'] }),
        boundaryWith('secretsmanager:GetSecretValue'),
        radar('secretsmanager:GetSecretValue'),
      ),
      'tooOpen',
    ],
    [
      'the least of each',
      all(twoRegions, boundaryWith('secretsmanager:GetSecretValue'), radar('secretsmanager:GetSecretValue')),
      'works',
    ],
    [
      'reading of all kinds',
      all(twoRegions, boundaryWith('*'), radar('secretsmanager:Get*', 'secretsmanager:Describe*')),
      'works',
    ],
    ['the gate that AWS names', twoRegions, 'stillDenied'],
    ['two of three', all(twoRegions, radar('secretsmanager:GetSecretValue')), 'stillDenied'],
    ['every action of the service', all(twoRegions, boundaryWith('*'), radar('secretsmanager:*')), 'tooOpen'],
  ],
}

const TRIALS = COURSE.flatMap((lesson) =>
  (TRIED[lesson.id] ?? []).map(([words, edit, said]) => ({ lesson, words, edit, said })),
)

describe('what learners try', () => {
  it.each(COURSE)('$id: at least three repairs, of which one is not right', ({ id }) => {
    const said = (TRIED[id] ?? []).map(([, , outcome]) => outcome)
    expect(said.length).toBeGreaterThanOrEqual(3)
    expect(said).toContain('tooOpen')
  })

  it.each(TRIALS)('$lesson.id, $words: $said', ({ lesson, edit, said }) => {
    // The guard of the last lesson bears on every service there is: what that opens takes seconds to find.
    const reference = lesson.id === 'three-blockers' ? null : BUILT_REFERENCE
    expect(checkRepair(lesson, edit(lesson.draft), reference)).toMatchObject({ outcome: said })
  })
})
