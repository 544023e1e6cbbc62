import { describe, expect, it } from 'vitest'
import { buildCase } from '../build/build-case'
import { parseDenials } from '../../denial/parse-denials'
import { EMPTY_DRAFT, type Draft } from '../draft'
import { applyFoundPolicy } from './apply-found-policy'
import { setPaste } from './set-paste'
import { bringBack, startAnew } from '../edit/keep-or-drop-layers'
import { placePolicies } from './place-policies'
import { takePaste } from './take-paste'

const json = (value: unknown) => JSON.stringify(value, null, 2)
const ALLOW = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] }
const OTHER = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:PutObject', Resource: '*' }] }
const DENY = { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: 's3:*', Resource: '*' }] }
const BUCKET = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 's3:*', Resource: '*' }],
}
const TRUST = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'sts:AssumeRole' }],
}
const rolePolicy = (RoleName: string, PolicyDocument: object = ALLOW, PolicyName = 'read') =>
  json({ RoleName, PolicyName, PolicyDocument })

const error = (role = 'app', action = 's3:GetObject', resource = 'arn:aws:s3:::b/k') =>
  `User: arn:aws:sts::111122223333:assumed-role/${role}/run-1 is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`

const take = (draft: Draft, ...pastes: readonly string[]): Draft =>
  pastes.reduce((before, paste) => takePaste(before, paste).draft, draft)
const names = (draft: Draft, layer: 'identity' | 'resource') => draft.layers[layer].policies.map(({ name }) => name)

