import { describe, expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { explainRemedies } from '../fixes/remedies'
import { plainText } from '../../text/phrase'
import { policyText } from '../../testing/statements'

const EKS = 'oidc.eks.eu-west-1.amazonaws.com/id/B5C0FFEE77AA41D0A1B2C3D4E5F60718'
const GITHUB = 'token.actions.githubusercontent.com'
const PASTE =
  'WebIdentityErr: failed to retrieve credentials\ncaused by: AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity\n\tstatus code: 403, the GitHub deploys are fine'

const trusting = (provider: string) =>
  policyText({
    Effect: 'Allow',
    Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${provider}` },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: { StringEquals: { [`${provider}:sub`]: 'system:serviceaccount:web:web' } },
  })

const known = (...issuers: readonly string[]) =>
  policyText({
    Effect: 'Deny',
    Principal: '*',
    Action: 'sts:AssumeRoleWithWebIdentity',
    Resource: '*',
    Condition: { Null: Object.fromEntries(issuers.map((one) => [`${one}:sub`, 'true'])) },
  })

const answered = (provider: string, ...issuers: readonly string[]) => {
  const said = pastedCase(PASTE, { resource: trusting(provider), rcp: known(...issuers) })
  return { answer: said.answer, remedy: explainRemedies({ ...said, together: null }) }
}

describe('a Deny that exempts tokens by their issuers', () => {
  it('is the cause where it knows every issuer but the one that the trust policy lets in', () => {
    const { answer, remedy } = answered(EKS, GITHUB, 'app.terraform.io')
    expect(answer.causes[0]).toMatchObject({ isInWords: true, layer: 'rcp', decision: 'explicitDeny' })
    expect(answer.question ?? null).toBeNull()
    expect(remedy.instructions.map(({ sentence }) => plainText(sentence))[0]).toContain(`${EKS}:sub`)
  })

  it('is none where it knows that issuer too', () => {
    for (const { answer } of [answered(EKS, GITHUB, EKS), answered(GITHUB, GITHUB)])
      expect(answer.causes.some(({ isInWords }) => isInWords)).toBe(false)
  })

  it('asks for a token of GitHub only where the trust policy lets one in', () => {
    const command = (provider: string) =>
      pastedCase(PASTE, { resource: trusting(provider) }).answer.question?.command?.bash ?? ''
    expect(command(EKS)).not.toContain('ACTIONS_ID_TOKEN')
    expect(command(GITHUB)).toContain('ACTIONS_ID_TOKEN')
  })
})
