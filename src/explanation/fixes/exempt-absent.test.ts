import { describe, expect, it } from 'vitest'
import type { AccessCase } from '../../case/access-case'
import { withDocument } from '../../case/case-documents'
import { evaluate } from '../../evaluation/evaluate'
import { explainFixes } from './explain-fixes'
import { policyText } from '../../testing/statements'

const HOME = '111122223333'
const ROLE = `arn:aws:iam::${HOME}:role/sso`
const ORG = { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-example11' } }
const ALL_IN = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }

const bucket = (principal: string): AccessCase => ({
  version: 1,
  request: {
    principal,
    action: 's3:PutObject',
    resource: 'arn:aws:s3:::trails/a.json',
    resourceAccount: HOME,
    ...(principal.startsWith('arn:') && { context: { 'aws:PrincipalOrgID': 'o-other22222' } }),
  },
  policies: {
    resource: {
      name: 'trails',
      document: policyText(
        { Effect: 'Allow', Principal: '*', Action: 's3:PutObject', Resource: 'arn:aws:s3:::trails/*' },
        { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::trails/*', Condition: ORG },
      ),
    },
    otherLayers: 'none',
  },
})

const fixesOf = (accessCase: AccessCase) => explainFixes({ accessCase, evaluation: evaluate(accessCase), denial: null })

const after = (accessCase: AccessCase, request: Partial<AccessCase['request']>) => {
  const [fix] = fixesOf(accessCase)
  const changed = fix!.changes.reduce((one, change) => withDocument(one, change, change.name, change.after), accessCase)
  return evaluate({ ...changed, request: { ...changed.request, ...request } }).decision
}

describe('a Deny on callers from elsewhere', () => {
  it('leaves the services out, which never carry its key, and no one else', () => {
    const accessCase = bucket('config.amazonaws.com')
    expect(fixesOf(accessCase).map(({ codes }) => codes)).toEqual([['exempt-services']])
    expect(after(accessCase, {})).toBe('allowed')
    const outsider = {
      principal: 'arn:aws:iam::444455556666:user/eve',
      context: { 'aws:PrincipalOrgID': 'o-other22222' },
    }
    expect(after(accessCase, outsider)).toBe('explicitDeny')
  })

  it('is left as it is for the services where a user is refused', () => {
    const codes = fixesOf(bucket('arn:aws:iam::444455556666:user/eve')).flatMap((fix) => fix.codes)
    expect(codes.length).toBeGreaterThan(0)
    expect(codes).not.toContain('exempt-services')
  })

  it('loses the actions of callers with a token, and keeps the others', () => {
    const accessCase: AccessCase = {
      version: 1,
      request: {
        principal: `arn:aws:iam::${HOME}:saml-provider/idp`,
        action: 'sts:AssumeRoleWithSAML',
        resource: ROLE,
        resourceAccount: HOME,
      },
      policies: {
        resource: {
          name: 'trust',
          document: policyText({
            Effect: 'Allow',
            Principal: { Federated: `arn:aws:iam::${HOME}:saml-provider/idp` },
            Action: 'sts:AssumeRoleWithSAML',
          }),
        },
        rcps: [
          {
            target: 'Root',
            policies: [
              { name: 'RCPFullAWSAccess', document: policyText(ALL_IN) },
              {
                name: 'perimeter',
                document: policyText({
                  Effect: 'Deny',
                  Principal: '*',
                  Action: ['sts:AssumeRole', 'sts:AssumeRoleWithSAML', 'sts:AssumeRoleWithWebIdentity'],
                  Resource: '*',
                  Condition: ORG,
                }),
              },
            ],
          },
        ],
        otherLayers: 'none',
      },
    }
    const [fix, ...others] = fixesOf(accessCase)
    expect(others).toEqual([])
    expect(fix?.codes).toEqual(['take-action-out'])
    expect(JSON.parse(fix!.changes[0]!.after)).toMatchObject({
      Statement: [{ Action: 'sts:AssumeRole', Condition: ORG }],
    })
  })
})

describe('a Deny on every network but the office', () => {
  const OFFICE = { NotIpAddress: { 'aws:SourceIp': '198.51.100.0/24' } }

  const user = (context: Record<string, string>): AccessCase => ({
    version: 1,
    request: {
      principal: `arn:aws:iam::${HOME}:user/ana`,
      action: 's3:PutObject',
      resource: 'arn:aws:s3:::results/a.csv',
      resourceAccount: HOME,
      context,
    },
    policies: {
      identity: [
        {
          name: 'office',
          document: policyText(
            { Effect: 'Allow', Action: 's3:*', Resource: '*' },
            { Effect: 'Deny', Action: '*', Resource: '*', Condition: OFFICE },
          ),
        },
      ],
      otherLayers: 'none',
    },
  })

  it('leaves out what a service does for the caller, and still binds the caller', () => {
    const accessCase = user({ 'aws:SourceIp': '203.0.113.9', 'aws:ViaAWSService': 'true' })
    expect(fixesOf(accessCase).map(({ codes }) => codes)).toEqual([['exempt-forwarded']])
    expect(after(accessCase, {})).toBe('allowed')
    expect(after(accessCase, { context: { 'aws:SourceIp': '203.0.113.9', 'aws:ViaAWSService': 'false' } })).toBe(
      'explicitDeny',
    )
  })

  it('is not opened to services where the caller called', () => {
    const codes = fixesOf(user({ 'aws:SourceIp': '203.0.113.9', 'aws:ViaAWSService': 'false' })).flatMap(
      (fix) => fix.codes,
    )
    expect(codes.length).toBeGreaterThan(0)
    expect(codes).not.toContain('exempt-forwarded')
  })
})
