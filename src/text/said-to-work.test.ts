import { expect, it } from 'vitest'
import { withoutWorking } from './said-to-work'

const COMMAND = 'aws s3 cp a.txt s3://depot/ --sse aws:kms'

it.each([
  `\`${COMMAND}\` from the same pod works`,
  `but \`${COMMAND}\` works fine`,
  `this works: \`${COMMAND}\``,
  `\`${COMMAND}\` succeeds as the same user`,
  '$ aws s3api get-bucket-policy --bucket depot\n{"Version": "2012-10-17"}',
  'and aws s3 ls s3://depot is empty',
  `${COMMAND} works, the upload of the job does not`,
  'aws s3 ls works but the upload fails',
  'aws s3 cp report s3://depot/list/ works with this role',
  'aws s3 ls s3://depot/ --profile lighthouse still works.',
])('leaves out a command that is said to work: %s', (text) => {
  const left = withoutWorking(text)
  expect(left).not.toContain('aws s3')
  expect(left).toHaveLength(text.length)
})

it.each([
  `\`${COMMAND}\` doesn’t work`,
  `\`${COMMAND}\` no longer works`,
  `\`${COMMAND}\` should work`,
  `\`${COMMAND}\` used to work`,
  `\`${COMMAND}\` fails. Everything else works`,
  `${COMMAND}\nAccess Denied`,
  `${COMMAND} no longer works`,
  `${COMMAND} never worked`,
  `${COMMAND} only works with an administrator`,
  `${COMMAND} worked until Monday`,
  `${COMMAND} works if I leave the key out`,
  'aws s3 cp s3://depot/list works',
  'aws s3 cp works s3://depot/list',
  'aws lambda invoke --function-name lamp passes',
  `$ ${COMMAND}\n{ "ETag": "1" }`,
  '$ aws s3api get-bucket-policy --bucket depot\n[default] Access Denied',
  `\`${COMMAND}\` is denied but a list works`,
  'I get `AccessDenied: User: x is not authorized to perform: s3:GetObject` and a list works',
])('keeps a command of which that is not said: %s', (text) => {
  expect(withoutWorking(text)).toBe(text)
})
