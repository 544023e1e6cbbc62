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
  [`eks:eu-west-1:111122223333:nodegroup/main/blue/${ID}`, 'eks:eu-west-1:111122223333:nodegroup/main/blue/*'],
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
  [
    'kinesis:eu-west-1:111122223333:stream/clicks/consumer/shop:1663667921',
    'kinesis:eu-west-1:111122223333:stream/clicks/consumer/shop:*',
  ],
  [
    'dynamodb:eu-west-1:111122223333:table/orders/stream/2026-11-28T10:11:12.131',
    'dynamodb:eu-west-1:111122223333:table/orders/stream/*',
  ],
  [
    'dynamodb:eu-west-1:111122223333:table/orders/backup/01656000000000-0a1b2c3d',
    'dynamodb:eu-west-1:111122223333:table/orders/backup/*',
  ],
  ['sagemaker:eu-west-1:111122223333:space/d-1a2b3c/notebooks', 'sagemaker:eu-west-1:111122223333:space/d-1a2b3c/*'],
  [
    'sagemaker:eu-west-1:111122223333:app/d-1a2b3c/ann/JupyterLab/default',
    'sagemaker:eu-west-1:111122223333:app/d-1a2b3c/ann/JupyterLab/*',
  ],
  [
    'sagemaker:eu-west-1:111122223333:training-job/churn-2026-11-28-10-11-12-131',
    'sagemaker:eu-west-1:111122223333:training-job/churn-*',
  ],
  [
    'sagemaker:eu-west-1:111122223333:training-job/churn-2026-05-06-0400',
    'sagemaker:eu-west-1:111122223333:training-job/churn-*',
  ],
  ['sagemaker:eu-west-1:111122223333:model/xgb-1771234567890', 'sagemaker:eu-west-1:111122223333:model/xgb-*'],
  ['rds:eu-west-1:111122223333:snapshot:nightly-20260506', 'rds:eu-west-1:111122223333:snapshot:nightly-*'],
  [`glue:eu-west-1:111122223333:session/${ID}`, 'glue:eu-west-1:111122223333:session/*'],
  ['omics:eu-west-1:111122223333:run/4821', 'omics:eu-west-1:111122223333:run/*'],
  [
    'emr-containers:eu-west-1:111122223333:/virtualclusters/a1b2/jobruns/00f2',
    'emr-containers:eu-west-1:111122223333:/virtualclusters/a1b2/jobruns/*',
  ],
  ['imagebuilder:eu-west-1:111122223333:image/base/1.0.0/12', 'imagebuilder:eu-west-1:111122223333:image/base/1.0.0/*'],
  [
    'ecs:eu-west-1:111122223333:service-deployment/web/api/a1b2C3',
    'ecs:eu-west-1:111122223333:service-deployment/web/api/*',
  ],
  [`states:eu-west-1:111122223333:mapRun:pay/Each:${ID}`, 'states:eu-west-1:111122223333:mapRun:pay/Each:*'],
  [`backup:eu-west-1:111122223333:recovery-point:${ID}`, 'backup:eu-west-1:111122223333:recovery-point:*'],
  [
    'rds:eu-west-1:111122223333:snapshot:rds:orders-2026-11-28-05-06',
    'rds:eu-west-1:111122223333:snapshot:rds:orders-*',
  ],
  [`sns:eu-west-1:111122223333:alerts:${ID}`, 'sns:eu-west-1:111122223333:alerts:*'],
  [
    `ecs:eu-west-1:111122223333:container-instance/web/${ID.replaceAll('-', '')}`,
    'ecs:eu-west-1:111122223333:container-instance/web/*',
  ],
  ['s3:::prod-eu-west-1-starport-layer-bucket/0a1b-11112222', 's3:::prod-eu-west-1-starport-layer-bucket/*'],
  [
    's3:::cloudformation-custom-resource-response-euwest1/arn%3Aaws%3Acloudformation',
    's3:::cloudformation-custom-resource-response-euwest1/*',
  ],
  ['s3:::lake/raw/year=2026/month=5', 's3:::lake/raw/*'],
  ['s3:::lake/day=1/', 's3:::lake/*'],
  ['s3:::feed/tidewave/2026-03-04.json', 's3:::feed/tidewave/*'],
  ['s3:::feed/tidewave/orders-20260304T101112.json', 's3:::feed/tidewave/orders-*'],
  ['s3:::logs/AWSLogs/111122223333/elb/2026/03/04/a.gz', 's3:::logs/AWSLogs/111122223333/elb/*'],
  [`s3:::uploads/in/${ID}.bin`, 's3:::uploads/in/*'],
  ['s3:::uploads/dump-2026-03-04.gz', 's3:::uploads/dump-*'],
  ['sts::111122223333:assumed-role/ci/job-551234', 'sts::111122223333:assumed-role/ci/*'],
  ['mediaconvert:eu-west-1:111122223333:jobs/1663667921123-a1b2c3', 'mediaconvert:eu-west-1:111122223333:jobs/*'],
])('names a resource whose id never comes again by its pattern: %s', (arn, pattern) => {
  expect(lastingResource(`arn:aws:${arn}`, '')).toBe(`arn:aws:${pattern}`)
})

