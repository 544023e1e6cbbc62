import { expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { plainText } from '../../text/phrase'
import { policyText } from '../../testing/statements'

const ISSUER = 'token.actions.githubusercontent.com'

const answerOf = (audience: string) =>
  pastedCase('Error: Not authorized to perform sts:AssumeRoleWithWebIdentity', {
    resource: policyText({
      Effect: 'Allow',
      Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${ISSUER}` },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: {
        StringLike: { [`${ISSUER}:sub`]: 'repo:terns/tides:ref:refs/heads/main' },
        StringEquals: { [`${ISSUER}:aud`]: audience },
      },
    }),
  }).answer

// https://docs.github.com/en/actions/reference/security/oidc
it('an audience that no job asks for by itself is told before what the subject may be', () => {
  const { causes, headline } = answerOf('https://github.com/terns')
  expect(causes[0]?.code).toBe('token-audience-unusual')
  expect(plainText(headline)).toBe('Most likely the trust policy does not trust the caller.')
})

it('with the usual audience, the subject is looked at first', () => {
  const { causes, headline } = answerOf('sts.amazonaws.com')
  expect(causes[0]?.code).toBe('github-subject-of-environment')
  expect(plainText(headline)).toContain('First print the token’s sub')
})
