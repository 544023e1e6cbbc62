import { describe, expect, it } from 'vitest'
import { remedyOf, type GivenPolicies } from '../../testing/pasted-case'
import { plainText } from '../../text/phrase'

const CALLER = 'arn:aws:sts::111122223333:assumed-role/release/run'

const first = (caller: string, action: string, resource: string, of: string, given: GivenPolicies = {}): string => {
  const error = `User: ${caller} is not authorized to perform: ${action} on resource: ${resource} with an explicit deny in ${of}`
  const [told] = remedyOf(error, given).instructions
  return told === undefined ? '' : plainText(told.sentence)
}

describe('a Deny that AWS names and nobody pasted', () => {
  const queue = 'arn:aws:sqs:eu-west-1:111122223333:mail'

  it('begins with who can do something about it, then says what to look for', () => {
    expect(first(CALLER, 'sqs:SendMessage', queue, 'a service control policy')).toMatch(
      /^Ask an administrator of the organization for an exception\. .*look for a statement whose Action covers sqs:SendMessage, or whose NotAction leaves it out\./,
    )
    expect(first(CALLER, 'sqs:SendMessage', queue, 'an identity-based policy')).toMatch(
      /^An IAM administrator of the caller’s account can change this policy\./,
    )
  })

  it('names the policy to fetch where AWS names it', () => {
    const named =
      'a service control policy: arn:aws:organizations::444455556666:policy/o-a1b2c3d4e5/service_control_policy/p-a1b2c3d4'
    expect(first(CALLER, 'sqs:SendMessage', queue, named)).toContain('fetch p-a1b2c3d4 and look')
    expect(first(CALLER, 'sqs:SendMessage', queue, 'a service control policy')).toContain('fetch the policies and look')
  })

  it('tells the owner of a resource how to exempt the caller, where an ARN names it', () => {
    const told = (caller: string) => first(caller, 'sqs:SendMessage', queue, 'a resource-based policy')
    expect(told(CALLER)).toMatch(/^The policy’s owner can exempt release with aws:PrincipalArn, unless/)
    // Requests of services carry no aws:PrincipalArn.
    expect(told('s3.amazonaws.com')).not.toContain('aws:PrincipalArn')
  })

  it('names the root user for the policy of a bucket alone', () => {
    // https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketPolicy.html
    const told = (action: string, resource: string) => first(CALLER, action, resource, 'a resource-based policy')
    expect(told('s3:ListBucket', 'arn:aws:s3:::notes')).toContain('root user of the bucket’s account')
    expect(told('sqs:SendMessage', queue)).not.toContain('root user')
  })
})

describe('a Deny that is here and may have applied', () => {
  const open = (what: object): string =>
    first(CALLER, 'iam:PassRole', 'arn:aws:iam::111122223333:role/job', 'a service control policy', {
      scp: JSON.stringify({
        Version: '2012-10-17',
        Statement: {
          Effect: 'Deny',
          ...what,
          Resource: '*',
          Condition: { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
        },
      }),
    })

  it('takes one more action only where it lists those that it exempts', () => {
    const entry = 'add it to the statement’s NotAction'
    expect(open({ NotAction: ['sts:*', 'support:*'] })).toContain(entry)
    expect(open({ Action: 'iam:*' })).not.toContain(entry)
  })
})
