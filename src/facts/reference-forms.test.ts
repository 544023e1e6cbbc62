import { expect, it } from 'vitest'
import { formOfReference } from './reference-forms'

it.each([
  ['${aws_s3_bucket.tides.arn}', 'arn:aws:s3:::{name}'],
  ['${data.aws_s3_bucket.tides[0].arn}', 'arn:aws:s3:::{name}'],
  ['${aws_dynamodb_table.tides.arn}', 'arn:aws:dynamodb:{region}:{account}:table/{name}'],
  ['${module.tides.s3_bucket_arn}', 'arn:aws:s3:::{name}'],
  ['${tidesTable.tableArn}', 'arn:aws:dynamodb:{region}:{account}:table/{name}'],
  ['${props.stack.queue.queueArn}', 'arn:aws:sqs:{region}:{account}:{name}'],
])('tells what %s looks like', (reference, form) => {
  expect(formOfReference(reference, 'aws')).toBe(form)
})

it.each([
  '${aws_s3_bucket.tides.id}',
  '${aws_s3_bucket.tides.arn}/*',
  '${var.bucketArn}',
  '${this.props.bucketArn}',
  '${each.value.queueArn}',
  '${aws_instance.tides.arn}',
  '${constructor.arn}',
  '${bucketArn}',
  '<bucket>',
])('knows nothing of %s', (reference) => {
  expect(formOfReference(reference, 'aws')).toBeNull()
})

it('is of the partition', () => {
  expect(formOfReference('${aws_iam_role.tides.arn}', 'aws-cn')).toBe('arn:aws-cn:iam::{account}:role/{path}')
})
