import { describe, expect, it } from 'vitest'
import type { AccessCase } from '../../case/access-case'
import { evaluate } from '../../evaluation/evaluate'
import type { Layer } from '../../iam/layers'
import type { Answer } from '../answer'
import type { Fix } from '../explanation'
import type { JudgedCase } from '../judged-case'
import { explainFixes } from './explain-fixes'
import type { FixStandard } from './fix-standard'
import { unmetStandards, FIX_STANDARDS } from './fix-standards'
import { worthOffering } from './worth-offering'
import { policyText } from '../../testing/statements'

const HOME = '111122223333'
const OBJECT = 'arn:aws:s3:::shop/a.csv'

const ALL = { Effect: 'Allow', Action: '*', Resource: '*' }

const judgedOf = (
  request: Partial<AccessCase['request']>,
  policies: AccessCase['policies'],
  facts?: AccessCase['facts'],
): JudgedCase => {
  const accessCase: AccessCase = {
    version: 1,
    request: {
      principal: `arn:aws:iam::${HOME}:user/ann`,
      action: 's3:GetObject',
      resource: OBJECT,
      resourceAccount: HOME,
      ...request,
    },
    policies: { otherLayers: 'none', ...policies },
    ...(facts && { facts }),
  }
  return { accessCase, evaluation: evaluate(accessCase), denial: null }
}

const PLAIN = judgedOf({}, { identity: [{ name: 'own', document: policyText() }] })

const [LEAST] = explainFixes(PLAIN)

/** A fix with another statement, text, layer or kind. */
const fixWith = (part: Partial<Fix>): Fix => {
  const { beyond: _ofLeast, ...rest } = LEAST!
  return { ...rest, ...part }
}

const withStatement = (statement: object, layer: Layer = 'identity'): Fix =>
  fixWith({
    layer,
    statement: { ...statement },
    changes: [{ ...LEAST!.changes[0]!, after: policyText(statement) }],
  })

const GET = { Effect: 'Allow', Action: 's3:GetObject', Resource: OBJECT }

const answerIn = (layer: Layer) => ({ layer, decision: 'implicitDeny', causes: [] }) as unknown as Answer

interface StandardVector {
  readonly standard: FixStandard
  readonly what: string
  readonly passes: boolean
  readonly fix: Fix
  readonly judged?: JudgedCase
  readonly answer?: Answer
}

const ROLE = `arn:aws:iam::${HOME}:role/app`
const PASS = { Effect: 'Allow', Action: 'iam:PassRole', Resource: ROLE }
const passing = judgedOf({ action: 'iam:PassRole', resource: ROLE }, { identity: [] })
const TOPIC = `arn:aws:sns:eu-west-1:${HOME}:alerts`
const PUBLISH = {
  Effect: 'Allow',
  Principal: { Service: 's3.amazonaws.com' },
  Action: 'sns:Publish',
  Resource: TOPIC,
}
const topics = judgedOf({ principal: 's3.amazonaws.com', action: 'sns:Publish', resource: TOPIC }, {})
const LONG = 'x'.repeat(7000)
const named = (name: string) => fixWith({ changes: [{ ...LEAST!.changes[0]!, policy: 0, name }] })
const inTrust = judgedOf({ action: 'sts:AssumeRole', resource: ROLE }, {})
const TRUSTED = { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${HOME}:user/ann` }, Action: 'sts:AssumeRole' }
const ECR = `arn:aws:ecr:eu-west-1:${HOME}:repository/web`
const images = judgedOf({ action: 'ecr:BatchGetImage', resource: ECR }, {})
const AWAY = '444455556666'
const imagesOf = (account: string) =>
  judgedOf({ action: 'ecr:BatchGetImage', resource: `arn:aws:ecr:eu-west-1:${account}:repository/web` }, {})
const PULL = { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${HOME}:user/ann` }, Action: 'ecr:BatchGetImage' }
const ELSEWHERE = { principal: `arn:aws:iam::${AWAY}:user/bea`, resourceAccount: HOME }
const INSTANCE = `arn:aws:ec2:eu-west-1:${HOME}:instance/i-0123456789abcdef0`
const PREFIXES = `arn:aws:ec2:eu-west-1:${HOME}:prefix-list/pl-0123456789abcdef0`
const STARTS = { Effect: 'Allow', Principal: { AWS: ELSEWHERE.principal }, Action: 'ec2:StartInstances' }
const key = (facts?: AccessCase['facts'], error = ''): JudgedCase => {
  const made = judgedOf({ action: 'kms:Decrypt', resource: `arn:aws:kms:eu-west-1:${HOME}:key/k` }, {}, facts)
  return { ...made, accessCase: { ...made.accessCase, error } }
}

