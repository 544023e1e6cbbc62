import { expect, it } from 'vitest'
import { pastedCase } from '../testing/pasted-case'

const trusting = (repository: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com' },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' },
          StringLike: { 'token.actions.githubusercontent.com:sub': `repo:${repository}:*` },
        },
      },
    ],
  })

const firstCause = (repository: string, address: string) =>
  pastedCase(`Error: Not authorized to perform sts:AssumeRoleWithWebIdentity\nrun of ${address}`, {
    resource: trusting(repository),
  }).answer.causes[0]?.code

it('a repository that the text shows in another case is the first cause, and one in the same case none', () => {
  expect(firstCause('tidewater/charts', 'https://github.com/TideWater/charts')).toBe('token-subject-in-other-case')
  expect(firstCause('tidewater/charts', 'git@github.com:TideWater/charts.git')).toBe('token-subject-in-other-case')
  expect(firstCause('tidewater/charts', 'run of TideWater/charts on main')).toBe('token-subject-in-other-case')
  expect(firstCause('TideWater/charts', 'pushes ghcr.io/tidewater/charts')).not.toBe('token-subject-in-other-case')
  expect(firstCause('TideWater/charts', 'https://github.com/TideWater/charts')).not.toBe('token-subject-in-other-case')
  expect(firstCause('tidewater/charts', 'https://github.com/TideWater/buoys')).not.toBe('token-subject-in-other-case')
})
