import { describe, expect, it } from 'vitest'
import { BUILT_REFERENCE } from '../../../.ci/built-reference'
import type { AccessCase } from '../../case/access-case'
import { evaluate } from '../../evaluation/evaluate'
import { referencePart } from '../../reference/reference-part'
import { explainFixes } from './explain-fixes'

const SUBNET = 'arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-0a1b2c3d'
const INSTANCE = 'arn:aws:ec2:eu-west-1:111122223333:instance/*'

/** A guardrail on launches, as a policy of the caller. */
const launch = (resource: string, condition: object, deny: object = { Action: 'ec2:RunInstances' }): AccessCase => ({
  version: 1,
  request: { principal: 'arn:aws:iam::111122223333:user/ana', action: 'ec2:RunInstances', resource, context: {} },
  policies: {
    otherLayers: 'none',
    identity: [
      {
        name: 'Policy 1',
        document: JSON.stringify({
          Version: '2012-10-17',
          Statement: [
            { Effect: 'Allow', Action: 'ec2:*', Resource: '*' },
            { Effect: 'Deny', Resource: '*', ...deny, Condition: condition },
          ],
        }),
      },
    ],
  },
})

const fixesOf = (accessCase: AccessCase) => {
  const evaluation = evaluate(accessCase, { reference: BUILT_REFERENCE })
  expect(evaluation.decision).toBe('explicitDeny')
  return explainFixes({ accessCase, evaluation, denial: null, services: referencePart(BUILT_REFERENCE, ['ec2']) })
}

const keptTo = (accessCase: AccessCase): readonly string[] | null => {
  const fix = fixesOf(accessCase).find(({ codes }) => codes.includes('keep-to-types'))
  if (fix === undefined) return null
  expect(fix.least).toBe(true)
  const after = JSON.parse(fix.changes[0]?.after ?? '') as { Statement: { Resource: string[] }[] }
  return after.Statement[1]?.Resource ?? null
}

describe('a Deny that tests a key which its resource never carries', () => {
  it('is kept to the types of resources that carry it', () => {
    expect(keptTo(launch(SUBNET, { Null: { 'aws:RequestTag/team': 'true' } }))).toEqual(
      expect.arrayContaining(['arn:aws:ec2:*:*:instance/*', 'arn:aws:ec2:*:*:volume/*']),
    )
    expect(keptTo(launch(SUBNET, { Null: { 'aws:RequestTag/team': 'true' } }))).not.toContain(
      'arn:aws:ec2:*:*:subnet/*',
    )
    expect(keptTo(launch(SUBNET, { StringNotEquals: { 'ec2:InstanceType': 't3.nano' } }))).toEqual([
      'arn:aws:ec2:*:*:instance/*',
    ])
  })

  it('stays as it is where the resource can carry the key', () => {
    expect(keptTo(launch(INSTANCE, { Null: { 'aws:RequestTag/team': 'true' } }))).toBeNull()
    expect(keptTo(launch(SUBNET, { Null: { 'aws:PrincipalTag/team': 'true' } }))).toBeNull()
  })

  it('stays as it is where it denies more than the named actions, or no more than some resources', () => {
    expect(keptTo(launch(SUBNET, { Null: { 'aws:RequestTag/team': 'true' } }, { Action: 'ec2:*' }))).toBeNull()
    expect(
      keptTo(launch(SUBNET, { Null: { 'aws:RequestTag/team': 'true' } }, { NotAction: 'ec2:Describe*' })),
    ).toBeNull()
    const named = { Action: 'ec2:RunInstances', Resource: [SUBNET, INSTANCE] }
    expect(keptTo(launch(SUBNET, { Null: { 'aws:RequestTag/team': 'true' } }, named))).toBeNull()
  })

  it('keeps the one action to its types where all of them are too many, or AWS lists none for another', () => {
    const others = { Action: ['ec2:RunInstances', 'ec2:CreateVpc', 'ec2:CreateSubnet', 'ec2:CreateNatGateway'] }
    const fix = fixesOf(launch(SUBNET, { Null: { 'aws:RequestTag/team': 'true' } }, others)).find(({ least }) => least)
    expect(fix?.codes).toEqual(['keep-action-to-types'])
    const [, whole, kept] = (JSON.parse(fix?.changes[0]?.after ?? '') as { Statement: Record<string, unknown>[] })
      .Statement
    // What stays of the Deny is on every resource, and launches are denied without the tag on what they make.
    expect(whole).toMatchObject({ Action: others.Action.slice(1), Resource: '*' })
    expect(kept).toMatchObject({ Effect: 'Deny', Action: 'ec2:RunInstances', Condition: whole?.['Condition'] })
    expect(kept?.['Resource']).toContain('arn:aws:ec2:*:*:instance/*')
    expect(kept?.['Resource']).not.toContain('arn:aws:ec2:*:*:subnet/*')
  })
})
