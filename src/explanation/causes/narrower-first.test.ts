import { expect, it } from 'vitest'
import { pastedCase, remedyOf } from '../../testing/pasted-case'
import { plainText } from '../../text/phrase'

const allows = (...resources: readonly string[]): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: resources.map((Resource) => ({ Effect: 'Allow', Action: 's3:GetObject', Resource })),
  })
const ERROR = 'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied'
const BUCKET = 'arn:aws:s3:::depot-one'

const firstOf = (identity: string, session: string) => {
  const { answer } = pastedCase(ERROR, { identity, session })
  return answer.causes.filter(({ code }) => code === 'allow-unmet').map(({ layer }) => layer)
}

// What the wider pattern leaves out, the narrower one leaves out too. https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session
it('of two layers that each let in a part of a bucket, the narrower one is looked at first', () => {
  expect(firstOf(allows(`${BUCKET}/jobs/*`), allows(`${BUCKET}/jobs/42`))).toEqual(['session', 'identity'])
  expect(firstOf(allows(`${BUCKET}/jobs/42/*`), allows(`${BUCKET}/jobs/*`))).toEqual(['identity', 'session'])
})

it('gives nobody the whole bucket where a policy here speaks of a part of it', () => {
  const whole = remedyOf(ERROR, { identity: allows(`${BUCKET}/*`).replace('GetObject', 'PutObject') })
  const part = remedyOf(ERROR, { identity: allows(`${BUCKET}/jobs/*`).replace('GetObject', 'PutObject') })
  const opens = ({ fixes }: typeof whole) => fixes.map(({ sentence }) => plainText(sentence))
  expect(opens(whole)[0]).toContain(`${BUCKET}/*`)
  expect(opens(part)[0]).toContain(`${BUCKET}/<key>`)
})
