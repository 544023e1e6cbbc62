import { describe, expect, it } from 'vitest'
import { pastedCase, remedyOf } from '../testing/pasted-case'
import { plainText } from '../text/phrase'

const POLICY = (resource: string, action: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::111122223333:role/publish' },
        Action: action,
        Resource: resource,
      },
    ],
  })

const BY_CLOUDFRONT = `The files are all there, and CloudFront with origin access control answers
<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>
x-cache: Error from cloudfront, https://d111111abcdef8.cloudfront.net/index.html`

describe('a service that calls as itself', () => {
  it('comes through no VPC endpoint of yours', () => {
    const given = { resource: POLICY('arn:aws:s3:::tide-site/*', 's3:*') }
    const { answer } = pastedCase(BY_CLOUDFRONT, given)
    const { steps } = remedyOf(BY_CLOUDFRONT, given)
    expect(answer.notGiven).toEqual(['rcp'])
    expect(steps.filter(({ sentence }) => plainText(sentence).includes('VPC endpoint'))).toEqual([])
  })

  it('is let in to the bucket whose policy is given', () => {
    const [fix] = remedyOf(BY_CLOUDFRONT, { resource: POLICY('arn:aws:s3:::tide-site/*', 's3:*') }).fixes
    expect(fix?.statement).toMatchObject({
      Principal: { Service: 'cloudfront.amazonaws.com' },
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::tide-site/*',
    })
  })
})
