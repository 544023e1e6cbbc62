import { expect, it } from 'vitest'
import { takesOptions } from './takes-options'

it.each([
  '$ aws s3api put-object --bucket depot\nAn error occurred (AccessDenied)',
  'aws --profile prod ec2 run-instances in a Terraform provisioner',
  'User: arn:aws:iam::111122223333:user/ann is not authorized to perform: s3:PutObject',
])('takes an option of the AWS CLI: %s', (text) => {
  expect(takesOptions(text)).toBe(true)
})

it.each([
  '9:36:27 AM | CREATE_FAILED | AWS::IAM::Role | Worker',
  'provider "elasticsearch" { url = "…" }\nError: AccessDenied',
  '│ with aws_instance.web,\n│ Error: UnauthorizedOperation',
  'Traceback (most recent call last):\n  File "main.py", line 4',
  'apiVersion: iam.aws.upbound.io/v1beta1\nkind: Role',
])('takes none: %s', (text) => {
  expect(takesOptions(text)).toBe(false)
})