const ownFolders = (Resource: string) =>
  judgedOf({}, { identity: [{ name: 'own', document: policyText({ ...GET, Resource }) }] })
const OWN_FOLDERS = ownFolders('arn:aws:s3:::shop/${aws:username}/*')
const OWN_HOMES = ownFolders('arn:aws:s3:::shop/home/${aws:username}/*')

const VECTORS: readonly StandardVector[] = [
  { standard: 'can be done', what: 'a policy of one’s own', passes: true, fix: named('team-read') },
  { standard: 'can be done', what: 'a policy that AWS manages', passes: false, fix: named('ReadOnlyAccess') },
  {
    standard: 'can be done',
    what: 'the policy of a key of one’s own',
    passes: true,
    fix: withStatement(GET, 'resource'),
    judged: key(),
  },
  {
    standard: 'can be done',
    what: 'a policy of an instance, which takes none',
    passes: false,
    fix: withStatement({ ...STARTS, Resource: INSTANCE }, 'resource'),
    judged: judgedOf({ ...ELSEWHERE, action: 'ec2:StartInstances', resource: INSTANCE }, {}),
  },
  {
    standard: 'can be done',
    what: 'a policy of a prefix list, which can be shared',
    passes: true,
    fix: withStatement({ ...STARTS, Resource: PREFIXES }, 'resource'),
    judged: judgedOf({ ...ELSEWHERE, action: 'ec2:GetManagedPrefixListEntries', resource: PREFIXES }, {}),
  },
  {
    standard: 'can be done',
    what: 'the policy of a repository in a registry of another account',
    passes: true,
    fix: withStatement(PULL, 'resource'),
    judged: imagesOf(AWAY),
  },
  {
    standard: 'can be done',
    what: 'the policy of a repository in a registry of AWS',
    passes: false,
    fix: withStatement(PULL, 'resource'),
    judged: imagesOf('763104351884'),
  },
  {
    standard: 'can be done',
    what: 'a trust policy that lets somebody assume the role and tag the session',
    passes: true,
    fix: withStatement({ ...TRUSTED, Action: ['sts:AssumeRole', 'sts:TagSession'] }, 'trust'),
    judged: inTrust,
  },
  {
    standard: 'can be done',
    what: 'a trust policy with an action of another service than STS',
    passes: false,
    fix: withStatement({ ...TRUSTED, Action: 'ec2:DescribeFlowLogs' }, 'trust'),
    judged: inTrust,
  },
  {
    standard: 'can be done',
    what: 'the policy of a key that KMS keeps',
    passes: false,
    fix: withStatement(GET, 'resource'),
    judged: key({ kmsKeyManager: 'aws' }),
  },
  {
    standard: 'can be done',
    what: 'the policy of the one key that a text calls by an alias of AWS',
    passes: false,
    fix: withStatement(GET, 'resource'),
    judged: key(undefined, `kms:Decrypt on arn:aws:kms:eu-west-1:${HOME}:key/k. The key is "aws/lambda".`),
  },
  {
    standard: 'can be done',
    what: 'the policy of the default key of a service, as a text calls it',
    passes: false,
    fix: withStatement(GET, 'resource'),
    judged: key(undefined, `kms:Decrypt is refused. It's the default aws/lambda key.`),
  },
  {
    standard: 'can be done',
    what: 'the policy of a key that is not the default one',
    passes: true,
    fix: withStatement(GET, 'resource'),
    judged: key(undefined, `kms:Decrypt is refused. It's not the default aws/lambda key.`),
  },
  {
    standard: 'can be done',
    what: 'the policy of a key beside another, of which one has an alias of AWS',
    passes: true,
    fix: withStatement(GET, 'resource'),
    judged: key(
      undefined,
      `kms:Decrypt on arn:aws:kms:eu-west-1:${HOME}:key/k, was alias/aws/s3: arn:aws:kms:eu-west-1:${HOME}:key/old`,
    ),
  },
  {
    standard: 'can be done',
    what: 'the policy of a key that its account manages, whatever alias the text names',
    passes: true,
    fix: withStatement(GET, 'resource'),
    judged: key({ kmsKeyManager: 'customer' }, 'no longer alias/aws/s3'),
  },
  { standard: 'is accepted', what: 'a short policy', passes: true, fix: withStatement(GET) },
  {
    standard: 'is accepted',
    what: 'one longer than a managed policy may be',
    passes: false,
    fix: withStatement({ ...GET, Sid: LONG }),
  },
  {
    standard: 'is accepted',
    what: 'a global key that there is',
    passes: true,
    fix: withStatement({ ...GET, Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }),
  },
  {
    standard: 'is accepted',
    what: 'a global key that there is not',
    passes: false,
    fix: withStatement({ ...GET, Condition: { StringEquals: { 'aws:PrincipalOrgName': 'shop' } } }),
  },
  {
    standard: 'is accepted',
    what: 'an ARN with a blank to fill in',
    passes: true,
    fix: withStatement({ ...GET, Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:<region>:<account>:orders' }),
  },
  {
    standard: 'is accepted',
    what: 'a principal that is no ARN',
    passes: false,
    fix: withStatement({ ...GET, Principal: { AWS: 'ann' } }, 'resource'),
  },
  {
    standard: 'is accepted',
    what: 'a policy that AWS would refuse as it was',
    passes: true,
    fix: fixWith({
      changes: [
        {
          ...LEAST!.changes[0]!,
          before: policyText({ ...GET, Action: 'GetObject' }),
          after: policyText({ ...GET, Action: 'GetObject' }, GET),
        },
      ],
    }),
  },
  {
    standard: 'is accepted',
    what: 'a trust policy without Resource',
    passes: true,
    fix: withStatement(TRUSTED, 'trust'),
    judged: inTrust,
  },
  {
    standard: 'is accepted',
    what: 'a trust policy with Resource',
    passes: false,
    fix: withStatement({ ...TRUSTED, Resource: ROLE }, 'trust'),
    judged: inTrust,
  },
  {
    standard: 'is accepted',
    what: 'a repository policy without Resource',
    passes: true,
    fix: withStatement(PULL, 'resource'),
    judged: images,
  },
  {
    standard: 'is accepted',
    what: 'a repository policy with Resource',
    passes: false,
    fix: withStatement({ ...PULL, Resource: ECR }, 'resource'),
    judged: images,
  },
  {
    standard: 'is accepted',
    what: 'a name in place of an ARN',
    passes: false,
    fix: withStatement({ ...GET, Resource: 'yyy' }),
  },
  { standard: 'works', what: 'the statement that was missing', passes: true, fix: withStatement(GET) },
  {
    standard: 'works',
    what: 'a statement on another object',
    passes: false,
    fix: withStatement({ ...GET, Resource: `${OBJECT}.gz` }),
  },
  { standard: 'is least', what: 'the object', passes: true, fix: withStatement(GET) },
  {
    standard: 'is least',
    what: 'the whole bucket',
    passes: false,
    fix: withStatement({ ...GET, Resource: 'arn:aws:s3:::shop/*' }),
  },
  { standard: 'is least', what: 'everyone', passes: false, fix: withStatement({ ...GET, Principal: '*' }, 'resource') },
  {
    standard: 'is least',
    what: 'a role for one service',
    passes: true,
    fix: withStatement({ ...PASS, Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } } }),
    judged: passing,
  },
  {
    standard: 'is least',
    what: 'a service for the resources of one account',
    passes: true,
    fix: withStatement({ ...PUBLISH, Condition: { StringEquals: { 'aws:SourceAccount': HOME } } }, 'resource'),
    judged: topics,
  },
  {
    standard: 'is least',
    what: 'a service for every account',
    passes: false,
    fix: withStatement(PUBLISH, 'resource'),
    judged: topics,
  },
  { standard: 'is least', what: 'a role for any service', passes: false, fix: withStatement(PASS), judged: passing },
  {
    standard: 'is least',
    what: 'a Deny that is gone',
    passes: false,
    fix: fixWith({ codes: ['remove-statement'], statement: null }),
  },
  { standard: 'keeps guards', what: 'an Allow in an identity-based policy', passes: true, fix: withStatement(GET) },
  {
    standard: 'keeps guards',
    what: 'an exception from a Deny',
    passes: false,
    fix: fixWith({ codes: ['exempt-principal'], statement: null }),
  },
  {
    standard: 'keeps guards',
    what: 'all of a bucket, where each has a folder of their own',
    passes: false,
    fix: withStatement({ ...GET, Resource: 'arn:aws:s3:::shop/*' }),
    judged: OWN_FOLDERS,
  },
  {
    standard: 'keeps guards',
    what: 'one object of a bucket, where each has a folder of their own',
    passes: true,
    fix: withStatement(GET),
    judged: OWN_FOLDERS,
  },
  {
    standard: 'keeps guards',
    what: 'all of a bucket, where each has a folder of their own in one of its folders',
    passes: false,
    fix: withStatement({ ...GET, Resource: 'arn:aws:s3:::shop/*' }),
    judged: OWN_HOMES,
  },
  {
    standard: 'keeps guards',
    what: 'a folder of a bucket beside the one in which each has their own',
    passes: true,
    fix: withStatement({ ...GET, Resource: 'arn:aws:s3:::shop/menus/*' }),
    judged: OWN_HOMES,
  },
  { standard: 'keeps guards', what: 'an Allow in an SCP', passes: false, fix: withStatement(GET, 'scp') },
  { standard: 'keeps guards', what: 'an Allow in a boundary', passes: false, fix: withStatement(GET, 'boundary') },
  {
    standard: 'agrees',
    what: 'a fix of the layer that denied',
    passes: true,
    fix: withStatement(GET),
    answer: answerIn('identity'),
  },
  {
    standard: 'agrees',
    what: 'a fix of another layer',
    passes: false,
    fix: withStatement(GET),
    answer: answerIn('scp'),
  },
  {
    standard: 'agrees',
    what: 'a fix of another cause where the first has its own',
    passes: false,
    fix: fixWith({ isOfOtherCause: true }),
    answer: answerIn('identity'),
  },
]

