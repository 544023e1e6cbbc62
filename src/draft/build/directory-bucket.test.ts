import { describe, expect, it } from 'vitest'
import { directoryBucketIn, sessionFor } from './directory-bucket'

const BUCKET = 'tea-leaves--euw1-az2--x-s3'

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-security-iam.html
describe('the session of a directory bucket', () => {
  it('is what is authorized for calls on its objects', () => {
    expect(sessionFor(`aws s3 cp tea.csv s3://${BUCKET}/`, 's3:PutObject')).toBe('s3express:CreateSession')
    expect(sessionFor(`aws s3 ls s3://${BUCKET}`, 's3:ListBucket')).toBe('s3express:CreateSession')
  })

  it('is not for a bucket of the other kind, nor for calls outside of a session', () => {
    expect(sessionFor('aws s3 cp tea.csv s3://tea-leaves/', 's3:PutObject')).toBeNull()
    expect(sessionFor(`aws s3 cp s3://tea-leaves/tea.csv s3://${BUCKET}/`, 's3:GetObject')).toBeNull()
    expect(sessionFor(`s3://${BUCKET} and s3://milk--euw1-az2--x-s3`, 's3:PutObject')).toBeNull()
    expect(sessionFor(`s3://${BUCKET}`, 's3:GetBucketPolicy')).toBeNull()
  })
})

describe('the directory bucket that is asked for', () => {
  const asked = (text: string) => directoryBucketIn(text, 's3express:CreateSession')

  it('has the Region that the text says, and blanks for what it does not say', () => {
    expect(asked(`aws s3 ls s3://${BUCKET} --region eu-west-1`)).toBe(
      `arn:aws:s3express:eu-west-1:<account>:bucket/${BUCKET}`,
    )
    expect(asked(`aws s3 ls s3://${BUCKET}`)).toBe(`arn:aws:s3express:<region>:<account>:bucket/${BUCKET}`)
  })

  it('is none where another action is asked for, or another bucket is named too', () => {
    expect(directoryBucketIn(`s3://${BUCKET}`, 's3:PutObject')).toBeNull()
    expect(asked(`s3://${BUCKET} or s3://tea-leaves`)).toBeNull()
  })
})
