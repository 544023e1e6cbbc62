import { describe, expect, it } from 'vitest'
import { parseDenials } from './parse-denials'

const below = (error: string) => `Error: Cannot assume IAM Role

IAM Role (arn:aws:iam::222233334444:role/deploy) cannot be assumed.

AWS Error: operation error STS: AssumeRole, https response error StatusCode: 403, RequestID: 1-2-3, api error ${error}`
const situationsOf = (error: string) => parseDenials(below(error)).map(({ situation }) => situation)

describe('what Terraform puts before the error of STS', () => {
  it('is no refusal by a trust policy where the credentials were not taken', () => {
    expect(situationsOf('ExpiredToken: The security token included in the request is expired')).toEqual([
      'credentials-expired',
    ])
    expect(situationsOf('InvalidClientTokenId: The security token included in the request is invalid')).toEqual([
      'session-token-missing',
    ])
  })

  it('is one where STS says so', () => {
    const refused =
      'AccessDenied: User: arn:aws:iam::222233334444:user/ci is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::222233334444:role/deploy'
    expect(parseDenials(below(refused))[0]).toMatchObject({ kind: 'denial', action: 'sts:AssumeRole' })
  })
})
