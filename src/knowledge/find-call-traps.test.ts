import { describe, expect, it } from 'vitest'
import type { CaseRequest } from '../case/access-case'
import { parseDenials } from '../denial/parse-denials'
import { findCallTraps } from './find-call-traps'
import { observe } from './observe'

const trapsIn = (error: string, request: CaseRequest, layer: 'identity' | 'resource', statement: object) => {
  const document = { Version: '2012-10-17', Statement: [statement] }
  const denial = parseDenials(error)[0] ?? null
  const accessCase = { version: 1 as const, error, request, policies: { [layer]: [{ name: 'p', document }] } }
  return findCallTraps(observe(accessCase, denial, [])).map(({ id }) => id)
}

describe('a role that is assumed by another call', () => {
  const DEPLOY = 'arn:aws:iam::111122223333:role/deploy'
  const ENTRY = 'arn:aws:iam::444455556666:role/entry'
  const denied = 'Not authorized to perform sts:AssumeRoleWithWebIdentity'
  const traps = (text: string, action: string, statement: object) =>
    trapsIn(text, { principal: '', action, resource: DEPLOY }, 'resource', { Effect: 'Allow', ...statement })
  const chained = { Principal: { AWS: ENTRY }, Action: 'sts:AssumeRole' }
  const federated = {
    Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/gitlab.com' },
    Action: 'sts:AssumeRoleWithWebIdentity',
  }

  it('is told where the role that the trust policy lets in was assumed before', () => {
    const text = `role-to-assume: ${ENTRY}\n${denied}`
    expect(traps(text, 'sts:AssumeRoleWithWebIdentity', chained)).toEqual(['role-assumed-by-another-call'])
    expect(traps(denied, 'sts:AssumeRoleWithWebIdentity', chained)).toEqual([])
    expect(traps(text, 'sts:AssumeRoleWithWebIdentity', { ...chained, Action: 'sts:*' })).toEqual([])
  })

  it('is told where the job has a token for the provider', () => {
    const refused = 'is not authorized to perform: sts:AssumeRole'
    expect(traps(`id_tokens:\n${refused}`, 'sts:AssumeRole', federated)).toEqual(['role-assumed-by-another-call'])
    expect(traps(refused, 'sts:AssumeRole', federated)).toEqual([])
  })
})

describe('a role that a job should have assumed by its token', () => {
  const SHELF = 'arn:aws:iam::444455556666:role/shelf'
  const HOST = 'arn:aws:sts::111122223333:assumed-role/runner-host/i-0a1b2c3d4e5f60718'
  const traps = (text: string, principal: string, provider: string, action = 'sts:AssumeRole') =>
    trapsIn(
      `${text}\nUser: ${principal} is not authorized to perform: ${action} on resource: ${SHELF}`,
      { principal, action, resource: SHELF },
      'resource',
      {
        Effect: 'Allow',
        Principal: { Federated: `arn:aws:iam::444455556666:oidc-provider/${provider}` },
        Action: 'sts:AssumeRoleWithWebIdentity',
      },
    )
  const github = 'token.actions.githubusercontent.com'

  it('is told where the runner called in its place, also for the tags of its session', () => {
    const told = ['job-without-its-token']
    expect(traps('Did you mean to set the `id-token` permission?', HOST, github)).toEqual(told)
    expect(traps('uses: aws-actions/configure-aws-credentials@v4', HOST, github, 'sts:TagSession')).toEqual(told)
    expect(traps('the GitLab job', HOST, 'gitlab.com')).toEqual(told)
  })

  it('is not told of a person who tries the role, of a pod, or of another call', () => {
    expect(traps('the role of the GitLab job', 'arn:aws:iam::444455556666:user/kim', 'gitlab.com')).toEqual([])
    expect(traps('GitHub Actions', HOST, 'oidc.eks.eu-west-1.amazonaws.com/id/0A1B')).toEqual([])
    expect(traps('GitHub Actions', HOST, github, 'iam:PassRole')).toEqual([])
  })
})

describe('what is named as a role', () => {
  const traps = (text: string) =>
    trapsIn(`${text}\nAccessDenied`, { principal: '', action: 'ec2:CreateVolume', resource: '*' }, 'identity', {
      Effect: 'Deny',
      Action: 's3:*',
      Resource: '*',
    })

  it('is none where its ARN is that of something else', () => {
    expect(traps('--role arn:aws:iam::111122223333:policy/exec')).toEqual(['role-arn-of-no-role'])
    expect(traps('eks.amazonaws.com/role-arn: arn:aws:iam::aws:policy/x')).toEqual(['role-arn-of-no-role'])
    expect(traps('--role arn:aws:iam::111122223333:role/exec')).toEqual([])
    expect(traps('--policy-arn arn:aws:iam::aws:policy/x --role-name exec')).toEqual([])
  })
})

describe('a call to another Region than the policy is for', () => {
  const asked = 'arn:aws:glue:us-east-2:444455556666:catalog'
  const because = 'because no resource-based policy allows the glue:GetDatabases action'
  const said = `User: arn:aws:iam::111122223333:user/a is not authorized to perform: glue:GetDatabases on resource: ${asked}`
  const traps = (reason: string, ...resources: readonly string[]) =>
    trapsIn(
      `${said} ${reason}`,
      { principal: 'arn:aws:iam::111122223333:user/a', action: 'glue:GetDatabases', resource: asked },
      'identity',
      { Effect: 'Allow', Action: 'glue:Get*', Resource: resources },
    )

  it('is told where AWS speaks of the policy of the resource, and what is given is in one other Region', () => {
    const west = asked.replace('us-east-2', 'us-west-2')
    expect(traps(because, west, `${west}/db`)).toEqual(['asked-in-another-region'])
    expect(traps(because, west, asked)).toEqual([])
    expect(traps(because, west.replace('444455556666', '777788889999'))).toEqual([])
    expect(traps('', west)).toEqual([])
  })
})

