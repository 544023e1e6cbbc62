import { describe, expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { plainText } from '../../text/phrase'

const policyOf = (...Action: readonly string[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] })

const answerTo = (error: string, identity?: string) => {
  const { answer } = pastedCase(error, identity === undefined ? {} : { identity })
  const { headline, causes } = answer
  return { headline: plainText(headline), codes: causes.map(({ code }) => code), causes }
}

// https://docs.aws.amazon.com/codebuild/latest/userguide/auth-and-access-control-iam-identity-based-access-control.html
describe('a service that needs several actions, of which its words name none', () => {
  const ERROR = 'PROVISIONING FAILED: VPC_CLIENT_ERROR: Unexpected EC2 error: UnauthorizedOperation'
  const MOST = [
    'CreateNetworkInterface',
    'DeleteNetworkInterface',
    'DescribeNetworkInterfaces',
    'DescribeSubnets',
    'DescribeSecurityGroups',
    'DescribeVpcs',
    'DescribeDhcpOptions',
  ].map((name) => `ec2:${name}`)
  const LAST = 'ec2:CreateNetworkInterfacePermission'

  it('was refused what its role does not allow, also where the role allows all others', () => {
    const { headline, codes } = answerTo(ERROR, policyOf(...MOST))
    expect(headline).toContain(LAST)
    expect(codes).toContain('build-network-role')
  })

  it('does not lack what only another call would need, where its role allows them all', () => {
    const { headline, codes } = answerTo(ERROR, policyOf(...MOST, LAST))
    expect(headline).not.toContain('ec2:CreateTags')
    expect(codes).not.toContain('ec2-tags-at-creation')
  })

  it('is allowed on * what takes no resource, in a statement of its own', () => {
    const [first] = answerTo(ERROR).causes
    const looks = first?.statements.find(({ Action }) => [Action].flat().includes('ec2:DescribeSubnets'))
    expect(looks?.Resource).toBe('*')
    expect(looks?.Action).not.toContain('ec2:CreateNetworkInterface')
  })
})

describe('a lookup with the caller’s own permissions that a service answers as if nothing were there', () => {
  const ERROR =
    'Error: creating CloudFormation StackSet (base): operation error CloudFormation: CreateStackSet, api error ValidationError: Account used is not a delegated administrator'

  it('is told as the action that the caller’s policy lacks, and nothing about the role of another call', () => {
    const { headline, codes } = answerTo(ERROR, policyOf('cloudformation:*', 'organizations:ListAccounts'))
    expect(headline).toContain('organizations:ListDelegatedAdministrators')
    expect(codes).not.toContain('pass-role')
  })

  it('is not that where the policy allows it', () => {
    const { headline, codes } = answerTo(ERROR, policyOf('cloudformation:*', 'organizations:List*'))
    expect(headline).not.toContain('No identity-based policy')
    expect(codes).not.toContain('pass-role')
  })
})
