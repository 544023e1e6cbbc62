import { expect, it } from 'vitest'
import { pastedCase } from '../testing/pasted-case'

it('is the line of the value that a cause speaks of, and not that of the principal', () => {
  const trust = JSON.stringify(
    {
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com' },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: {
            StringEquals: {
              'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
              'token.actions.githubusercontent.com:sub': 'repo:terns/tides:*',
            },
          },
        },
      ],
    },
    null,
    2,
  )
  const { answer } = pastedCase('Not authorized to perform sts:AssumeRoleWithWebIdentity', { resource: trust })
  expect(answer.causes[0]?.code).toBe('token-wildcard-under-equals')
  expect(trust.split('\n')[(answer.fact?.line ?? 0) - 1]).toContain('repo:terns/tides:*')
})
