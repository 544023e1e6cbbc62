import { describe, expect, it } from 'vitest'
import { accessPointIn } from './access-point'

const ARN = 'arn:aws:s3:eu-west-1:111122223333:accesspoint/notes'

describe('the access point that a text names as its bucket', () => {
  it.each([
    [`bucket: ${ARN}`, 's3:PutObject', `${ARN}/object/<any>`],
    [`aws s3 cp a s3://${ARN}/a/b`, 's3:PutObject', `${ARN}/object/a/b`],
    [`aws s3api list-objects-v2 --bucket ${ARN}`, 's3:ListBucket', ARN],
    [`{"Bucket": "${ARN}"}`, 's3:GetObject', `${ARN}/object/<any>`],
  ])('%s %s', (text, action, resource) => expect(accessPointIn(text, action)).toBe(resource))

  it.each([
    ['a statement names it', `"Resource": "${ARN}"`, 's3:PutObject'],
    ['two are named', `bucket: ${ARN}\nbucket: ${ARN}2`, 's3:PutObject'],
    ['the action is of another service', `bucket: ${ARN}`, 'kms:Decrypt'],
    ['the bucket is one', 'bucket: notes', 's3:PutObject'],
  ])('is none where %s', (_, text, action) => expect(accessPointIn(text, action)).toBeNull())
})
