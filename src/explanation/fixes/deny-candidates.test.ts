import { describe, expect, it } from 'vitest'
import type { AccessCase } from '../../case/access-case'
import { evaluate } from '../../evaluation/evaluate'
import { withDocument } from '../../case/case-documents'
import { explainFixes } from './explain-fixes'
import { policyText } from '../../testing/statements'

const HOME = '111122223333'
const INSTANCE = `arn:aws:ec2:eu-west-1:${HOME}:instance/i-0123456789abcdef0`
const FULL = { Effect: 'Allow', Action: '*', Resource: '*' }

const underScp = (deny: object, principal = `arn:aws:iam::${HOME}:user/alice`): AccessCase => ({
  version: 1,
  request: { principal, action: 'ec2:StartInstances', resource: INSTANCE, resourceAccount: HOME },
  policies: {
    identity: [{ name: 'all', document: policyText(FULL) }],
    scps: [{ target: 'Root', policies: [{ name: 'guard', document: policyText(FULL, { Effect: 'Deny', ...deny }) }] }],
    otherLayers: 'none',
  },
})

const fixesOf = (accessCase: AccessCase) => explainFixes({ accessCase, evaluation: evaluate(accessCase), denial: null })

const codesOf = (accessCase: AccessCase) => fixesOf(accessCase).flatMap(({ codes }) => codes)

/** What becomes of another request after the first fix. */
const afterwards = (accessCase: AccessCase, request: Partial<AccessCase['request']>) => {
  const [fix] = fixesOf(accessCase)
  const changed = fix!.changes.reduce((one, change) => withDocument(one, change, change.name, change.after), accessCase)
  return evaluate({ ...changed, request: { ...changed.request, ...request } }).decision
}

