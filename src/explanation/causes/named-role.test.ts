import { describe, expect, it } from 'vitest'
import { namedRole } from './named-role'

const ROOT = 'arn:aws:iam::111122223333'

describe('how a policy of a resource names a role', () => {
  it('names a role as it stands, and one whose path is known', () => {
    for (const arn of [`${ROOT}:role/app`, `${ROOT}:role/team/app`, `${ROOT}:user/AWSServiceRoleForMe`])
      expect(namedRole(arn)).toEqual({ principal: { AWS: arn }, condition: null })
  })

  it('names the account of a permission set’s role, with a test that holds in each Region and after it is made anew', () => {
    for (const set of ['Data_Admins', 'Data-Admins.eu'])
      expect(namedRole(`${ROOT}:role/AWSReservedSSO_${set}_0a1b2c3d4e5f6071`)).toEqual({
        principal: { AWS: `${ROOT}:root` },
        condition: {
          ArnLike: { 'aws:PrincipalArn': `${ROOT}:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_${set}_*` },
        },
      })
  })

  it('names a service-linked role under its service, and leaves a blank for one that nobody knows', () => {
    const named = (name: string) => namedRole(`${ROOT}:role/${name}`).principal.AWS
    expect(named('AWSServiceRoleForAutoScaling')).toBe(
      `${ROOT}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`,
    )
    expect(named('AWSServiceRoleForAutoScaling_KeyA')).toContain('/autoscaling.amazonaws.com/')
    expect(named('AWSServiceRoleForWhatever')).toContain('/<service of the role>/')
  })
})
