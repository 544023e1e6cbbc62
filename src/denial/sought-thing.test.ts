import { expect, it } from 'vitest'
import { readThing } from './sought-thing'

it('takes an operation of S3 that is written as an action for the action that IAM checks', () => {
  const read = (words: string) => readThing({ words, rest: '', context: words, verb: 0 }).action
  expect(read('could not perform s3:ListObjectsV2 in bucket arn:aws:s3:::plover-tides')).toBe('s3:ListBucket')
  expect(read('could not perform s3:PutObject in bucket arn:aws:s3:::plover-tides')).toBe('s3:PutObject')
})