describe('an exception from a Deny', () => {
  it('of one service denies no other service on the resource', () => {
    const accessCase = underScp({ Action: 'ec2:*', Resource: '*' })
    expect(codesOf(accessCase)).not.toContain('leave-action-on-resource-out')
    for (const action of ['ssm:StartSession', 'ec2:StartInstances'])
      expect(afterwards(accessCase, { action })).toBe('allowed')
  })

  it('of every action may split by action, since no other one was allowed', () => {
    const accessCase = underScp({ Action: '*', Resource: '*' })
    expect(codesOf(accessCase)).toContain('leave-action-on-resource-out')
  })

  it('is for the caller and the one action, where the Deny names it', () => {
    const accessCase = underScp({ Action: ['ec2:StartInstances', 'ec2:StopInstances'], Resource: '*' })
    expect(codesOf(accessCase)[0]).toBe('exempt-principal-for-request')
    expect(afterwards(accessCase, {})).toBe('allowed')
    expect(afterwards(accessCase, { action: 'ec2:StopInstances' })).toBe('explicitDeny')
    expect(afterwards(accessCase, { resource: INSTANCE.replace(/0$/, '1') })).toBe('explicitDeny')
    expect(afterwards(accessCase, { principal: `arn:aws:iam::${HOME}:user/bob` })).toBe('explicitDeny')
  })

  it('is for the caller and the one resource, where the Deny covers a service', () => {
    const accessCase = underScp({ Action: 'ec2:*', Resource: '*' })
    expect(codesOf(accessCase)[0]).toBe('exempt-principal-on-resource')
    expect(afterwards(accessCase, {})).toBe('allowed')
    expect(afterwards(accessCase, { resource: INSTANCE.replace(/0$/, '1') })).toBe('explicitDeny')
    expect(afterwards(accessCase, { principal: `arn:aws:iam::${HOME}:user/bob` })).toBe('explicitDeny')
  })

  it('is for the caller and the one resource, where the Deny lists it or leaves others out', () => {
    const OTHER = INSTANCE.replace(/0$/, '1')
    const LEFT_OUT = `arn:aws:ec2:eu-west-1:${HOME}:instance/i-0ffffffffffffffff`
    for (const resources of [{ Resource: [INSTANCE, OTHER] }, { NotResource: LEFT_OUT }]) {
      const accessCase = underScp({ Action: 'ec2:*', ...resources })
      expect(codesOf(accessCase)[0]).toBe('exempt-principal-on-resource')
      expect(afterwards(accessCase, {})).toBe('allowed')
      expect(afterwards(accessCase, { resource: OTHER })).toBe('explicitDeny')
      expect(afterwards(accessCase, { principal: `arn:aws:iam::${HOME}:user/bob` })).toBe('explicitDeny')
      if ('NotResource' in resources) expect(afterwards(accessCase, { resource: LEFT_OUT })).toBe('allowed')
    }
  })

  it('keeps those whom the Deny leaves out already', () => {
    for (const operator of ['ArnNotEquals', 'ArnNotLikeIfExists', 'StringNotLike']) {
      const Condition = { [operator]: { 'aws:PrincipalARN': `arn:aws:iam::${HOME}:user/bob` } }
      const accessCase = underScp({ Action: 'ec2:*', Resource: '*', Condition })
      expect(codesOf(accessCase)[0]).toBe('exempt-principal-on-resource')
      expect(afterwards(accessCase, {})).toBe('allowed')
      expect(afterwards(accessCase, { resource: INSTANCE.replace(/0$/, '1') })).toBe('explicitDeny')
      expect(afterwards(accessCase, { principal: `arn:aws:iam::${HOME}:user/bob` })).toBe('allowed')
      expect(afterwards(accessCase, { principal: `arn:aws:iam::${HOME}:user/carol` })).toBe('explicitDeny')
    }
  })

  it('keeps the test of the Deny', () => {
    const Condition = { StringNotEquals: { 'aws:RequestedRegion': 'eu-central-1' } }
    const accessCase = underScp({ NotAction: ['iam:*'], Resource: '*', Condition })
    const inRegion = {
      ...accessCase,
      request: { ...accessCase.request, context: { 'aws:RequestedRegion': 'eu-west-1' } },
    }
    expect(codesOf(inRegion)[0]).toBe('exempt-principal-for-request')
    expect(afterwards(inRegion, {})).toBe('allowed')
    const others = { principal: `arn:aws:iam::${HOME}:user/bob` }
    expect(afterwards(inRegion, others)).toBe('explicitDeny')
    expect(afterwards(inRegion, { ...others, context: { 'aws:RequestedRegion': 'eu-central-1' } })).toBe('allowed')
  })

  it('takes nothing else of a pattern from the caller, and denies nothing besides it', () => {
    const images = `arn:aws:ec2:*:${HOME}:instance/*`
    const accessCase = underScp({ Action: ['ec2:StartInstances', 'ec2:StopInstances'], Resource: images })
    // Without the types of resources of the action no pattern says what else it has.
    expect(codesOf(accessCase)).not.toContain('exempt-principal-for-request')
    expect(afterwards(accessCase, {})).toBe('allowed')
  })

  it('by the resource leaves the other actions of the Deny on it', () => {
    const accessCase = underScp(
      { Action: ['ec2:StartInstances', 'ec2:StopInstances'], Resource: '*' },
      `arn:aws:iam::${HOME}:root`,
    )
    expect(codesOf(accessCase)[0]).toBe('leave-action-on-resource-out')
    expect(afterwards(accessCase, {})).toBe('allowed')
    expect(afterwards(accessCase, { action: 'ec2:StopInstances' })).toBe('explicitDeny')
    expect(afterwards(accessCase, { resource: INSTANCE.replace(/0$/, '1') })).toBe('explicitDeny')
  })

  it('says that the ARN of a session lacks the path of its role', () => {
    const saysPath = (principal: string) =>
      fixesOf(underScp({ Action: ['ec2:StartInstances', 'ec2:StopInstances'], Resource: '*' }, principal)).some(
        ({ proof }) => proof.some(({ text }) => text.includes('has a path')),
      )
    expect(saysPath(`arn:aws:sts::${HOME}:assumed-role/deploy/ann`)).toBe(true)
    expect(saysPath(`arn:aws:iam::${HOME}:role/teams/deploy`)).toBe(false)
    expect(saysPath(`arn:aws:iam::${HOME}:user/alice`)).toBe(false)
  })

  it('from all that a bucket does is for the one action', () => {
    const bucket = 'arn:aws:s3:::depot'
    const resource = {
      name: 'bucket policy',
      document: policyText({
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: [bucket, `${bucket}/*`],
        Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-0a' } },
      }),
    }
    const accessCase: AccessCase = {
      version: 1,
      request: {
        principal: `arn:aws:iam::${HOME}:role/reader`,
        action: 's3:GetObject',
        resource: `${bucket}/a.csv`,
        resourceAccount: HOME,
        absentContext: ['aws:SourceVpce'],
      },
      policies: { identity: [{ name: 'all', document: policyText(FULL) }], resource, otherLayers: 'none' },
    }
    expect(codesOf(accessCase)[0]).toBe('exempt-principal-for-request')
    expect(afterwards(accessCase, {})).toBe('allowed')
    expect(afterwards(accessCase, { action: 's3:PutObject' })).toBe('explicitDeny')
    expect(afterwards(accessCase, { action: 's3:ListBucket', resource: bucket })).toBe('explicitDeny')
    expect(afterwards(accessCase, { resource: `${bucket}/b.csv` })).toBe('explicitDeny')
  })

  it('from a part of a bucket denies nothing of the rest of it', () => {
    const bucket = 'arn:aws:s3:::depot'
    const under = (action: readonly string[], pattern: string, principal: string): AccessCase => ({
      version: 1,
      request: { principal, action: 's3:GetObject', resource: `${bucket}/in/a.csv`, resourceAccount: HOME },
      policies: {
        identity: [{ name: 'all', document: policyText(FULL) }],
        resource: {
          name: 'bucket policy',
          document: policyText({ Effect: 'Deny', Principal: '*', Action: action, Resource: pattern }),
        },
        otherLayers: 'none',
      },
    })
    const alice = `arn:aws:iam::${HOME}:user/alice`
    const ofPart = under(['s3:GetObject', 's3:PutObject'], `${bucket}/in/*`, alice)
    expect(codesOf(ofPart)).not.toContain('exempt-principal-for-request')
    expect(afterwards(ofPart, {})).toBe('allowed')
    // What the Deny never covered stays allowed.
    expect(afterwards(ofPart, { resource: `${bucket}/out/b.csv` })).toBe('allowed')
    expect(afterwards(ofPart, { principal: `arn:aws:iam::${HOME}:user/bob` })).toBe('explicitDeny')
    // A pattern of all its objects leaves none that a NotResource could deny besides.
    const ofAll = under(['s3:GetObject', 's3:PutObject'], `${bucket}/*`, alice)
    expect(codesOf(ofAll)[0]).toBe('exempt-principal-for-request')
    expect(afterwards(ofAll, { resource: `${bucket}/out/b.csv` })).toBe('explicitDeny')
  })

  it('is never one for the root user, or for whom the Deny names', () => {
    const root = `arn:aws:iam::${HOME}:root`
    const ofRoot = { Action: '*', Resource: '*', Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:root' } } }
    expect(codesOf(underScp(ofRoot, root)).filter((code) => code.startsWith('exempt'))).toEqual([])
    const ofAlice = { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:user/alice' } }
    expect(codesOf(underScp({ ...ofRoot, Condition: ofAlice })).filter((code) => code.startsWith('exempt'))).toEqual([])
    const ofSome = { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:user/*' } }
    expect(codesOf(underScp({ ...ofRoot, Condition: ofSome }))).toContain('exempt-principal')
  })

  it('names a role of IAM Identity Center with its path', () => {
    const session = `arn:aws:sts::${HOME}:assumed-role/AWSReservedSSO_Dev_0123456789abcdef/ann`
    const known = underScp({ Action: 'ec2:*', Resource: '*' }, session)
    // Nobody says under which path the role of a session stands.
    const accessCase = { ...known, request: { ...known.request, otherContext: 'unknown' as const } }
    const [fix] = fixesOf(accessCase)
    const { Statement } = JSON.parse(fix!.changes[0]!.after) as { readonly Statement: readonly object[] }
    expect(Statement.at(-1)).toMatchObject({
      Condition: {
        ArnNotLike: {
          'aws:PrincipalArn': `arn:aws:iam::${HOME}:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_Dev_*`,
        },
      },
    })
    expect(afterwards(accessCase, {})).toBe('allowed')
  })
})