describe('the standards of a fix', () => {
  it.each(VECTORS)('$standard: $what', ({ standard, passes, fix, judged = PLAIN, answer = null }) => {
    expect(unmetStandards({ judged, fix, answer }).every((failed) => failed.standard !== standard)).toBe(passes)
  })

  it.each(FIX_STANDARDS.map(({ id }) => id))('has a vector on both sides: %s', (id) => {
    const sides = VECTORS.filter(({ standard }) => standard === id).map(({ passes }) => passes)
    expect(new Set(sides).size).toBe(2)
  })

  it('puts what loosens a guard behind the others, with whom to ask, and what repairs another layer behind all', () => {
    const loosens = withStatement(GET, 'boundary')
    const other = withStatement(GET)
    const [first, second] = worthOffering(PLAIN, answerIn('boundary'), [other, loosens])
    expect(first?.layer).toBe('boundary')
    expect(first?.failed?.map(({ standard }) => standard)).toEqual(['keeps guards'])
    expect(second?.layer).toBe('identity')
  })

  it('puts a subject without a branch behind, where the trust policy names branches or environments alone', () => {
    const SUB = 'oidc.example.com:sub'
    const trusting = (...subjects: readonly string[]) => ({
      Effect: 'Allow',
      Principal: { Federated: `arn:aws:iam::${HOME}:oidc-provider/oidc.example.com` },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: { StringLike: { [SUB]: subjects } },
    })
    const reasons = (before: readonly string[], subject: string) => {
      const change = { ...LEAST!.changes[0]!, before: policyText(trusting(...before)) }
      const fix = fixWith({
        layer: 'trust',
        statement: trusting(subject),
        changes: [{ ...change, after: policyText(trusting(...before), trusting(subject)) }],
      })
      return unmetStandards({ judged: tokenOf, fix, answer: null }).map(({ reason }) => reason)
    }
    let tokenOf = inTrust
    const main = 'repo:acme/site:ref:refs/heads/main'
    expect(reasons([main], 'repo:acme/site:pull_request')).toContain('leaves-branch-out')
    expect(reasons(['org/6b/project/*/user/*/vcs-ref/refs/heads/main'], 'org/6b/project/1a/user/9f')).toContain(
      'leaves-branch-out',
    )
    expect(reasons([main], 'repo:acme/site:environment:live')).not.toContain('leaves-branch-out')
    expect(reasons([main, 'repo:acme/site:*'], 'repo:acme/site:pull_request')).not.toContain('leaves-branch-out')
    expect(reasons([], 'repo:acme/site:pull_request')).not.toContain('leaves-branch-out')
    // The token itself is known to be of a pull request.
    const asked = { action: 'sts:AssumeRoleWithWebIdentity', resource: ROLE }
    tokenOf = judgedOf({ ...asked, context: { [SUB]: 'repo:acme/site:pull_request' } }, {})
    expect(reasons([main], 'repo:acme/site:pull_request')).not.toContain('leaves-branch-out')
    tokenOf = judgedOf({ ...asked, context: { [SUB]: 'org/6b/project/1a/user/9f' } }, {})
    expect(reasons(['org/6b/project/*/vcs-ref/refs/heads/main'], 'org/6b/project/1a/user/9f')).toContain(
      'leaves-branch-out',
    )
  })

  it('leaves out what would not work', () => {
    expect(worthOffering(PLAIN, null, [withStatement({ ...GET, Resource: `${OBJECT}.gz` })])).toEqual([])
  })

  it('offers no policy where a test such as one for MFA keeps the request out', () => {
    const Condition = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }
    const guarded = { identity: [{ name: 'own', document: policyText({ ...GET, Condition }) }] }
    const context = { 'aws:MultiFactorAuthPresent': 'false' }
    expect(explainFixes(judgedOf({ context }, guarded))).toEqual([])
    const addressed = policyText({ ...GET, Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } })
    const fixes = explainFixes(
      judgedOf({ context: { 'aws:SourceIp': '198.51.100.9' } }, { identity: [{ name: 'own', document: addressed }] }),
    )
    expect(fixes.map(({ changes }) => changes[0]!.after).every((text) => text.includes('198.51.100.9/32'))).toBe(true)
    expect(fixes.length).toBeGreaterThan(0)
  })

  it('lets a boundary allow what it delegates only with the boundary itself', () => {
    const boundary = { name: `arn:aws:iam::${HOME}:policy/fence`, document: policyText({ ...ALL, Action: 's3:*' }) }
    const fixes = explainFixes(
      judgedOf(
        { action: 'iam:CreateRole', resource: ROLE },
        { identity: [{ name: 'all', document: policyText(ALL) }], boundary },
      ),
    )
    expect(fixes.map(({ statement }) => statement)).toEqual([
      expect.objectContaining({ Condition: { StringEquals: { 'iam:PermissionsBoundary': boundary.name } } }),
    ])
  })

  it('lets nobody unknown in without the test under which a statement lets the same request in', () => {
    const tested = { ...GET, Principal: '*', Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } }
    const resource = { name: 'bucket', document: policyText(tested) }
    const judged = judgedOf({ unknownContext: ['aws:SourceIp'] }, { resource })
    const failed = (statement: object) =>
      unmetStandards({ judged, fix: withStatement(statement, 'resource'), answer: null }).map(({ reason }) => reason)
    const unknown = { ...GET, Principal: { AWS: '<ARN of the caller>' } }
    expect(failed(unknown)).toContain('leaves-test-out')
    expect(failed({ ...unknown, Condition: tested.Condition })).not.toContain('leaves-test-out')
    expect(failed({ ...GET, Principal: { AWS: `arn:aws:iam::${HOME}:user/ann` } })).not.toContain('leaves-test-out')
  })

  it('lets an endpoint through to what AWS owns, of which no test of the own account holds', () => {
    const own = { ...GET, Principal: '*', Resource: '*', Condition: { StringEquals: { 'aws:ResourceAccount': HOME } } }
    const judged = judgedOf(
      { resource: '', unknownContext: ['aws:ResourceAccount'] },
      { endpoint: { name: 'vpce', document: policyText(own) } },
    )
    const failed = (resource: string) =>
      unmetStandards({
        judged,
        fix: withStatement({ ...GET, Principal: '*', Resource: resource }, 'endpoint'),
        answer: null,
      }).map(({ reason }) => reason)
    expect(failed('arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/*')).toEqual([])
    expect(failed('arn:aws:s3:::somebody-else/*')).toContain('leaves-test-out')
  })

  it('lets nobody in beside the test of a statement for the same request, whichever statement it extends', () => {
    const tested = { ...GET, Condition: { StringEquals: { 'aws:PrincipalTag/team': 'shop' } } }
    const other = { ...GET, Resource: 'arn:aws:s3:::elsewhere/*' }
    const judged = judgedOf(
      { unknownContext: ['aws:PrincipalTag/team'] },
      { identity: [{ name: 'own', document: policyText(other, tested) }] },
    )
    const before = policyText(other, tested)
    const failed = (after: object) =>
      unmetStandards({
        judged,
        fix: {
          ...withStatement(GET),
          statement: null,
          changes: [{ ...withStatement(GET).changes[0]!, before, after: policyText(after, tested) }],
        },
        answer: null,
      }).map(({ reason }) => reason)
    expect(failed({ ...other, Resource: [other.Resource, GET.Resource] })).toContain('leaves-test-out')
    expect(failed({ ...other, Action: 's3:PutObject' })).not.toContain('leaves-test-out')
    expect(failed({ ...other, Condition: { StringEquals: { 'aws:PrincipalTag/team': 'web' } } })).not.toContain(
      'leaves-test-out',
    )
  })

  it('shows no statement of a trust policy that names nobody', () => {
    const failed = (statement: object) =>
      unmetStandards({ judged: judgedOf({}, {}), fix: withStatement(statement, 'trust'), answer: null }).map(
        ({ reason, then }) => [reason, then],
      )
    expect(failed({ Effect: 'Allow', Action: 'sts:AssumeRole' })).toContainEqual(['names-nobody', 'left out'])
    expect(
      failed({ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ec2.amazonaws.com' } }).flat(),
    ).not.toContain('names-nobody')
    expect(failed({ Effect: 'Allow', Action: 'sts:AssumeRole' }).length).toBeGreaterThan(0)
  })

  it('edits no session policy that a service writes, or that AWS manages', () => {
    const reasons = (session: string, error: string) => {
      const judged = judgedOf({ principal: `arn:aws:sts::${HOME}:assumed-role/app/${session}` }, {})
      return unmetStandards({
        judged: { ...judged, accessCase: { ...judged.accessCase, error } },
        fix: withStatement(GET, 'session'),
        answer: null,
      }).map(({ reason }) => reason)
    }
    const passing = (arn: string) => `aws sts assume-role --role-arn r --policy-arns arn=${arn}`
    expect(reasons('CognitoIdentityCredentials', '')).toContain('session-of-a-service')
    expect(reasons('run', passing('arn:aws:iam::aws:policy/ReadOnlyAccess'))).toContain('managed-session-policy')
    for (const text of ['', passing(`arn:aws:iam::${HOME}:policy/own`)])
      expect(reasons('run', text).filter((one) => /session/.test(one))).toEqual([])
  })

  it('exempts no permission set from a Deny that the call itself can meet', () => {
    const deny = {
      Effect: 'Deny',
      Action: 's3:*',
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
    }
    const judged = judgedOf(
      { context: { 'aws:RequestedRegion': 'us-east-1' } },
      { scps: [{ target: HOME, policies: [{ name: 'region', document: policyText(ALL, deny) }] }] },
    )
    const answer = {
      ...answerIn('scp'),
      decision: 'explicitDeny',
      fact: { evidence: { layer: 'scp', place: { level: 0, policy: 0, statement: 1 }, span: null } },
    } as unknown as Answer
    const reasons = (role: string) =>
      unmetStandards({
        judged,
        answer,
        fix: {
          ...withStatement({ ...deny, Condition: { ArnNotLike: { 'aws:PrincipalArn': role } } }, 'scp'),
          codes: ['exempt-principal'],
        },
      }).map(({ reason }) => reason)
    const start = `arn:aws:iam::${HOME}:role/`
    expect(reasons(`${start}aws-reserved/sso.amazonaws.com/*AWSReservedSSO_Power_*`)).toContain('call-can-change')
    expect(reasons(`${start}deploy`)).toContain('loosens-scp')
  })

  it('takes a wildcard of the policy for an unnamed resource only where the same action is allowed on it', () => {
    const PATTERN = 'arn:aws:s3:::shop/*'
    const failedBeside = (there: object) =>
      unmetStandards({
        judged: judgedOf(
          { resource: 'arn:aws:s3:::shop/<key>' },
          { identity: [{ name: 'own', document: policyText(there) }] },
        ),
        fix: withStatement({ ...GET, Resource: PATTERN }),
        answer: null,
      }).map(({ reason }) => reason)
    const tested = { StringEquals: { 'aws:PrincipalTag/team': 'shop' } }
    const there = { Effect: 'Allow', Action: 's3:GetObject', Resource: PATTERN, Condition: tested }
    expect(failedBeside(there)).not.toContain('wider-than-request')
    expect(failedBeside({ ...there, Action: 's3:PutObject' })).toContain('wider-than-request')
    expect(failedBeside({ ...there, Effect: 'Deny' })).toContain('wider-than-request')
  })
})

describe('who calls as a service has no policies of its own', () => {
  const SERVICE = judgedOf(
    { principal: 'events.amazonaws.com', action: 'firehose:PutRecord', resource: '*' },
    { identity: [{ name: 'own', document: policyText() }] },
  )

  it('but a role that the answer names has', () => {
    const fix = withStatement({ Effect: 'Allow', Action: 'kms:GenerateDataKey', Resource: '*' })
    const reasons = (answer: Answer) => unmetStandards({ judged: SERVICE, answer, fix }).map(({ reason }) => reason)
    expect(reasons(answerIn('trust'))).toContain('no-policies')
    expect(reasons(answerIn('identity'))).not.toContain('no-policies')
  })
})