describe('takePaste', () => {
  it('takes an error and its policies from one paste', () => {
    const { draft, placed, asked } = takePaste(EMPTY_DRAFT, `${error()}\n\n${rolePolicy('app')}`)
    expect(draft.paste).toContain('is not authorized')
    expect(draft.layers.identity).toMatchObject({ state: 'given', policies: [{ name: 'read', source: 'role' }] })
    expect(placed.map(({ layer }) => layer)).toEqual(['identity'])
    expect(asked).toEqual([])
  })

  it('lets a new error take the place of the old one with its edits, and leaves the policies', () => {
    const first = { ...take(EMPTY_DRAFT, error(), rolePolicy('app')), request: { resource: 'arn:aws:s3:::edited' } }
    const second = take(first, error('app', 's3:PutObject'))
    expect(second.paste).toBe(error('app', 's3:PutObject'))
    expect(second.request).toEqual({})
    expect(names(second, 'identity')).toEqual(['read'])
  })

  it('leaves the error where a paste holds policies alone', () => {
    const draft = take(EMPTY_DRAFT, error(), rolePolicy('app'))
    expect(draft.paste).toBe(error())
    expect(take(EMPTY_DRAFT, rolePolicy('app')).paste).toBe('')
  })

  it('adds a second policy, takes the newer text of a known one, and adds no policy twice', () => {
    const draft = take(EMPTY_DRAFT, error(), rolePolicy('app'), rolePolicy('app', OTHER, 'write'), rolePolicy('app'))
    expect(names(draft, 'identity')).toEqual(['read', 'write'])
    const newer = take(draft, rolePolicy('app', DENY))
    expect(newer.layers.identity.policies.map(({ name, text }) => [name, JSON.parse(text) as unknown])).toEqual([
      ['read', DENY],
      ['write', OTHER],
    ])
  })

  it('does not call a session policy a bucket policy, whatever its container is called', () => {
    const denied =
      'User: arn:aws:sts::111122223333:assumed-role/app/run is not authorized to perform: s3:ListBucket on resource: "arn:aws:s3:::maps" because no session policy allows the s3:ListBucket action'
    const listing = {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::maps/*' },
        {
          Effect: 'Allow',
          Action: 's3:ListBucket',
          Resource: 'arn:aws:s3:::maps',
          Condition: { StringLike: { 's3:prefix': ['a/*'] } },
        },
      ],
    }
    const { draft } = takePaste(EMPTY_DRAFT, `${denied}\n\nwhat is put into AssumeRole as Policy:\n\n${json(listing)}`)
    expect(draft.layers.session.policies.map(({ name }) => name)).toEqual(['Policy 1'])
  })

  it('asks where a bare policy belongs, until it is somewhere', () => {
    const { asked, draft } = takePaste(EMPTY_DRAFT, json(ALLOW))
    expect(asked.map(({ reason }) => reason)).toEqual(['layer-unknown'])
    expect(draft).toEqual(EMPTY_DRAFT)
    const given = take(EMPTY_DRAFT, rolePolicy('app'))
    expect(takePaste(given, json(ALLOW)).asked).toEqual([])
  })

  it('does not put a policy of another role or service where it would be judged', () => {
    const before = take(EMPTY_DRAFT, error())
    const reasons = (paste: string) => takePaste(before, paste).asked.map(({ reason }) => reason)
    expect(reasons(rolePolicy('other'))).toEqual(['other-principal'])
    expect(reasons(rolePolicy('app'))).toEqual([])
    expect(reasons(json({ UserName: 'app', PolicyName: 'x', PolicyDocument: ALLOW }))).toEqual(['other-principal'])
    expect(
      reasons(json({ Policy: json({ ...BUCKET, Statement: { ...BUCKET.Statement[0], Action: 'kms:*' } }) })),
    ).toEqual(['other-service'])
    // What assumes no role is no matter of a trust policy, whichever service it is of.
    expect(reasons(json({ Role: { RoleName: 'app', AssumeRolePolicyDocument: TRUST } }))).toEqual(['not-assumed'])
    expect(reasons(json({ Policy: json(BUCKET) }))).toEqual([])
  })

  it('takes a trust policy for the role that is to be assumed only', () => {
    const target = 'arn:aws:iam::999988887777:role/target'
    const before = take(EMPTY_DRAFT, error('app', 'sts:AssumeRole', target))
    const role = (RoleName: string, account: string) =>
      json({ Role: { RoleName, Arn: `arn:aws:iam::${account}:role/${RoleName}`, AssumeRolePolicyDocument: TRUST } })
    expect(names(take(before, role('target', '999988887777')), 'resource')).toEqual(['trust policy'])
    expect(takePaste(before, role('target', '111122223333')).asked).toMatchObject([{ reason: 'other-resource' }])
    expect(takePaste(before, role('other', '999988887777')).asked).toMatchObject([{ reason: 'other-resource' }])
  })

  describe('a policy of another bucket', () => {
    const of = (bucket: string) =>
      json({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: `arn:aws:s3:::${bucket}/*` }],
      })
    const s3 = (bucket: string) => error('app', 's3:GetObject', `arn:aws:s3:::${bucket}/a.txt`)
    const reasons = (paste: string, before = take(EMPTY_DRAFT, s3('logs-prod'))) =>
      takePaste(before, paste).asked.map(({ reason }) => reason)

    it('is set aside, whether its container or its statements tell the bucket', () => {
      expect(reasons(`bucket policy:\n${of('maps-prod')}`)).toEqual(['other-resource'])
      expect(
        reasons(
          `resource "aws_s3_bucket_policy" "p" {\n  bucket = "maps-prod"\n  policy = jsonencode(${of('maps-prod')})\n}`,
        ),
      ).toEqual(['other-resource'])
    })

    it('is taken where it can be of this one: the same, with a wildcard, masked, or of a bucket that is masked', () => {
      for (const bucket of ['logs-prod', 'logs-*', '<bucket>', '${Bucket}'])
        expect(reasons(`bucket policy:\n${of(bucket)}`), bucket).toEqual([])
      expect(reasons(`bucket policy:\n${of('maps-prod')}`, take(EMPTY_DRAFT, s3('***')))).toEqual([])
    })

    it('is set aside when an error of another bucket comes, and stays where it is taken all the same', () => {
      const before = take(EMPTY_DRAFT, s3('maps-prod'), `bucket policy:\n${of('maps-prod')}`)
      expect(before.layers.resource.state).toBe('given')
      const after = takePaste(before, s3('logs-prod'))
      expect(after.draft.layers.resource.state).toBe('notGiven')
      expect(after.asked).toMatchObject([{ reason: 'other-resource' }])
      const taken = applyFoundPolicy(after.draft, after.asked[0]!.policy, 'resource')
      expect(takePaste(taken, s3('logs-prod')).draft.layers.resource.state).toBe('given')
    })

    it('as of another function, or of another version of a layer, is set aside; that of an alias is of its function', () => {
      const lambda = (name: string) => `arn:aws:lambda:eu-west-1:111122223333:${name}`
      const lets = (action: string, name: string) =>
        json({
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Principal: '*', Action: action, Resource: lambda(name) }],
        })
      const asked = (action: string, name: string, given: string) =>
        reasons(`resource-based policy:\n${lets(action, given)}`, take(EMPTY_DRAFT, error('app', action, lambda(name))))
      expect(asked('lambda:InvokeFunction', 'function:price', 'function:prices')).toEqual(['other-resource'])
      expect(asked('lambda:InvokeFunction', 'function:price', 'function:price:live')).toEqual([])
      expect(asked('lambda:GetLayerVersion', 'layer:otel:15', 'layer:otel:14')).toEqual(['other-resource'])
      expect(asked('lambda:GetLayerVersion', 'layer:otel:15', 'layer:otel:15')).toEqual([])
    })
  })

  it('takes a trust policy of a role whose account or name is masked in the error', () => {
    const printed = json({
      Role: { RoleName: 'target', Arn: 'arn:aws:iam::999988887777:role/target', AssumeRolePolicyDocument: TRUST },
    })
    for (const target of ['arn:aws:iam::XXXXXXXXXXXX:role/target', 'arn:aws:iam::999988887777:role/...'])
      expect(takePaste(take(EMPTY_DRAFT, error('app', 'sts:AssumeRole', target)), printed).asked, target).toEqual([])
  })

  it('starts the levels with FullAWSAccess, as Organizations does, but not beside an allow list', () => {
    const scp = (document: object) =>
      json({ Policy: { PolicySummary: { Name: 'guard', Type: 'SERVICE_CONTROL_POLICY' }, Content: json(document) } })
    const levels = (paste: string) =>
      take(EMPTY_DRAFT, error(), paste).layers.scp.levels.map(({ target, policies }) => [
        target,
        policies.map(({ name }) => name),
      ])
    expect(levels(scp(DENY))).toEqual([
      ['Root', ['FullAWSAccess']],
      ['111122223333', ['FullAWSAccess', 'guard']],
    ])
    expect(levels(scp(ALLOW))).toEqual([
      ['Root', ['FullAWSAccess']],
      ['111122223333', ['guard']],
    ])
  })

  it('keeps FullAWSAccess where it is itself pasted before an SCP that denies', () => {
    const scp = (name: string, document: object) =>
      json({ Policy: { PolicySummary: { Name: name, Type: 'SERVICE_CONTROL_POLICY' }, Content: json(document) } })
    const full = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }
    for (const name of ['FullAWSAccess', 'p-full']) {
      const { levels } = take(EMPTY_DRAFT, error(), scp(name, full), scp('guard', DENY)).layers.scp
      const account = levels.at(-1)?.policies ?? []
      expect(account.map(({ text }) => text.includes('"Allow"'))).toContain(true)
      expect(account.at(-1)?.name).toBe('guard')
    }
  })

  it('keeps a policy that is only named as one without text, and fills it when its document comes', () => {
    const attached = json({
      RoleName: 'app',
      AttachedPolicies: [{ PolicyName: 'team', PolicyArn: 'arn:aws:iam::111122223333:policy/team' }],
    })
    const draft = take(EMPTY_DRAFT, error(), attached)
    expect(draft.layers.identity.policies).toEqual([{ name: 'team', text: '', source: 'role' }])
    const version = json({ PolicyVersion: { Document: ALLOW, VersionId: 'v1', IsDefaultVersion: true } })
    const { draft: filled } = takePaste(draft, version)
    expect(filled.layers.identity.policies).toMatchObject([{ name: 'team', source: 'role' }])
    expect(JSON.parse(filled.layers.identity.policies[0]!.text)).toEqual(ALLOW)
  })

  it('keeps what it does not know in the empty box, and never instead of an error', () => {
    expect(take(EMPTY_DRAFT, 'hello').paste).toBe('hello')
    const before = take(EMPTY_DRAFT, error())
    const outcome = takePaste(before, 'hello')
    expect(outcome.draft).toBe(before)
    expect(outcome.reading.problems.map(({ code }) => code)).toEqual(['nothing-recognised'])
  })

  it('leaves a link to be opened', () => {
    for (const link of ['https://example.org/app/#1/AbC-_9', '#1/AbC-_9', 'https://example.org/#1/Ab\n  C-_9']) {
      const outcome = takePaste(EMPTY_DRAFT, link)
      expect(outcome.reading.link).toBe('1/AbC-_9')
      expect(outcome.draft).toBe(EMPTY_DRAFT)
    }
    for (const link of ['x1/AbC', 'd1/AbC', '1/AbC&step=3'])
      expect(takePaste(EMPTY_DRAFT, `https://example.org/app/#${link}`).reading.link).toBe(link)
    for (const none of ['https://example.org/#/learn', 'see https://example.org/#1/A', '# 1/2', 'https://example.org/'])
      expect(takePaste(EMPTY_DRAFT, none).reading.link).toBeNull()
  })

  it('opens a case file in the place of everything', () => {
    const file = json({
      version: 1,
      title: 't',
      request: { principal: 'anonymous', action: 's3:GetObject', resource: 'arn:aws:s3:::b/k' },
      policies: {},
    })
    const { draft } = takePaste(take(EMPTY_DRAFT, error()), file)
    expect(draft).toMatchObject({ title: 't', paste: '', request: { principal: 'anonymous' }, otherContext: 'absent' })
    expect(draft.layers.identity.state).toBe('none')
  })

  it('says what is wrong with a case file of another version, and changes nothing', () => {
    const { draft, reading } = takePaste(EMPTY_DRAFT, json({ version: 2, request: {}, policies: {} }))
    expect(reading.problems).toMatchObject([{ code: 'case-version' }])
    expect(draft.layers).toBe(EMPTY_DRAFT.layers)
  })

  it('tries the policies again that were asked, when an error tells where they belong', () => {
    const { asked } = takePaste(EMPTY_DRAFT, json({ Policy: json(BUCKET) }))
    expect(asked.map(({ reason }) => reason)).toEqual(['request-unknown'])
    const waiting = asked
    expect(takePaste(EMPTY_DRAFT, json({ Policy: json(BUCKET) }), undefined, waiting).asked).toHaveLength(1)
    expect(names(takePaste(EMPTY_DRAFT, error(), undefined, waiting).draft, 'resource')).toEqual(['bucket policy'])
    expect(takePaste(EMPTY_DRAFT, error('app', 'sqs:SendMessage'), undefined, waiting).asked).toMatchObject([
      { reason: 'other-service' },
    ])
  })

  it('puts a decoded message below the error that it tells more of, and takes its keys', () => {
    const resource = 'arn:aws:ec2:eu-west-1:111122223333:instance/*'
    const arn = 'arn:aws:sts::111122223333:assumed-role/app/run-1'
    const decoded = (action: string) =>
      json({
        allowed: false,
        explicitDeny: true,
        matchedStatements: { items: [] },
        failures: { items: [] },
        context: {
          principal: { id: 'AROAEXAMPLE:run-1', arn },
          action,
          resource,
          conditions: { items: [{ key: 'ec2:InstanceType', values: { items: [{ value: 't3.medium' }] } }] },
        },
      })
    const before = take(EMPTY_DRAFT, error('app', 'ec2:RunInstances', resource))
    const after = take({ ...before, context: { 'aws:SourceIp': { state: 'absent' } } }, decoded('RunInstances'))
    expect(after.paste.startsWith(before.paste)).toBe(true)
    expect(after.context).toEqual({ 'aws:SourceIp': { state: 'absent' } })
    const built = buildCase(after)
    expect(built.denial).toMatchObject({ layer: 'identity', decision: 'implicit', matchedStatements: [] })
    expect(built.context.find(({ key }) => key === 'ec2:InstanceType')).toMatchObject({
      values: ['t3.medium'],
      origin: 'decoded',
    })
    const other = take(before, decoded('StopInstances'))
    expect(other.paste).toBe(decoded('StopInstances'))
  })

  it('takes an error with an encoded message alone for the one that the decoded message tells of', () => {
    const arn = 'arn:aws:sts::111122223333:assumed-role/app/run-1'
    const bare = (operation: string, sign: string) =>
      `An error occurred (UnauthorizedOperation) when calling the ${operation} operation: You are not authorized to perform this operation. Encoded authorization failure message: ${`${sign}ncoded_blob-that-STS-alone-can-read_`.repeat(4)}`
    const decoded = json({
      allowed: false,
      explicitDeny: false,
      matchedStatements: { items: [] },
      failures: { items: [] },
      context: {
        principal: { id: 'AROAEXAMPLE:run-1', arn },
        action: 'ec2:RunInstances',
        resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
        conditions: { items: [{ key: 'ec2:InstanceType', values: { items: [{ value: 't3.medium' }] } }] },
      },
    })
    const before = take(EMPTY_DRAFT, bare('RunInstances', 'E'))
    const after = take(before, decoded)
    expect(after.paste.startsWith(before.paste)).toBe(true)
    expect(parseDenials(after.paste)).toMatchObject([
      { principal: arn, action: 'ec2:RunInstances', operation: 'RunInstances', decision: 'implicit' },
    ])
    expect(parseDenials(after.paste)[0]?.encodedMessage).toBe(parseDenials(before.paste)[0]?.encodedMessage)
    // Of another operation, it is another denial's.
    expect(take(take(EMPTY_DRAFT, bare('StopInstances', 'E')), decoded).paste).toBe(decoded)
  })

  it('keeps no credentials', () => {
    const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
    const { draft, reading } = takePaste(EMPTY_DRAFT, `export AWS_SECRET_ACCESS_KEY=${secret}\n${error()}`)
    expect(JSON.stringify([draft, reading])).not.toContain(secret)
    expect(reading.problems.map(({ code }) => code)).toEqual(['credentials-removed'])
    expect(reading.denials).toHaveLength(1)
    expect(takePaste(EMPTY_DRAFT, secret).draft).toEqual({ ...EMPTY_DRAFT, paste: '[removed]' })
  })
})

describe('the description of a user or role', () => {
  const teamOnly = {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: 's3:GetObject',
        Resource: '*',
        Condition: { StringEquals: { 'aws:PrincipalTag/team': 'a', 'aws:PrincipalTag/stage': 'prod' } },
      },
    ],
  }
  const withPolicy = (draft: Draft, holder: object) =>
    take(draft, json({ ...holder, PolicyName: 'p', PolicyDocument: teamOnly }))
  const role = (more: object) =>
    json({ Role: { Path: '/ci/', RoleName: 'app', Arn: 'arn:aws:iam::111122223333:role/ci/app', ...more } })

  it('tells the role’s path, its tags and that it has no boundary', () => {
    const before = withPolicy(take(EMPTY_DRAFT, error()), { RoleName: 'app' })
    const { draft, keys } = takePaste(before, role({ Tags: [{ Key: 'team', Value: 'a' }] }))
    expect(draft.paste).toBe(before.paste)
    expect(draft.context).toEqual({
      'aws:PrincipalArn': { state: 'known', values: ['arn:aws:iam::111122223333:role/ci/app'] },
      'aws:PrincipalTag/team': { state: 'known', values: ['a'] },
    })
    expect(keys).toEqual(['aws:PrincipalArn', 'aws:PrincipalTag/team'])
    expect(draft.layers.boundary.state).toBe('none')
  })

  it('leaves the boundary that it names, and keeps what is known already', () => {
    const boundary = {
      PermissionsBoundaryType: 'Policy',
      PermissionsBoundaryArn: 'arn:aws:iam::111122223333:policy/limit',
    }
    const set = { 'aws:principaltag/TEAM': { state: 'absent' } } as const
    const { draft } = takePaste(
      { ...take(EMPTY_DRAFT, error()), context: set },
      role({ Tags: [{ Key: 'team', Value: 'a' }], PermissionsBoundary: boundary }),
    )
    expect(draft.layers.boundary.state).toBe('given')
    expect(draft.context).toMatchObject(set)
    expect(Object.keys(draft.context)).toHaveLength(2)
  })

  it('tells of a user which tags it has not; a session may add some to a role’s', () => {
    const userError =
      'User: arn:aws:iam::111122223333:user/nora is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::b/k" because no identity-based policy allows the s3:GetObject action'
    const user = {
      UserName: 'nora',
      Path: '/',
      Arn: 'arn:aws:iam::111122223333:user/nora',
      Tags: [{ Key: 'team', Value: 'b' }],
    }
    const before = withPolicy(take(EMPTY_DRAFT, userError), { UserName: 'nora' })
    for (const described of [{ User: user }, { UserDetailList: [{ ...user, UserName: 'nora' }], RoleDetailList: [] }])
      expect(take(before, json(described)).context).toEqual({
        'aws:PrincipalTag/team': { state: 'known', values: ['b'] },
        'aws:PrincipalTag/stage': { state: 'absent' },
      })
    // A listing leaves tags and boundaries out.
    const { Tags: _tags, ...listed } = user
    const after = take(before, json({ Users: [listed] }))
    expect(after.context).toEqual({})
    expect(after.layers.boundary.state).toBe('notGiven')
  })

  it('says nothing of another role', () => {
    const before = take(EMPTY_DRAFT, error())
    for (const arn of ['arn:aws:iam::111122223333:role/other', 'arn:aws:iam::444455556666:role/app'])
      expect(take(before, json({ Role: { RoleName: 'x', Arn: arn, Tags: [{ Key: 'team', Value: 'a' }] } }))).toEqual(
        before,
      )
  })
})

describe('get-account-authorization-details', () => {
  const arn = (resource: string) => `arn:aws:iam::111122223333:${resource}`
  const details = {
    UserDetailList: [
      {
        UserName: 'nora',
        Arn: arn('user/nora'),
        GroupList: ['Ops'],
        UserPolicyList: [{ PolicyName: 'own', PolicyDocument: OTHER }],
        AttachedManagedPolicies: [],
      },
      {
        UserName: 'sam',
        Arn: arn('user/sam'),
        GroupList: [],
        UserPolicyList: [{ PolicyName: 'sams', PolicyDocument: DENY }],
        AttachedManagedPolicies: [],
      },
    ],
    GroupDetailList: [
      {
        GroupName: 'Ops',
        Arn: arn('group/Ops'),
        GroupPolicyList: [{ PolicyName: 'ops', PolicyDocument: ALLOW }],
        AttachedManagedPolicies: [{ PolicyName: 'team', PolicyArn: arn('policy/team') }],
      },
    ],
    RoleDetailList: [
      {
        RoleName: 'app',
        Arn: arn('role/app'),
        AssumeRolePolicyDocument: TRUST,
        RolePolicyList: [{ PolicyName: 'read', PolicyDocument: ALLOW }],
        AttachedManagedPolicies: [
          { PolicyName: 'AdministratorAccess', PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
        ],
        PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: arn('policy/limit') },
      },
    ],
    Policies: [
      {
        PolicyName: 'team',
        Arn: arn('policy/team'),
        PolicyVersionList: [
          { Document: DENY, VersionId: 'v1', IsDefaultVersion: false },
          { Document: OTHER, VersionId: 'v2', IsDefaultVersion: true },
        ],
      },
      {
        PolicyName: 'limit',
        Arn: arn('policy/limit'),
        PolicyVersionList: [{ Document: DENY, VersionId: 'v1', IsDefaultVersion: true }],
      },
      {
        PolicyName: 'unused',
        Arn: arn('policy/unused'),
        PolicyVersionList: [{ Document: DENY, VersionId: 'v1', IsDefaultVersion: true }],
      },
    ],
  }
  const userError =
    'User: arn:aws:iam::111122223333:user/nora is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::b/k because no identity-based policy allows the s3:GetObject action'

  it('takes what the denied role has: inline, attached and boundary', () => {
    const { draft, asked } = takePaste(EMPTY_DRAFT, `${error()}\n${json(details)}`)
    expect(draft.layers.identity.policies.map(({ name, source }) => [name, source])).toEqual([
      ['read', 'role'],
      ['AdministratorAccess', 'role'],
    ])
    expect(draft.layers.boundary.policies.map(({ name, text }) => [name, JSON.parse(text) as unknown])).toEqual([
      ['limit', DENY],
    ])
    expect(draft.layers.resource.state).toBe('notGiven')
    expect(asked.every(({ reason }) => reason === 'other-principal' || reason === 'not-assumed')).toBe(true)
    expect(asked.map(({ policy }) => policy.name)).not.toContain('unused')
  })

  it('takes what the denied user has, its groups’ policies too, the version in force only', () => {
    const { draft } = takePaste(EMPTY_DRAFT, `${userError}\n${json(details)}`)
    expect(
      draft.layers.identity.policies.map(({ name, source, text }) => [name, source, JSON.parse(text) as unknown]),
    ).toEqual([
      ['own', 'user', OTHER],
      ['ops', 'group:Ops', ALLOW],
      ['team', 'group:Ops', OTHER],
    ])
    // What is said of the user would name its boundary.
    expect(draft.layers.boundary.state).toBe('none')
  })

  it('puts nothing anywhere before it is known who was denied; afterwards it does', () => {
    const { asked, draft } = takePaste(EMPTY_DRAFT, json(details))
    expect(draft.layers).toEqual(EMPTY_DRAFT.layers)
    const later = placePolicies(
      setPaste(draft, userError),
      asked.map(({ policy }) => policy),
    )
    expect(later.draft.layers.identity.policies).toHaveLength(3)
  })
})

describe('a policy of a template', () => {
  const template = (resource: string) => ({
    AppPolicy: {
      Type: 'AWS::IAM::RolePolicy',
      Properties: {
        RoleName: 'app',
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: { 'Fn::Sub': resource } }],
        },
      },
    },
  })

  it('gets the account and the partition that the request tells', () => {
    const { draft, asked } = takePaste(
      take(EMPTY_DRAFT, error()),
      json(template('arn:${AWS::Partition}:s3:::logs-${AWS::AccountId}/*')),
    )
    expect(asked).toEqual([])
    expect(draft.layers.identity.policies[0]?.text).toContain('"arn:aws:s3:::logs-111122223333/*"')
  })

  it('is put in its layer while something is open, which keeps its name', () => {
    const before = take(EMPTY_DRAFT, error())
    const { draft, placed } = takePaste(before, json(template('arn:${AWS::Partition}:s3:::${Data}/*')))
    expect(placed).toMatchObject([{ policy: { notes: [{ code: 'placeholders', data: { names: 'Data' } }] } }])
    expect(draft.layers.identity.policies[0]?.text).toContain('"arn:aws:s3:::${Data}/*"')
  })
})

describe('a policy that comes with an error', () => {
  const limit = { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: 's3:*', Resource: '*' }] }
  const byScp = error().replace('because no identity-based policy allows the s3:GetObject action', '')
  const scpError = `${byScp}with an explicit deny in a service control policy`

  it('goes into the layer that AWS names, where it looks like one of that layer', () => {
    const { draft, placed, asked } = takePaste(EMPTY_DRAFT, `${error()}\n${json(ALLOW)}`)
    expect(placed).toMatchObject([{ layer: 'identity', by: 'claim', policy: { name: 'Policy 1' } }])
    expect(names(draft, 'identity')).toEqual(['Policy 1'])
    expect(asked).toEqual([])
    expect(takePaste(EMPTY_DRAFT, `${scpError}\n${json(limit)}`).placed).toMatchObject([{ layer: 'scp' }])
  })

  it('is placed with others where the layer holds several', () => {
    const { draft } = takePaste(EMPTY_DRAFT, `${error()}\n${json(ALLOW)}\n\n${json(OTHER)}`)
    expect(names(draft, 'identity')).toEqual(['Policy 1', 'Policy 2'])
  })

  it('is the SCP that denied where it allows nothing but everything besides', () => {
    const all = { Effect: 'Allow', Action: '*', Resource: '*' }
    const mixed = (allow: object) => json({ ...limit, Statement: [allow, ...limit.Statement] })
    expect(takePaste(EMPTY_DRAFT, `${scpError}\n${mixed(all)}`).placed).toMatchObject([{ layer: 'scp' }])
    expect(takePaste(EMPTY_DRAFT, `${scpError}\n${mixed({ ...all, Action: 'ec2:*' })}`).asked).toHaveLength(1)
  })

  it('is an identity-based policy that denies, where AWS says that one did', () => {
    const byIdentity = `${byScp}with an explicit deny in an identity-based policy`
    expect(takePaste(EMPTY_DRAFT, `${byIdentity}\n${json(limit)}`).placed).toMatchObject([{ layer: 'identity' }])
  })

  it('is asked where its shape speaks for another layer, or AWS names none', () => {
    expect(takePaste(EMPTY_DRAFT, `${scpError}\n${json(ALLOW)}`).asked).toMatchObject([{ reason: 'layer-assumed' }])
    expect(takePaste(EMPTY_DRAFT, `${byScp}\n${json(ALLOW)}`).asked).toHaveLength(1)
    const byBoundary = `${byScp}because no permissions boundary allows the s3:GetObject action`
    expect(takePaste(EMPTY_DRAFT, `${byBoundary}\n${json(ALLOW)}`).asked).toHaveLength(1)
  })

  it('goes by the same rule where it comes apart from the error, before or after it', () => {
    expect(takePaste(take(EMPTY_DRAFT, error()), json(ALLOW)).placed).toMatchObject([{ layer: 'identity' }])
    const first = takePaste(EMPTY_DRAFT, json(ALLOW))
    expect(takePaste(first.draft, error(), undefined, first.asked).placed).toMatchObject([{ layer: 'identity' }])
  })
})

describe('a policy whose layer neither the paste nor AWS tells', () => {
  const bare = error().replace('because no identity-based policy allows the s3:GetObject action', '')
  const placesOf = (text: string, before: Draft = EMPTY_DRAFT) => {
    const { placed, asked } = takePaste(before, text)
    return [placed.map(({ layer, by }) => `${layer} by ${by}`), asked.map(({ reason }) => reason)]
  }

  it('counts where it most likely is, and is asked', () => {
    expect(placesOf(`${bare}\n${json(ALLOW)}`)).toEqual([['identity by look'], ['layer-assumed']])
    expect(placesOf(`${bare}\n${json(DENY)}`)).toEqual([['scp by look'], ['layer-assumed']])
    const bucket = { ...ALLOW.Statement[0], Principal: '*', Resource: 'arn:aws:s3:::b/*' }
    expect(placesOf(`${bare}\n${json({ ...ALLOW, Statement: [bucket] })}`)).toEqual([
      ['resource by look'],
      ['layer-assumed'],
    ])
  })

  it('counts nowhere where nothing was denied', () => {
    expect(placesOf(json(ALLOW))).toEqual([[], ['layer-unknown']])
  })

  it('is moved where somebody says that it belongs, as it then stands', () => {
    const { draft, asked } = takePaste(EMPTY_DRAFT, `${bare}\n${json(ALLOW)}`)
    const moved = applyFoundPolicy(draft, asked[0]!.policy, 'boundary')
    expect([moved.layers.identity.state, moved.layers.boundary.state]).toEqual(['notGiven', 'given'])
    expect(moved.layers.boundary.policies[0]).not.toHaveProperty('isAssumed')
    const confirmed = applyFoundPolicy(draft, asked[0]!.policy, 'identity')
    expect(confirmed.layers.identity.policies).toHaveLength(1)
    expect(confirmed.layers.identity.policies[0]).not.toHaveProperty('isAssumed')
  })

  it('leaves an organization’s layers as nobody gave them when it is moved from there', () => {
    const { draft, asked } = takePaste(EMPTY_DRAFT, `${bare}\n${json(DENY)}`)
    expect(applyFoundPolicy(draft, asked[0]!.policy, 'identity').layers.scp).toEqual(EMPTY_DRAFT.layers.scp)
  })

  it('goes where the next error says, and is asked no more', () => {
    const before = takePaste(EMPTY_DRAFT, `${bare}\n${json(OTHER)}`)
    const limited = `${bare}because no permissions boundary allows the s3:GetObject action`
    const { draft, asked, placed } = takePaste(before.draft, limited, undefined, before.asked)
    expect(placed.map(({ layer, by }) => [layer, by])).toEqual([['boundary', 'claim']])
    expect([draft.layers.identity.state, draft.layers.boundary.state, asked]).toEqual(['notGiven', 'given', []])
  })

  it('is asked no more once it is taken away', () => {
    const before = takePaste(EMPTY_DRAFT, `${bare}\n${json(ALLOW)}`)
    const without = { ...before.draft, layers: EMPTY_DRAFT.layers }
    expect(takePaste(without, bare, undefined, before.asked)).toMatchObject({ placed: [], asked: [] })
  })

  it('takes no place of another in a layer that holds one', () => {
    const of = (action: string) =>
      json({
        ...ALLOW,
        Statement: [{ ...ALLOW.Statement[0], Principal: '*', Action: action, Resource: 'arn:aws:s3:::b/*' }],
      })
    expect(placesOf(`${bare}\n${of('s3:GetObject')}\n\n${of('s3:PutObject')}`)).toEqual([
      ['resource by look'],
      ['layer-assumed', 'layer-unknown'],
    ])
  })
})

describe('AWS’s words and the shape of a policy', () => {
  const denied = (because: string) =>
    error().replace('because no identity-based policy allows the s3:GetObject action', because)
  const placesOf = (because: string, policy: object) =>
    takePaste(EMPTY_DRAFT, `${denied(because)}\n${json(policy)}`).placed.map(({ layer }) => layer)
  const everybody = (effect: string, action = 's3:*') => ({
    ...DENY,
    Statement: [{ Effect: effect, Principal: '*', Action: action, Resource: '*' }],
  })

  it.each([
    ['with an explicit deny in a permissions boundary', DENY, 'boundary'],
    ['with an explicit deny in a session policy', DENY, 'session'],
    ['with an explicit deny in a resource-based policy', everybody('Deny'), 'resource'],
    ['with an explicit deny in a VPC endpoint policy', everybody('Deny'), 'endpoint'],
    ['with an explicit deny in a resource control policy', everybody('Deny'), 'rcp'],
    ['because no permissions boundary allows the s3:GetObject action', OTHER, 'boundary'],
    ['because no session policy allows the s3:GetObject action', OTHER, 'session'],
    ['because no VPC endpoint policy allows the s3:GetObject action', everybody('Deny', 's3:PutObject'), 'endpoint'],
    [
      'because no VPC endpoint policy allows the s3:GetObject action',
      { ...BUCKET, Statement: [{ ...BUCKET.Statement[0], Effect: 'Allow', Action: 's3:PutObject' }] },
      'endpoint',
    ],
  ])('agree: %s', (because, policy, layer) => {
    expect(placesOf(because, policy)).toEqual([layer])
  })

  it.each([
    ['with an explicit deny in a permissions boundary', ALLOW],
    ['with an explicit deny in a session policy', { ...DENY, Statement: [{ ...DENY.Statement[0], Action: 'ec2:*' }] }],
    ['because no permissions boundary allows the s3:GetObject action', ALLOW],
    ['because no service control policy allows the s3:GetObject action', ALLOW],
    ['because no VPC endpoint policy allows the s3:GetObject action', everybody('Allow')],
  ])('contradict, so that it is asked and counts elsewhere: %s', (because, policy) => {
    const { placed, asked } = takePaste(EMPTY_DRAFT, `${denied(because)}\n${json(policy)}`)
    expect(placed.map(({ by }) => by)).toEqual(['look'])
    expect(asked).toMatchObject([{ reason: 'layer-assumed' }])
    expect(because.replaceAll('permissions ', '')).not.toContain(`${placed[0]!.layer} `)
  })

  it('contradict, so that it is only asked, where the policy denies and AWS speaks of no Deny', () => {
    const { placed, asked } = takePaste(
      EMPTY_DRAFT,
      `${denied('because no permissions boundary allows the s3:GetObject action')}\n${json(DENY)}`,
    )
    expect([placed, asked.map(({ reason }) => reason)]).toEqual([[], ['layer-unknown']])
  })

  it('a policy that allows what was asked is not the one that AWS says allows nothing', () => {
    const because = denied('because no session policy allows the s3:GetObject action')
    const on = (Resource: string) => json({ ...ALLOW, Statement: [{ ...ALLOW.Statement[0], Resource }] })
    const both = takePaste(EMPTY_DRAFT, `${because}\n${on('arn:aws:s3:::b/*')}\n\n${on('arn:aws:s3:::other/*')}`)
    expect(both.placed.map(({ layer, by }) => [layer, by])).toEqual([
      ['identity', 'look'],
      ['session', 'claim'],
    ])
  })

  it('place one policy of two, and the other counts where it most likely is', () => {
    const both = `${denied('because no permissions boundary allows the s3:GetObject action')}\n${json(OTHER)}\n\n${json(ALLOW)}`
    expect(takePaste(EMPTY_DRAFT, both).placed.map(({ layer, by }) => [layer, by])).toEqual([
      ['boundary', 'claim'],
      ['identity', 'look'],
    ])
  })
})

describe('an error of another caller', () => {
  it('does not count the policies of the one before, over an error that names no caller', () => {
    const first = takePaste(EMPTY_DRAFT, `${error('app')}\n\n${rolePolicy('app')}`).draft
    const between = takePaste(first, 'SignatureDoesNotMatch: The request signature we calculated does not match').draft
    expect(between.layers.identity.state).toBe('given')
    const { draft, relation } = takePaste(between, error('web'))
    expect([relation, draft.layers.identity.state]).toEqual(['otherCaller', 'notGiven'])
    expect(takePaste(between, error('app')).draft.layers.identity.state).toBe('given')
  })

  const before = take(EMPTY_DRAFT, error('app'), rolePolicy('app'))
  const outcome = takePaste(before, error('other', 's3:PutObject'))

  it('is not judged by the policies of the one before, which can be brought back', () => {
    expect(outcome.draft.layers).toEqual(EMPTY_DRAFT.layers)
    expect(outcome.dropped).toBe(before.layers)
    expect(bringBack(outcome.draft, before.layers).layers).toEqual(before.layers)
  })

  it('is a new case where the reader says so', () => {
    expect(startAnew(outcome.draft)).toEqual({ ...EMPTY_DRAFT, paste: outcome.draft.paste })
  })

  it('keeps the policies that come with it, whatever is said of the others', () => {
    const { draft } = takePaste(before, `${error('other')}\n${rolePolicy('other', OTHER, 'write')}`)
    expect(names(draft, 'identity')).toEqual(['write'])
    expect(names(startAnew(draft), 'identity')).toEqual(['write'])
    expect(names(bringBack(draft, before.layers), 'identity')).toEqual(['write'])
  })

  it('is another session of the same role, or the same user: nothing is asked', () => {
    const again = error('app', 's3:PutObject').replace('run-1', 'run-2')
    expect(takePaste(before, again).dropped).toBeNull()
    expect(takePaste(take(EMPTY_DRAFT, rolePolicy('app')), error('app')).dropped).toBeNull()
  })
})

describe('an error about another resource, of the same caller', () => {
  const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'
  const SECRET = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf'
  const printed = json({ Policy: json(BUCKET).replace('s3:*', 'kms:*'), PolicyName: 'default' })
  const before = take(EMPTY_DRAFT, error('app', 'kms:Decrypt', KEY), rolePolicy('app'), printed)
  const stateAfter = (text: string, given = before) => takePaste(given, text).draft.layers.resource.state

  it('is not judged by the policy of the one before, which can be brought back; the caller’s stay', () => {
    expect(before.layers.resource.state).toBe('given')
    const { draft, dropped, relation } = takePaste(before, error('app', 'secretsmanager:GetSecretValue', SECRET))
    expect([draft.layers.resource, draft.layers.identity]).toEqual([
      EMPTY_DRAFT.layers.resource,
      before.layers.identity,
    ])
    expect([dropped, relation]).toEqual([before.layers, 'otherResource'])
    expect(bringBack(draft, before.layers).layers).toEqual(before.layers)
  })

  it('nor is what was said of a resource that has no policy', () => {
    const none = { ...before, layers: { ...before.layers, resource: { state: 'none', policies: [] } } } as typeof before
    expect(stateAfter(error('app', 'kms:Decrypt', KEY.replace('1234abcd', '9999abcd')), none)).toBe('notGiven')
  })

  it('is none where it is the same, a part of the same, or not known whole', () => {
    expect(stateAfter(error('app', 'kms:Encrypt', KEY))).toBe('given')
    expect(stateAfter(error('app', 'kms:Encrypt', 'arn:aws:kms:eu-west-1:111122223333:key/***'))).toBe('given')
    expect(stateAfter('An error occurred (AccessDenied) when calling the PutObject operation: Access Denied')).toBe(
      'given',
    )
    const table = 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders'
    const ofTable = take(EMPTY_DRAFT, error('app', 'dynamodb:GetItem', table))
    const given = { ...ofTable, layers: before.layers }
    expect(stateAfter(error('app', 'dynamodb:Query', `${table}/index/by-day`), given)).toBe('given')
    expect(stateAfter(error('app', 'dynamodb:Query', `${table}-old`), given)).toBe('notGiven')
    const ofObject = {
      ...take(EMPTY_DRAFT, error('app', 's3:GetObject', 'arn:aws:s3:::b-one/a')),
      layers: before.layers,
    }
    expect(stateAfter(error('app', 's3:GetObject', 'arn:aws:s3:::b-one/c'), ofObject)).toBe('given')
    expect(stateAfter(error('app', 's3:ListBucket', 'arn:aws:s3:::b-one'), ofObject)).toBe('given')
    expect(stateAfter(error('app', 's3:ListBucket', 'arn:aws:s3:::b-two'), ofObject)).toBe('notGiven')
  })
})

describe('what tells a part of the request that the error does not', () => {
  const bare = 'An error occurred (AccessDenied) when calling the PutObject operation: Access Denied'
  const arn = 'arn:aws:sts::111122223333:assumed-role/app/run-1'
  const identity = json({ UserId: 'AROAEXAMPLEEXAMPLE:run-1', Account: '111122223333', Arn: arn })
  const requestAfter = (...pastes: readonly string[]) => buildCase(take(EMPTY_DRAFT, ...pastes)).accessCase.request

  it('is put below it: the caller that get-caller-identity prints', () => {
    expect(requestAfter(bare).principal).toBe('')
    expect(requestAfter(bare, identity).principal).toBe(arn)
    expect(requestAfter(bare, `111122223333\t${arn}\tAROAEXAMPLEEXAMPLE:run-1`).principal).toBe(arn)
  })

  it('is put below it: the command that was run', () => {
    expect(requestAfter(bare, 'aws s3 cp report.csv s3://acme-reports/2026/report.csv').resource).toBe(
      'arn:aws:s3:::acme-reports/2026/report.csv',
    )
  })

  it('leaves an error that names its caller, and one that it tells nothing of', () => {
    const named = take(EMPTY_DRAFT, error())
    expect(take(named, identity).paste).toBe(named.paste)
    expect(take(EMPTY_DRAFT, bare, 'thank you').paste).toBe(bare)
  })
})
