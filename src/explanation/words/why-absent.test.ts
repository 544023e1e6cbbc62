import { describe, expect, it } from 'vitest'
import { pastedCase, type GivenPolicies } from '../../testing/pasted-case'
import { plainText } from '../../text/phrase'

const factOf = (paste: string, given: GivenPolicies): string =>
  plainText(pastedCase(paste, given).answer.fact?.sentence ?? [])

const guard = (action: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: {
      Effect: 'Deny',
      Principal: '*',
      Action: action,
      Resource: '*',
      Condition: { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-exampleorg1' } },
    },
  })

const BY_RCP = 'with an explicit deny in a resource control policy'

describe('why a request does not carry a key', () => {
  it('is told of a caller that nobody signs for', () => {
    const paste = `User: anonymous is not authorized to perform: cognito-identity:GetId on resource: * ${BY_RCP}`
    expect(factOf(paste, { rcp: guard('cognito-identity:*') })).toContain('The request isn’t signed')
  })

  it('is told of a sign-in with a token', () => {
    const paste = `An error occurred (AccessDenied) when calling the AssumeRoleWithWebIdentity operation: Not authorized to perform: sts:AssumeRoleWithWebIdentity on resource: arn:aws:iam::111122223333:role/deploy ${BY_RCP}`
    expect(factOf(paste, { rcp: guard('sts:*') })).toContain('A federated sign-in has no IAM principal yet')
  })

  it('is not told of a caller who could carry it', () => {
    const paste = `User: arn:aws:iam::111122223333:user/maya is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::depot-one/a ${BY_RCP}`
    const fact = factOf(paste, { rcp: guard('s3:*') })
    expect(fact).not.toBe('')
    expect(fact).not.toMatch(/never carries|isn’t signed|federated/)
  })
})
