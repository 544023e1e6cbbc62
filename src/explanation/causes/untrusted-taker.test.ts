import { describe, expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { allow, policyText } from '../../testing/statements'
import { plainText } from '../../text/phrase'

const QUEUE = 'arn:aws:sqs:eu-west-2:111122223333:heron'
const HOOK = `ValidationError: Unable to publish test message to notification target ${QUEUE} using IAM role arn:aws:iam::111122223333:role/hook. Please check your target and role configuration and try to put lifecycle hook again.`
const trusts = (Principal: object) => policyText({ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' })
const asked = (Principal: object) =>
  pastedCase(HOOK, { resource: trusts(Principal), identity: policyText(allow('sqs:*', QUEUE)) }).answer

describe('the role that a service works with', () => {
  it('lacks that service in its trust policy, where the one given here names another', () => {
    const { layer, basis, headline, causes } = asked({ Service: ['ec2.amazonaws.com', 'lambda.amazonaws.com'] })
    expect([layer, basis]).toEqual(['trust', 'likely'])
    expect(plainText(headline)).toContain('autoscaling.amazonaws.com')
    expect(causes[0]?.statements).toEqual([
      { Effect: 'Allow', Principal: { Service: 'autoscaling.amazonaws.com' }, Action: 'sts:AssumeRole' },
    ])
  })

  it('lacks nothing there where it is named, or where the policy is that of people', () => {
    for (const principal of [
      { Service: ['ec2.amazonaws.com', 'autoscaling.amazonaws.com'] },
      { AWS: 'arn:aws:iam::111122223333:role/admin' },
    ])
      expect(asked(principal).layer).not.toBe('trust')
  })

  it('is told by its own policies where no trust policy is here', () => {
    const { causes } = pastedCase(HOOK, { identity: policyText(allow('sqs:*', QUEUE)) }).answer
    expect(causes.map(({ layer }) => layer)).not.toContain('trust')
  })
})
