import { expect, it } from 'vitest'
import { lastingResource } from './one-off-ids'

const ID = '0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f'

it.each([
  ['ssm:eu-west-1:111122223333:session/ann-0123456789abcdef0', 'ssm:eu-west-1:111122223333:session/ann-*'],
  [`cloudformation:eu-west-1:111122223333:stack/shop/${ID}`, 'cloudformation:eu-west-1:111122223333:stack/shop/*'],
  [`ecs:eu-west-1:111122223333:task/web/${ID.replaceAll('-', '')}`, 'ecs:eu-west-1:111122223333:task/web/*'],
  ['ecs:eu-west-1:111122223333:task-definition/web:41', 'ecs:eu-west-1:111122223333:task-definition/web:*'],
  [`states:eu-west-1:111122223333:execution:pay:${ID}`, 'states:eu-west-1:111122223333:execution:pay:*'],
  [`states:eu-west-1:111122223333:express:pay:${ID}:${ID}`, 'states:eu-west-1:111122223333:express:pay:*'],
  [
    'logs:eu-west-1:111122223333:log-group:/aws/lambda/pay:log-stream:2026/11/28/[$LATEST]0a1b2c3d',
    'logs:eu-west-1:111122223333:log-group:/aws/lambda/pay:log-stream:*',
  ],
  ['route53:::change/C0123456789ABC', 'route53:::change/*'],
  [`cloudformation:eu-west-1:111122223333:changeSet/up/${ID}`, 'cloudformation:eu-west-1:111122223333:changeSet/up/*'],
  [
    'cloudfront::111122223333:distribution/E1A/invalidation/I2B',
    'cloudfront::111122223333:distribution/E1A/invalidation/*',
  ],
  [
    'emr-serverless:eu-west-1:111122223333:/applications/00f1/jobruns/00f2',
    'emr-serverless:eu-west-1:111122223333:/applications/00f1/jobruns/*',
  ],
  ['es:eu-west-1:111122223333:domain/logs/app/_doc/7', 'es:eu-west-1:111122223333:domain/logs/app/_doc/*'],
  [
    'bedrock:eu-west-1:111122223333:model-invocation-job/a1b2c3d4e5f6',
    'bedrock:eu-west-1:111122223333:model-invocation-job/*',
  ],
])('names a resource whose id never comes again by its pattern: %s', (arn, pattern) => {
  expect(lastingResource(`arn:aws:${arn}`)).toBe(`arn:aws:${pattern}`)
})

it.each([
  's3:::shop/session/ann-0123456789abcdef0',
  'ecs:eu-west-1:111122223333:cluster/web',
  `kms:eu-west-1:111122223333:key/${ID}`,
  'ec2:eu-west-1:111122223333:instance/i-0123456789abcdef0',
  'logs:eu-west-1:111122223333:log-group:/aws/lambda/pay',
  'route53:::hostedzone/Z0123456789ABC',
  'es:eu-west-1:111122223333:domain/logs/_bulk',
  'cloudfront::111122223333:distribution/E1A',
  'states:eu-west-1:111122223333:stateMachine:pay',
])('leaves one that stays as it is: %s', (arn) => {
  expect(lastingResource(`arn:aws:${arn}`)).toBe(`arn:aws:${arn}`)
})
