import { describe, expect, it } from 'vitest'
import { pastedCase, type GivenPolicies } from '../../testing/pasted-case'
import { plainText } from '../../text/phrase'
import { explainRemedies } from './remedies'

const told = (paste: string, given: GivenPolicies) => {
  const { judged, answer } = pastedCase(paste, given)
  const { instructions, fixes, primary } = explainRemedies({ judged, answer, together: null })
  return {
    steps: instructions.map(({ sentence }) => plainText(sentence)),
    unmet: fixes.map(({ failed = [] }) => failed.map(({ standard }) => standard)),
    fixes,
    primary: primary.kind,
  }
}
const policy = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements.map((one) => ({ Effect: 'Allow', ...one })) })

const ASSUME =
  'User: arn:aws:sts::111122223333:assumed-role/runner/i-1 is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/deploy'
const TOKENS = {
  Principal: { Federated: 'arn:aws:iam::444455556666:oidc-provider/gitlab.com' },
  Action: 'sts:AssumeRoleWithWebIdentity',
  Condition: { StringEquals: { 'gitlab.com:sub': 'project_path:site' } },
}

describe('a role that trusts tokens alone', () => {
  it('is called with a token, before anybody else is let in', () => {
    const { steps, unmet, primary } = told(ASSUME, { resource: policy(TOKENS) })
    expect(steps[0]).toBe(
      'The role trusts tokens of gitlab.com, not other callers. Call sts:AssumeRoleWithWebIdentity with such a token.',
    )
    expect(unmet).toEqual([['keeps guards']])
    expect(primary).not.toBe('apply-fix')
  })

  it('is no such role where it trusts another role too', () => {
    const other = { Principal: { AWS: 'arn:aws:iam::111122223333:role/other' }, Action: 'sts:AssumeRole' }
    expect(told(ASSUME, { resource: policy(TOKENS, other) }).steps.join(' ')).not.toContain('with such a token')
  })
})

describe('a role that AWS owns', () => {
  const denied = (role: string) =>
    `User: arn:aws:sts::111122223333:assumed-role/${role}/s is not authorized to perform: ssm:SendCommand on resource: arn:aws:ssm:us-east-1::document/AWS-UpdateSSMAgent because no identity-based policy allows the ssm:SendCommand action`

  it('is not to be given a permission', () => {
    const { steps, fixes } = told(denied('AWSServiceRoleForImageBuilder'), {})
    expect(steps).toEqual([expect.stringContaining('Let the resource’s policy allow the role')])
    expect(fixes).toEqual([])
  })

  it('is not to be given a permission where its policies are shown', () => {
    const other = policy({ Action: 'ssm:SendCommand', Resource: 'arn:aws:ssm:us-east-1:111122223333:document/a' })
    const { steps } = told(denied('AWSServiceRoleForImageBuilder'), { identity: other })
    expect(steps).toHaveLength(1)
    expect(steps[0]).toMatch(/^(?:AWS owns AWSServiceRoleForImageBuilder|Let the resource’s policy allow the role)/)
  })

  it('is none of the account’s own', () => {
    expect(told(denied('ImageBuilder'), {}).steps.join(' ')).not.toContain('AWS owns')
  })
})

it('lets Pod Identity tag the session that it opens', () => {
  const paste =
    'User: pods.eks.amazonaws.com is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/web because no trust policy allows it'
  const other = { Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }
  const { fixes } = told(paste, { resource: policy(other) })
  expect(fixes[0]?.statement?.['Action']).toEqual(['sts:AssumeRole', 'sts:TagSession'])
})
