import { describe, expect, it } from 'vitest'
import { parseDenials } from './parse-denials'

describe('the address of a distribution', () => {
  const callerOf = (text: string) => parseDenials(text)[0]?.inferred.principal
  const address = 'https://d111111abcdef8.cloudfront.net/'

  it('tells who read the bucket where its own answer follows, and nothing of a call that is refused beside it', () => {
    const answer = '<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>'
    expect(callerOf(`$ curl ${address}\n${answer}`)).toBe('cloudfront.amazonaws.com')
    const refused = 'An error occurred (AccessDenied) when calling the PutObject operation: Access Denied'
    expect(callerOf(`${refused}\nThe site is ${address}`)).toBeUndefined()
    expect(callerOf(`The site is ${address}\n${refused}`)).toBeUndefined()
  })
})

describe('what a job of EMR or Glue was doing', () => {
  const actionOf = (text: string) => parseDenials(text)[0]?.inferred.action
  const refused =
    'com.amazonaws.services.s3.model.AmazonS3Exception: Access Denied (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied)'

  it('is the call that the file system’s frame names', () => {
    const frame = (name: string) =>
      `${refused}\n\tat com.amazon.ws.emr.hadoop.fs.s3.lite.call.${name}Call.perform(${name}Call.java:22)`
    expect(actionOf(frame('PutObject'))).toBe('s3:PutObject')
    expect(actionOf(frame('GetObjectMetadata'))).toBe('s3:GetObject')
    expect(actionOf(frame('ListObjectsV2'))).toBe('s3:ListBucket')
  })

  it('is a write where a dynamic frame is written, and open where one is read', () => {
    expect(actionOf(`An error occurred while calling o87.pyWriteDynamicFrame. ${refused}`)).toBe('s3:PutObject')
    expect(actionOf(`An error occurred while calling o87.getDynamicFrame. ${refused}`)).toBeUndefined()
  })

  it('is the method of a client that a sentence names, not one that a line of code has', () => {
    expect(actionOf('AccessDenied: Access Denied on s3.put_object in the plover task')).toBe('s3:PutObject')
    expect(actionOf('AccessDenied: Access Denied in the plover task, which imports s3.put_objects')).toBeUndefined()
  })
})
