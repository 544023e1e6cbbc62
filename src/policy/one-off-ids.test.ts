import { expect, it } from 'vitest'
import { lastingResource } from './one-off-ids'

const ID = '0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f'

it.each([
  ['ssm:eu-west-1:111122223333:session/ann-0123456789abcdef0', 'ssm:eu-west-1:111122223333:session/ann-*'],
  [`cloudformation:eu-west-1:111122223333:stack/shop/${ID}`, 'cloudformation:eu-west-1:111122223333:stack/shop/*'],
  [`ecs:eu-west-1:111122223333:task/web/${ID.replaceAll('-', '')}`, 'ecs:eu-west-1:111122223333:task/web/*'],
  ['ecs:eu-west-1:111122223333:task-definition/web:41', 'ecs:eu-west-1:111122223333:task-definition/web:*'],
])('names a resource whose id never comes again by its pattern: %s', (arn, pattern) => {
  expect(lastingResource(`arn:aws:${arn}`)).toBe(`arn:aws:${pattern}`)
})

it.each([
  's3:::shop/session/ann-0123456789abcdef0',
  'ecs:eu-west-1:111122223333:cluster/web',
  `kms:eu-west-1:111122223333:key/${ID}`,
  'ec2:eu-west-1:111122223333:instance/i-0123456789abcdef0',
])('leaves one that stays as it is: %s', (arn) => {
  expect(lastingResource(`arn:aws:${arn}`)).toBe(`arn:aws:${arn}`)
})
