import { arnsOfKind } from './arn-in-text'
import { expect, test } from 'vitest'
import { bucketOfArn, keyOfObject, parseRoleArn, roleAndSession } from './arn'

test.each([
  ['a bucket', 'arn:aws:s3:::teal-maps', 'teal-maps', null],
  ['an object', 'arn:aws:s3:::teal-maps/a/b.png', 'teal-maps', 'a/b.png'],
  ['a folder', 'arn:aws-cn:s3:::teal-maps/a/', 'teal-maps', 'a/'],
  ['a pattern', 'arn:aws:s3:::teal-*/*', 'teal-*', '*'],
  ['a template', 'arn:${AWS::Partition}:s3:::${Maps}/*', '${Maps}', '*'],
  ['an access point', 'arn:aws:s3:eu-west-1:111122223333:accesspoint/maps', null, null],
  ['a queue', 'arn:aws:sqs:eu-west-1:111122223333:maps', null, null],
  ['no ARN', 'teal-maps/a', null, null],
])('the bucket and the key of %s', (_, arn, bucket, key) => {
  expect([bucketOfArn(arn), keyOfObject(arn)]).toEqual([bucket, key])
})

test.each([
  ['arn:aws:iam::111122223333:role/Baker', { start: 'arn:aws:iam::111122223333:role/', path: '', name: 'Baker' }],
  ['arn:aws:iam::*:role/a/b/Bake*', { start: 'arn:aws:iam::*:role/', path: 'a/b/', name: 'Bake*' }],
  ['arn:aws:iam::111122223333:role/', null],
  ['arn:aws:iam::111122223333:user/Baker', null],
  ['arn:aws:sts::111122223333:assumed-role/Baker/oven', null],
  ['Baker', null],
])('the parts of the role ARN %s', (arn, parts) => {
  expect(parseRoleArn(arn)).toEqual(parts)
})

test('a session is told by its role and its name, and nobody else is one', () => {
  expect(roleAndSession('arn:aws:sts::111122223333:assumed-role/Baker/oven')).toBe('Baker/oven')
  expect(roleAndSession('arn:aws:sts::111122223333:federated-user/oven')).toBeNull()
  expect(roleAndSession('arn:aws:iam::111122223333:role/Baker')).toBeNull()
})

test.each([
  ['a path behind a comma', 'webidentity:arn:aws:iam::111122223333:role/teal,/var/run/token', 'role/teal'],
  ['a comma in its name', 'arn:aws:iam::111122223333:role/teal,green', 'role/teal,green'],
  ['a path of its own', 'arn:aws:iam::111122223333:role/maps/teal.', 'role/maps/teal'],
])('the ARN of a role in a text ends before what is no part of it: %s', (_, text, role) => {
  expect(arnsOfKind(text, 'role')).toEqual([`arn:aws:iam::111122223333:${role}`])
})
