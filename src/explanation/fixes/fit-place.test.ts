import { describe, expect, it } from 'vitest'
import { beneathPoint } from './fit-place'

const POINT = 'arn:aws:s3:eu-west-1:111122223333:accesspoint/notes'

const policyOf = (resource: string): string =>
  JSON.stringify({ Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: resource }] })

// The policy of a bucket takes no ARN but those of the bucket and its objects.
describe('a statement on an access point', () => {
  it('names the bucket and its object in the policy of the bucket', () => {
    const given = policyOf('arn:aws:s3:::store/*')
    expect(beneathPoint(given, { Resource: `${POINT}/object/in/one.csv` })).toEqual({
      Resource: 'arn:aws:s3:::store/in/one.csv',
    })
    expect(beneathPoint(given, { Resource: POINT })).toEqual({ Resource: 'arn:aws:s3:::store' })
  })

  it('stays as it is in the policy of the access point, and what is of a bucket anywhere', () => {
    const own = { Resource: `${POINT}/object/in/one.csv` }
    expect(beneathPoint(policyOf(`${POINT}/object/*`), own)).toEqual(own)
    const ofBucket = { Resource: 'arn:aws:s3:::store/in/one.csv' }
    expect(beneathPoint(policyOf('arn:aws:s3:::store/*'), ofBucket)).toEqual(ofBucket)
  })
})
