import { describe, expect, it } from 'vitest'
import { remedyOf } from '../../testing/pasted-case'

const WITHOUT_ROLE =
  'An error occurred (AccessDeniedFault) when calling the CreateReplicationSubnetGroup operation: The IAM Role arn:aws:iam::111122223333:role/dms-vpc-role is not configured properly.'

describe('where nobody has looked', () => {
  it('the trust of a role that may not be there is not edited', () => {
    expect(remedyOf(WITHOUT_ROLE).fixes).toEqual([])
  })

  it('it is where its trust policy shows that the role is there', () => {
    const trust = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    })
    expect(remedyOf(WITHOUT_ROLE, { resource: trust }).fixes.map(({ layer }) => layer)).toContain('trust')
  })

  it('no statement is offered for a call that was not refused itself', () => {
    const text =
      'An error occurred (AccessDenied) when calling the CreateAutoScalingGroup operation: You are not authorized to use launch template: lt-0a1b2c3d4e5f60718'
    const { fixes } = remedyOf(text)
    expect(JSON.stringify(fixes)).not.toContain('CreateAutoScalingGroup')
  })

  it('the trust of a role that Identity Center writes is not edited', () => {
    const of = (role: string) =>
      remedyOf(
        `An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:iam::111122223333:user/ana is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/${role}`,
      ).fixes.map(({ layer }) => layer)
    expect(of('aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Science_0123456789abcdef')).not.toContain(
      'trust',
    )
    expect(of('science')).toContain('trust')
  })
})
