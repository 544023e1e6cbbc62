import { expect, it } from 'vitest'
import { EMPTY_DRAFT } from '../draft'
import { questionOf, relation } from './relation'

const error = (role: string, bucket: string, action = 's3:GetObject') =>
  questionOf({
    ...EMPTY_DRAFT,
    paste: `An error occurred (AccessDenied) when calling the GetObject operation: User: arn:aws:sts::111122223333:assumed-role/${role}/s is not authorized to perform: ${action} on resource: "arn:aws:s3:::${bucket}/k" because no identity-based policy allows the ${action} action`,
  })

const before = error('app', 'logs')

it.each([
  ['same', 'the error stays', before],
  ['moreOfSame', 'another action of the caller on the resource', error('app', 'logs', 's3:PutObject')],
  ['otherCaller', 'another role', error('web', 'logs')],
  ['otherCaller', 'another role and another bucket', error('web', 'photos')],
  ['otherResource', 'another bucket', error('app', 'photos')],
  ['moreOfSame', 'a bucket that is masked, so that nobody can say it is another', error('app', '***')],
  ['moreOfSame', 'no error at all', questionOf(EMPTY_DRAFT)],
])('the error after a paste is %s: %s', (expected, _, after) => {
  expect(relation(before, after)).toBe(expected)
})
