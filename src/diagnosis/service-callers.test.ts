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

const BY_S3 = `Error: creating S3 Bucket (tide-inbox) Notification: operation error S3: PutBucketNotificationConfiguration, https response error StatusCode: 400, RequestID: 7Q0X4W2ZB1N8V5KD, api error InvalidArgument: Unable to validate the following destination configurations`
const QUEUE = (value: string) => `data "aws_iam_policy_document" "inbox" {
  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.inbox.arn]
    principals {
      type        = "Service"
      identifiers = ["s3.amazonaws.com"]
    }
    condition {
      test     = "ArnLike"
      variable = "aws:SourceArn"
      values   = ["${value}"]
    }
  }
}`

describe('a service that calls as itself', () => {
  it('sends for the bucket of the error, which is none of its objects', () => {
    const { answer } = pastedCase(BY_S3, { resource: QUEUE('${aws_s3_bucket.inbox.arn}/*') })
    const [{ sentence, layer }] = answer.causes as [(typeof answer.causes)[0]]
    expect(layer).toBe('resource')
    expect(plainText(sentence)).toContain('and here it is arn:aws:s3:::tide-inbox')
  })

  it('is let in by its name', () => {
    const { fixes } = remedyOf(BY_S3, { resource: QUEUE('${aws_s3_bucket.inbox.arn}/*') })
    expect(fixes.map(({ opens }) => plainText(opens)).join(' ')).not.toContain('whom the policy names')
  })

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
