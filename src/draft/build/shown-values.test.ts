import { describe, expect, it } from 'vitest'
import { shownValues } from './shown-values'

const policy = (resource: string | readonly string[], action = 's3:GetObject') =>
  JSON.stringify({ Statement: [{ Effect: 'Allow', Action: action, Resource: resource }] })

const S3 = {
  principal: 'arn:aws:sts::111122223333:assumed-role/render/i-0a1',
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::tiles-prod/eu/1.png',
}
const QUEUE = { ...S3, action: 'sqs:SendMessage', resource: 'arn:aws:sqs:eu-west-1:111122223333:jobs' }
const TABLE = {
  ...S3,
  action: 'dynamodb:Query',
  resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders/index/by-day',
}

const shown = (
  holes: readonly string[],
  text: string,
  request: Parameters<typeof shownValues>[2] = S3,
  others: readonly string[] = [],
) => Object.fromEntries(shownValues(holes, [text], request, others))

describe('what the error shows that a reference stands for', () => {
  it.each([
    ['${aws_s3_bucket.tiles.arn}', '${aws_s3_bucket.tiles.arn}/*', S3, 'arn:aws:s3:::tiles-prod'],
    ['${Tiles.Arn}', '${Tiles.Arn}/eu/*', S3, 'arn:aws:s3:::tiles-prod'],
    ['${tiles.bucketArn}', '${tiles.bucketArn}', S3, 'arn:aws:s3:::tiles-prod'],
    ['${Tiles}', 'arn:aws:s3:::${Tiles}/*', S3, 'tiles-prod'],
    ['${Stage}', 'arn:aws:s3:::tiles-${Stage}/*', S3, 'prod'],
    ['${Queue.Arn}', '${Queue.Arn}', QUEUE, 'arn:aws:sqs:eu-west-1:111122223333:jobs'],
    ['${AWS::AccountId}', 'arn:aws:sqs:eu-west-1:${AWS::AccountId}:jobs', QUEUE, '111122223333'],
    ['${AWS::Region}', 'arn:aws:sqs:${AWS::Region}:111122223333:jobs', QUEUE, 'eu-west-1'],
    ['${AWS::Partition}', 'arn:${AWS::Partition}:s3:::tiles-prod/*', S3, 'aws'],
    ['${orders.tableArn}', '${orders.tableArn}/index/*', TABLE, 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders'],
  ])('%s in %s', (hole, resource, request, value) => {
    expect(shown([hole], policy(resource, request.action), request)).toEqual({ [hole]: value })
  })

  it('names the caller where a policy of a resource refers to a role', () => {
    const text = JSON.stringify({
      Statement: [{ Effect: 'Allow', Principal: { AWS: '${Render.Arn}' }, Action: 's3:GetObject', Resource: '*' }],
    })
    expect(shown(['${Render.Arn}'], text)).toEqual({ '${Render.Arn}': 'arn:aws:iam::111122223333:role/render' })
  })
})

describe('nothing is shown', () => {
  it.each([
    ['of another service, by its name', '${aws_sqs_queue.jobs.arn}', '${aws_sqs_queue.jobs.arn}', S3],
    ['in a statement on another service', '${jobs.arn}', '${jobs.arn}', { ...S3, action: 'kms:Decrypt' }],
    ['where the text around it is another', '${Stage}', 'arn:aws:s3:::maps-${Stage}/*', S3],
    ['where the request has no resource', '${Tiles.Arn}', '${Tiles.Arn}', { ...S3, resource: '' }],
    [
      'where the resource itself is masked',
      '${Tiles.Arn}',
      '${Tiles.Arn}/*',
      { ...S3, resource: 'arn:aws:s3:::***/a' },
    ],
  ])('%s', (_, hole, resource, request) => {
    expect(shown([hole], policy(resource), request)).toEqual({})
  })

  it('where two references can be the one bucket', () => {
    const holes = ['${aws_s3_bucket.tiles.arn}', '${aws_s3_bucket.maps.arn}']
    expect(shown(holes, policy(holes))).toEqual({})
  })

  it('where the paste is about two buckets, but where it is about two objects of one', () => {
    const text = policy('${Tiles.Arn}/*')
    expect(shown(['${Tiles.Arn}'], text, S3, [S3.resource, 'arn:aws:s3:::maps/a'])).toEqual({})
    expect(shown(['${Tiles.Arn}'], text, S3, [S3.resource, 'arn:aws:s3:::tiles-prod/b', QUEUE.resource])).toEqual({
      '${Tiles.Arn}': 'arn:aws:s3:::tiles-prod',
    })
  })

  it('of an account where the request has two', () => {
    const text = policy('arn:aws:sqs:eu-west-1:${Account}:jobs', 'sqs:SendMessage')
    const request = { ...QUEUE, resource: 'arn:aws:sqs:eu-west-1:999988887777:jobs' }
    expect(shown(['${Account}'], text, request)).toEqual({})
  })
})