describe('a name that no value stands in', () => {
  const asked = (resource: string) =>
    trapsIn('Access Denied', { principal: '', action: 'sts:AssumeRole', resource }, 'identity', {
      Effect: 'Allow',
      Action: 'sts:AssumeRole',
      Resource: '*',
    })

  it('is told for what programs write there, and for no name that holds such a word', () => {
    expect(asked('arn:aws:iam::111122223333:role/null')).toEqual(['named-by-no-value'])
    expect(asked('arn:aws:lambda:eu-west-1:111122223333:function:undefined')).toEqual(['named-by-no-value'])
    expect(asked('arn:aws:iam::111122223333:role/null-island')).toEqual([])
  })
})

describe('a VPC of another account', () => {
  const denied =
    'User: arn:aws:iam::111122223333:user/dns is not authorized to perform: route53:AssociateVPCWithHostedZone on resource: arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-0a1b2c3d4e5f60718'
  const asked = (words: string) =>
    trapsIn(
      `${denied}\n${words}`,
      {
        principal: 'arn:aws:iam::111122223333:user/dns',
        action: 'route53:AssociateVPCWithHostedZone',
        resource: 'arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-0a1b2c3d4e5f60718',
      },
      'identity',
      { Effect: 'Allow', Action: 's3:*', Resource: '*' },
    )

  it('is associated by its own account', () => {
    expect(asked('the vpc is in 444455556666')).toEqual(['vpc-of-another-account'])
    expect(asked('the vpc is in 111122223333')).toEqual([])
    expect(asked('the bucket is in 444455556666')).toEqual([])
  })
})

describe('a thing that the call names by its name alone', () => {
  const principal = 'arn:aws:iam::111122223333:user/ana'
  const parameter = (account: string) => `arn:aws:ssm:eu-west-1:${account}:parameter/shop/db`
  const asked = (words: string, resource = parameter('111122223333')) =>
    trapsIn(
      `User: ${principal} is not authorized to perform: ssm:GetParameter on resource: ${resource}\n${words}`,
      { principal, action: 'ssm:GetParameter', resource },
      'identity',
      { Effect: 'Allow', Action: 's3:*', Resource: '*' },
    )

  it('is looked for in the own account, where the text says that it is in another one', () => {
    const there = `it is in another account: ${parameter('444455556666')}`
    expect(asked(there)).toEqual(['named-in-own-account'])
    // Named by its ARN already, under another name, or without a word on accounts.
    expect(asked(there, parameter('444455556666'))).toEqual([])
    expect(asked(there.replace('shop/db', 'shop/cache'))).toEqual([])
    expect(asked(parameter('444455556666'))).toEqual([])
  })

  it('is told by a pattern for all of an account where the text names that account', () => {
    const cluster = (account: string) => `arn:aws:eks:eu-west-1:${account}:cluster/shop`
    const denied = `User: ${principal} is not authorized to perform: eks:DescribeCluster on resource: ${cluster('111122223333')}`
    const told = (words: string) =>
      trapsIn(
        `${denied}\n${words}`,
        { principal, action: 'eks:DescribeCluster', resource: cluster('111122223333') },
        'identity',
        { Effect: 'Allow', Action: 'eks:*', Resource: 'arn:aws:eks:*:444455556666:cluster/*' },
      )
    expect(told('it is in the account 444455556666')).toEqual(['named-for-its-account-alone'])
    expect(told('it is in another account')).toEqual([])
  })

  it('is told by the pattern of a policy too, where AWS repeats the bare name', () => {
    const denied = `User: ${principal} is not authorized to perform: secretsmanager:GetSecretValue on resource: shop/db`
    const allowed = (...Resource: readonly string[]) =>
      trapsIn(denied, { principal, action: 'secretsmanager:GetSecretValue', resource: '' }, 'identity', {
        Effect: 'Allow',
        Action: 'secretsmanager:*',
        Resource,
      })
    const secret = (account: string, name: string) => `arn:aws:secretsmanager:eu-west-1:${account}:secret:${name}`
    expect(allowed(secret('444455556666', 'shop/*'))).toEqual(['named-in-own-account'])
    expect(
      trapsIn(
        `${denied}\nit is in our shared account 444455556666`,
        { principal, action: 'secretsmanager:GetSecretValue', resource: '' },
        'identity',
        { Effect: 'Allow', Action: 's3:*', Resource: '*' },
      ),
    ).toEqual(['named-in-own-account'])
    // The own account has one of that name as well, or the pattern is for other names.
    expect(allowed(secret('444455556666', 'shop/*'), secret('111122223333', '*'))).toEqual([])
    expect(allowed(secret('444455556666', 'desk/*'))).toEqual([])
  })
})

it('a bucket whose last word has as many letters as the end of a secret is compared whole', () => {
  const error =
    'User: arn:aws:sts::111122223333:assumed-role/web/one is not authorized to perform: s3:PutObject on resource: arn:aws:s3:::tea-leaf-kettls/a because no identity-based policy allows the s3:PutObject action'
  const request = {
    principal: 'arn:aws:sts::111122223333:assumed-role/web/one',
    action: 's3:PutObject',
    resource: 'arn:aws:s3:::tea-leaf-kettls/a',
  }
  const allow = { Effect: 'Allow', Action: 's3:PutObject', Resource: 'arn:aws:s3:::tea-leaf-kettle/*' }
  expect(trapsIn(error, request, 'identity', allow)).toEqual(['named-nearly-the-same'])
})
