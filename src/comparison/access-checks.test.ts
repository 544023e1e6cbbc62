import { describe, expect, it } from 'vitest'
import { BUILT_REFERENCE } from '../../.ci/built-reference'
import type { CaseLayer } from '../iam/layers'
import { plainText } from '../text/phrase'
import { listed } from '../text/listed'
import { accessChecks, type AccessCheck } from './access-checks'
import { compareAccess } from './compare-access'
import { checkSentence } from './describe-comparison'
import { policiesOfText } from './policies-of-text'
import { allow, type TestStatement, policyText } from '../testing/statements'

function checked(
  before: string,
  after: string,
  actions = '',
  resources = '',
  layer: CaseLayer = 'identity',
): ReadonlyMap<AccessCheck['id'], AccessCheck> {
  const question = { before: policiesOfText(before, layer), after: policiesOfText(after, layer), layer }
  const comparison = compareAccess(question, BUILT_REFERENCE)
  const notGranted = { actions: listed(actions), resources: listed(resources) }
  return new Map(accessChecks(question, comparison, notGranted, BUILT_REFERENCE).map((check) => [check.id, check]))
}

const GET = policyText(allow('s3:Get*', 'arn:aws:s3:::logs/*'))

describe('no new access', () => {
  it('passes by proof, and fails by a request', () => {
    expect(checked(GET, policyText(allow('s3:GetObject', 'arn:aws:s3:::logs/*'))).get('no-new-access')?.result).toBe(
      'passes',
    )
    expect(checked(policyText(allow('s3:GetObject', 'arn:aws:s3:::logs/*')), GET).get('no-new-access')?.result).toBe(
      'fails',
    )
  })
})

describe('access not granted', () => {
  const result = (after: string, actions: string, resources = '') =>
    checked(after, after, actions, resources).get('access-not-granted')?.result

  it.each([
    ['an action that is granted', 's3:GetObject', '', 'fails'],
    ['one of several', 's3:DeleteObject, s3:GetObjectAcl', '', 'fails'],
    ['a pattern of which one is granted', 's3:*Acl', '', 'fails'],
    ['an action that is not', 's3:PutObject', '', 'passes'],
    ['an action of another service', 'iam:*', '', 'passes'],
    ['the action on another bucket', 's3:GetObject', 'arn:aws:s3:::other/*', 'passes'],
    ['the action on a part of the bucket', 's3:GetObject', 'arn:aws:s3:::logs/2026/*', 'fails'],
    ['any action on a resource', '', 'arn:aws:s3:::logs/a', 'fails'],
    ['any action on another resource', '', 'arn:aws:s3:::other/a', 'passes'],
  ] as const)('%s', (_, actions, resources, expected) => {
    expect(result(GET, actions, resources)).toBe(expected)
  })

  it('counts a Deny of the policy, and no condition that may be met', () => {
    const denied = policyText(allow('s3:*', '*'), { Effect: 'Deny', Action: 's3:Delete*', Resource: '*' })
    expect(result(denied, 's3:DeleteObject')).toBe('passes')
    const tested = policyText(
      allow('s3:DeleteObject', '*', { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }),
    )
    expect(result(tested, 's3:DeleteObject')).toBe('fails')
  })

  it('is asked only where something is listed', () => {
    expect(checked(GET, GET).has('access-not-granted')).toBe(false)
  })

  it('is said with the request that is granted', () => {
    const check = checked(GET, GET, 's3:GetObject').get('access-not-granted')!
    expect(plainText(checkSentence(check))).toBe(
      'Access not granted: fails. The new version allows s3:GetObject on arn:aws:s3:::logs/example.',
    )
  })
})

describe('no public access', () => {
  const result = (statement: TestStatement) =>
    checked(policyText(statement), policyText(statement), '', '', 'resource').get('no-public-access')?.result
  const of = (Principal: unknown, Condition?: unknown): TestStatement =>
    allow('s3:GetObject', 'arn:aws:s3:::logs/*', { Principal, ...(Condition === undefined ? {} : { Condition }) })

  it.each([
    ['everyone', '*', undefined, 'fails'],
    ['everyone over TLS', '*', { Bool: { 'aws:SecureTransport': 'true' } }, 'fails'],
    ['everyone from anywhere', '*', { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } }, 'fails'],
    ['an account', { AWS: '444455556666' }, undefined, 'passes'],
    ['everyone of an organization', '*', { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } }, 'passes'],
    ['everyone from one network', '*', { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }, 'passes'],
    ['everyone through one endpoint', '*', { StringEquals: { 'aws:SourceVpce': 'vpce-1' } }, 'passes'],
    ['everyone but through one endpoint', '*', { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } }, 'fails'],
  ] as const)('%s', (_, principal, condition, expected) => {
    expect(result(of(principal, condition))).toBe(expected)
  })

  it('is not asked of a policy that names nobody', () => {
    expect(checked(GET, GET).has('no-public-access')).toBe(false)
  })
})