it.each([
  's3:::lake/raw/year=2026/part-0.parquet',
  's3:::lake/raw/2026/05',
  's3:::shop/session/ann-0123456789abcdef0',
  // Nothing but the bucket stays: the whole of it is more than was asked for.
  's3:::feed/2026-03-04.json',
  `s3:::uploads/${ID}`,
  's3:::feed/v20/20991399/a.csv',
  'ecs:eu-west-1:111122223333:cluster/web',
  `kms:eu-west-1:111122223333:key/${ID}`,
  'ec2:eu-west-1:111122223333:instance/i-0123456789abcdef0',
  'logs:eu-west-1:111122223333:log-group:/aws/lambda/pay',
  'route53:::hostedzone/Z0123456789ABC',
  'es:eu-west-1:111122223333:domain/logs/_bulk',
  'cloudfront::111122223333:distribution/E1A',
  'states:eu-west-1:111122223333:stateMachine:pay',
  'kinesis:eu-west-1:111122223333:stream/clicks',
  'kinesis:eu-west-1:111122223333:stream/clicks/consumer/*',
  'dynamodb:eu-west-1:111122223333:table/orders/index/by-day',
  'sagemaker:eu-west-1:111122223333:training-job/churn',
  // A day alone leaves nothing of the name; a version or a number is no day.
  'sagemaker:eu-west-1:111122223333:training-job/2026-05-06',
  'sagemaker:eu-west-1:111122223333:model/xgb-v2-prod',
  'sagemaker:eu-west-1:111122223333:model/fraud-20265',
  'sagemaker:eu-west-1:111122223333:domain/d-1a2b3c',
  'iam::111122223333:role/nodes-20231009',
  'glue:eu-west-1:111122223333:job/load-2026-05-06',
  'sns:eu-west-1:111122223333:alerts',
  'rds:eu-west-1:111122223333:snapshot:before-upgrade',
])('leaves one that stays as it is: %s', (arn) => {
  expect(lastingResource(`arn:aws:${arn}`, '')).toBe(`arn:aws:${arn}`)
})

it('takes an object that a rule replicates for one of many', () => {
  const object = 'arn:aws:s3:::grain-far/silo/7/day.csv'
  expect(lastingResource(object, 's3:ReplicateObject')).toBe('arn:aws:s3:::grain-far/*')
  expect(lastingResource(object, 's3:PutObject')).toBe(object)
})

it('takes the name that CloudFormation makes of a stack for one that never comes again, where it is being created', () => {
  const role = 'arn:aws:iam::111122223333:role/shop-web-LambdaRole3F2A-vSxeN4TiSEFk'
  expect(lastingResource(role, 'iam:CreateRole')).toBe('arn:aws:iam::111122223333:role/shop-web-LambdaRole3F2A-*')
  expect(lastingResource(role, 'iam:GetRole')).toBe(role)
  for (const name of ['role/shop-Administrator', 'role/shop-productionrole', 'role/shop-123456789012'])
    expect(lastingResource(`arn:aws:iam::111122223333:${name}`, 'iam:CreateRole')).toMatch(new RegExp(`${name}$`))
})

it('takes the stamp of Terraform for one that never comes again, where the thing is being created', () => {
  const role = 'arn:aws:iam::111122223333:role/web-20260506101112123400000001'
  expect(lastingResource(role, 'iam:CreateRole')).toBe('arn:aws:iam::111122223333:role/web-*')
  expect(lastingResource(role, 'iam:PassRole')).toBe(role)
})

it('keeps the one snapshot where the action gives it away or ends it', () => {
  const snapshot = 'arn:aws:rds:eu-west-1:111122223333:snapshot:nightly-2026-05-06'
  expect(lastingResource(snapshot, 'rds:CreateDBSnapshot')).toMatch(/nightly-\*$/)
  for (const action of ['rds:DeleteDBSnapshot', 'rds:ModifyDBSnapshotAttribute'])
    expect(lastingResource(snapshot, action)).toBe(snapshot)
})

it('keeps the one thing where the action is meant for it alone', () => {
  const object = 'arn:aws:s3:::feed/tidewave/2026-03-04.json'
  expect(lastingResource(object, 's3:PutObject')).toBe('arn:aws:s3:::feed/tidewave/*')
  for (const action of ['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:PutObjectAcl', 's3:BypassGovernanceRetention'])
    expect(lastingResource(object, action)).toBe(object)
})

it('names every resource where the action takes none, and AWS names all that the service has', () => {
  const all = 'arn:aws:eks:eu-west-1:111122223333:*'
  expect(lastingResource(all, 'eks:DescribeClusterVersions')).toBe('*')
  expect(lastingResource(all, 'eks:DescribeCluster')).toBe(all)
})

it('names no session where the action takes no resource', () => {
  const session = 'arn:aws:sts::111122223333:assumed-role/ci/job-551234'
  expect(lastingResource(session, 'sts:GetServiceBearerToken')).toBe('*')
})
