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
})
