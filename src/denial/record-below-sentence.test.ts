import { describe, expect, it } from 'vitest'
import { parseDenials } from './parse-denials'

const SENTENCE =
  'Access denied when writing output to url: s3://query-out/ana/1.csv. Please ensure you are allowed to access the S3 bucket.'

const record = (key: string, address = 'athena.amazonaws.com', who = 'user/ana') =>
  `"eventSource": "s3.amazonaws.com", "eventName": "PutObject", "sourceIPAddress": "${address}", "errorCode": "AccessDenied", "errorMessage": "User: arn:aws:iam::111122223333:${who} is not authorized to perform: s3:PutObject on resource: \\"arn:aws:s3:::query-out/${key}\\" with an explicit deny in an identity-based policy"`

describe('the record of AWS below the sentence of a tool', () => {
  it('is of the same denial where it names the same object, and says which policy denied', () => {
    const denials = parseDenials(`${SENTENCE}\n\nCloudTrail:\n${record('ana/1.csv')}`)
    expect(denials).toHaveLength(1)
    expect(denials[0]).toMatchObject({ layer: 'identity', decision: 'explicit', action: 's3:PutObject' })
    // What the tool makes of it is no reason beside the one that AWS gives.
    expect(denials[0]!.situation).toBeUndefined()
  })

  it('is another denial where it names another object', () => {
    expect(parseDenials(`${SENTENCE}\n\nCloudTrail:\n${record('ana/2.csv')}`)).toHaveLength(2)
  })

  it('takes no full stop of a sentence into an object’s name', () => {
    expect(parseDenials(SENTENCE)[0]!.inferred.resource).toBe('arn:aws:s3:::query-out/ana/1.csv')
  })
})

describe('the error of AWS that a tool passes on behind its own words', () => {
  const passed = (resource: string, between = '') =>
    parseDenials(
      `FAILED: Permission denied on S3 path: s3://query-in/sales/y=1 ${between}(AmazonS3Exception: User: arn:aws:iam::111122223333:user/ana is not authorized to perform: s3:ListBucket on resource: "${resource}" with an explicit deny in an identity-based policy)`,
    )

  it('is the denial, where it is of the same bucket: it says who and by which policy', () => {
    const denials = passed('arn:aws:s3:::query-in')
    expect(denials).toHaveLength(1)
    expect(denials[0]).toMatchObject({ decision: 'explicit', layer: 'identity', action: 's3:ListBucket' })
  })

  it('is another one of another bucket, or far behind', () => {
    expect(passed('arn:aws:s3:::results')).toHaveLength(2)
    expect(passed('arn:aws:s3:::query-in', 'retried '.repeat(40))).toHaveLength(2)
  })
})

describe('a role below the words of a service', () => {
  it('is read whole, however far below it ends', () => {
    const words = 'CodeBuild is not authorized to perform: sts:AssumeRole on service role.'
    for (const more of [330, 345, 360, 375])
      expect(
        parseDenials(`${words} ${'x '.repeat(more / 2)}arn:aws:iam::111122223333:role/service-role/builds`)[0]!.inferred
          .resource ?? '',
      ).toMatch(/^$|\/builds$/)
  })
})

describe('a call that comes from the address of a service', () => {
  const contextOf = (text: string) => parseDenials(text)[0]!.context ?? {}

  it('is made for the user whom AWS names', () => {
    expect(contextOf(record('a'))).toMatchObject({
      'aws:ViaAWSService': 'true',
      'aws:CalledVia': ['athena.amazonaws.com'],
    })
  })

  it.each([
    ['the address is the caller’s', record('a', '203.0.113.7')],
    ['a role can be the service’s own', record('a', 'athena.amazonaws.com', 'role/loader')],
  ])('is not known to be where %s', (_, text) => {
    expect(contextOf(text)).not.toHaveProperty('aws:ViaAWSService')
  })
})

describe('the account that recorded a call', () => {
  const accountOf = (caller: string, recorder: string) =>
    parseDenials(
      `{ "eventName": "GetObject", "eventSource": "s3.amazonaws.com", "userIdentity": { "type": "AWSAccount", "accountId": "${caller}" }, "errorCode": "AccessDenied", "requestParameters": { "bucketName": "feed", "key": "a" }, "recipientAccountId": "${recorder}" }`,
    )[0]!.inferred.resourceAccount

  it('owns the resource where another account called', () => {
    expect(accountOf('444455556666', '111122223333')).toBe('111122223333')
  })

  it('tells nothing of the resource where it is the caller’s own', () => {
    expect(accountOf('444455556666', '444455556666')).toBeUndefined()
  })
})
