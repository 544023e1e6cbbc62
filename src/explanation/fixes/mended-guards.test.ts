import { describe, expect, it } from 'vitest'
import { BUILT_REFERENCE } from '../../../.ci/built-reference'
import type { AccessCase } from '../../case/access-case'
import { evaluate } from '../../evaluation/evaluate'
import { referencePart } from '../../reference/reference-part'
import { explainFixes } from './explain-fixes'

const HOME = '111122223333'
const SERVICES = referencePart(BUILT_REFERENCE, ['ec2', 'iam', 's3'])

const fixesOf = (principal: string, arn: string, statement: object) => {
  const document = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: '*', Resource: '*' },
      { Effect: 'Deny', Action: ['iam:CreateUser', 'iam:CreateAccessKey'], Resource: '*', ...statement },
    ],
  })
  const accessCase: AccessCase = {
    version: 1,
    request: {
      principal,
      action: 'iam:CreateUser',
      resource: `arn:aws:iam::${HOME}:user/relay`,
      resourceAccount: HOME,
      context: { 'aws:PrincipalArn': arn },
      unknownContext: ['aws:MultiFactorAuthPresent'],
    },
    policies: { scps: [{ target: HOME, policies: [{ name: 'no-users', document }] }], otherLayers: 'none' },
  }
  return explainFixes({ accessCase, evaluation: evaluate(accessCase), denial: null, services: SERVICES }).filter(
    ({ layer }) => layer === 'scp',
  )
}

const without = (pattern: string) => ({ Condition: { ArnNotLike: { 'aws:PrincipalARN': [pattern] } } })

describe('a Deny that exempts a role by its name', () => {
  const SESSION = `arn:aws:sts::${HOME}:assumed-role/AWSReservedSSO_Ops_0123456789abcdef/ann`
  const CENTER = 'role/aws-reserved/sso.amazonaws.com/'
  const arn = `arn:aws:iam::${HOME}:${CENTER}eu-west-1/AWSReservedSSO_Ops_0123456789abcdef`

  it.each([
    ['role/AWSReservedSSO_Ops_*', `${CENTER}*AWSReservedSSO_Ops_*`],
    [`${CENTER}AWSReservedSSO_Ops_*`, `${CENTER}*AWSReservedSSO_Ops_*`],
  ])('gets the path of the role: %s', (written, meant) => {
    const [fix, ...others] = fixesOf(SESSION, arn, without(`arn:aws:iam::*:${written}`))
    expect(others).toEqual([])
    expect(fix?.codes).toEqual(['correct-exception'])
    expect(fix?.changes[0]?.after).toContain(`"arn:aws:iam::*:${meant}"`)
    expect(fix?.failed?.map(({ gate }) => gate)).toEqual(['keeps guards'])
  })

  it('gets the path of any other role too, and no other one for another name', () => {
    const role = `arn:aws:iam::${HOME}:role/ops/deploy`
    const session = `arn:aws:sts::${HOME}:assumed-role/deploy/run`
    const [fix] = fixesOf(session, role, without(`arn:aws:iam::${HOME}:role/deploy`))
    expect(fix?.changes[0]?.after).toContain(`"${role}"`)
    const codes = fixesOf(session, role, without(`arn:aws:iam::${HOME}:role/admin`)).flatMap((one) => one.codes)
    expect(codes.length).toBeGreaterThan(0)
    expect(codes).not.toContain('correct-exception')
  })
})

describe('a Deny by a key that does not exist', () => {
  const USER = `arn:aws:iam::${HOME}:user/ann`
  const unless = (key: string) => ({ Condition: { BoolIfExists: { [key]: 'false' } } })

  it('gets the key that is meant, and stays', () => {
    const fixes = fixesOf(USER, USER, unless('aws:MultiFactorAuthPresense'))
    expect(fixes.map(({ codes }) => codes)).toEqual([['correct-key']])
    expect(fixes[0]?.changes[0]?.after).toContain('"aws:MultiFactorAuthPresent": "false"'.replace(': ', ':'))
  })

  it.each(['aws:MultiFactorAuthPresent', 'aws:PrincipalTag/team', 'saml:nothingLikeIt'])(
    'is another matter with a key that there is, or that is like none: %s',
    (key) => {
      expect(fixesOf(USER, USER, unless(key)).flatMap((fix) => fix.codes)).not.toContain('correct-key')
    },
  )
})
