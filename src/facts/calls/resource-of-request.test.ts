import { describe, expect, it } from 'vitest'
import { bucketArn } from './resource-of-request'

const POINT = 'arn:aws:s3:eu-west-1:111122223333:accesspoint/notes'

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html
describe('the ARN of an object', () => {
  it('stands behind `object/` where an access point shows it', () => {
    expect(bucketArn(POINT, 'in/one.csv')).toBe(`${POINT}/object/in/one.csv`)
    expect(bucketArn('arn:aws:s3::111122223333:accesspoint/abc.mrap', 'one')).toBe(
      'arn:aws:s3::111122223333:accesspoint/abc.mrap/object/one',
    )
  })

  it('is the bucket and the key elsewhere, and the access point itself where no object is named', () => {
    expect(bucketArn('notes', 'in/one.csv')).toBe('arn:aws:s3:::notes/in/one.csv')
    expect(bucketArn('arn:aws:s3:::notes', 'one')).toBe('arn:aws:s3:::notes/one')
    expect(bucketArn(POINT, null)).toBe(POINT)
  })
})
