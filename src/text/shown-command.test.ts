import { expect, it } from 'vitest'
import { isShownCommand } from './shown-command'

const look = ['aws', 's3api', 'get-bucket-policy', '--bucket', 'depot', '--output', 'json']

it.each([
  '$ aws s3api get-bucket-policy --bucket depot\nAn error occurred (NoSuchBucketPolicy)',
  'root@box:~# aws s3api get-bucket-policy --bucket depot --query Policy\n"{}"',
])('is shown with what it printed: %s', (text) => {
  expect(isShownCommand(text, look)).toBe(true)
})

it.each([
  // Another bucket, another operation, no output, prose.
  '$ aws s3api get-bucket-policy --bucket other\n{}',
  '$ aws s3api get-bucket-policy-status --bucket depot\n{}',
  '$ aws s3api get-bucket-policy --bucket depot\n\n$ date',
  'I ran aws s3api get-bucket-policy --bucket depot\nand forgot the rest',
])('is not shown: %s', (text) => {
  expect(isShownCommand(text, look)).toBe(false)
})

it('tells nothing of other programs', () => {
  expect(isShownCommand('$ kubectl get pods\nnone', ['kubectl', 'get', 'pods'])).toBe(false)
})
