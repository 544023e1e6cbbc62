import { describe, expect, it } from 'vitest'
import { findPolicies } from './find-policies'
import { policyNeeds } from './policy-signs'
import type { ManagedReader } from './managed-names'

const NAMES = new Set([
  'AdministratorAccess',
  'AmazonSQSReadOnlyAccess',
  'AWSLambdaBasicExecutionRole',
  'AmazonEC2FullAccess',
])
const managed: ManagedReader = (nameOrArn) => {
  const name = nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1)
  return NAMES.has(name) ? { name, arn: `arn:aws:iam::aws:policy/${name}`, text: '{"Statement": []}' } : null
}
const namesIn = (text: string) => findPolicies(text, { managed }).map(({ name, layer }) => `${layer} ${name}`)

describe('managed policies by name', () => {
  it.each([
    ['AmazonSQSReadOnlyAccess', ['AmazonSQSReadOnlyAccess']],
    ['arn:aws:iam::aws:policy/AdministratorAccess', ['AdministratorAccess']],
    ['arn:aws-cn:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole', []],
    ['  - arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole', ['AWSLambdaBasicExecutionRole']],
    [
      'AmazonSQSReadOnlyAccess\nAWSLambdaBasicExecutionRole\nAmazonNoSuchThingAccess',
      ['AmazonSQSReadOnlyAccess', 'AWSLambdaBasicExecutionRole'],
    ],
    ['AdministratorAccess is attached', ['AdministratorAccess']],
    [
      'The role has `AmazonSQSReadOnlyAccess` and AWSLambdaBasicExecutionRole attached.',
      ['AmazonSQSReadOnlyAccess', 'AWSLambdaBasicExecutionRole'],
    ],
    [
      'Attached policies: AmazonSQSReadOnlyAccess, AmazonEC2FullAccess',
      ['AmazonSQSReadOnlyAccess', 'AmazonEC2FullAccess'],
    ],
    ['managed_policy_arns = ["arn:aws:iam::aws:policy/AmazonEC2FullAccess"]', ['AmazonEC2FullAccess']],
    ['ManagedPolicyArns:\n  - arn:aws:iam::aws:policy/AmazonEC2FullAccess', ['AmazonEC2FullAccess']],
    [
      "iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSLambdaBasicExecutionRole')",
      ['AWSLambdaBasicExecutionRole'],
    ],
  ])('are found in %j', (text, names) => {
    const isChina = text.includes('aws-cn')
    expect(namesIn(text)).toEqual((isChina ? ['AWSLambdaBasicExecutionRole'] : names).map((name) => `identity ${name}`))
  })

  it('go into the boundary where that is said', () => {
    expect(namesIn('permissions boundary: AmazonEC2FullAccess')).toEqual(['boundary AmazonEC2FullAccess'])
    expect(namesIn('Permissions boundary:\n\n  AmazonEC2FullAccess')).toEqual(['boundary AmazonEC2FullAccess'])
  })

  it('have their documents filled in where a tool lists them', () => {
    const arn = 'arn:aws:iam::aws:policy/AmazonEC2FullAccess'
    const list = JSON.stringify({ AttachedPolicies: [{ PolicyName: 'AmazonEC2FullAccess', PolicyArn: arn }] })
    const [policy, ...others] = findPolicies(list, { managed })
    expect(others).toEqual([])
    expect(policy).toMatchObject({ text: '{"Statement": []}', notes: [{ code: 'built-in-document', data: { arn } }] })
    expect(policyNeeds(list, findPolicies(list)).managed).toContain(arn)
  })

  it('are attached to a role that is spoken of before them', () => {
    expect(namesIn('The importer role has AmazonEC2FullAccess attached.')).toEqual(['identity AmazonEC2FullAccess'])
  })

  it('are none where a tool lists none', () => {
    expect(findPolicies('{"AttachedPolicies": []}')).toMatchObject([
      { layer: 'identity', notes: [{ code: 'nothing-attached' }] },
    ])
    expect(findPolicies('{"RoleDetailList": [{"RoleName": "r", "AttachedManagedPolicies": []}]}')).toEqual([])
  })

  it.each([
    'Do I need AmazonEC2FullAccess?',
    'It works with AdministratorAccess but not with this.',
    'AmazonEC2FullAccess is not attached.',
    'I tried adding AmazonEC2FullAccess to the role.',
    'aws iam attach-role-policy --role-name r --policy-arn arn:aws:iam::aws:policy/AdministratorAccess',
    '{"requestParameters": {"roleName": "r", "policyArn": "arn:aws:iam::aws:policy/AdministratorAccess"}}',
    'on resource: policy arn:aws:iam::aws:policy/AdministratorAccess because no identity-based policy allows it',
    'com.example.AmazonEC2FullAccess.java:12',
    'the AccessDenied error of GetObject',
    // A role can be called as a policy is: then the words say whose the policies are.
    'The AmazonEC2FullAccess role has only this attached:',
    'AmazonEC2FullAccess group is attached to nothing else',
  ])('are not said to be attached by %j', (text) => {
    expect(namesIn(text)).toEqual([])
  })
})

it('takes those that a command passes to a session for session policies', () => {
  const arn = 'arn:aws:iam::aws:policy/AmazonSQSReadOnlyAccess'
  expect(namesIn(`$ aws sts get-federation-token --name guest --policy-arns arn=${arn}`)).toEqual([
    'session AmazonSQSReadOnlyAccess',
  ])
  expect(namesIn(`$ aws iam attach-user-policy --user-name ann --policy-arn ${arn}`)).toEqual([])
})

describe('a document below the name of a policy that AWS manages', () => {
  const text = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'sqs:*', Resource: '*' }],
  })
  const nameBelow = (line: string) => findPolicies(`${line}\n${text}`).map(({ name, layer }) => `${layer} ${name}`)

  it.each([
    'AmazonSQSReadOnlyAccess is attached:',
    'Attached: AWSLambdaBasicExecutionRole',
    'but the role has AmazonSQSReadOnlyAccess! It says',
    'arn:aws:iam::aws:policy/AmazonSQSReadOnlyAccess',
  ])('is that policy: %s', (line) => {
    expect(nameBelow(line)).toEqual([expect.stringMatching(/^identity (?:AmazonSQSReadOnlyAccess|AWSLambdaBasic)/)])
  })

  it.each([
    'the policy of the role AWSServiceRoleForQueues:',
    'AWSLambdaBasicExecutionRole-1f2e3d is attached:',
    'we removed AmazonSQSReadOnlyAccess and wrote',
    'AmazonSQSReadOnlyAccess and AmazonSQSFullAccess:',
  ])('is one of one’s own otherwise: %s', (line) => {
    expect(nameBelow(line).join()).not.toMatch(/Amazon|AWSLambda|AWSService/)
  })
})
