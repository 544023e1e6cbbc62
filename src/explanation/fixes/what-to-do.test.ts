import { describe, expect, it } from 'vitest'
import { BUILT_REFERENCE } from '../../../.ci/built-reference'
import { referencePart } from '../../reference/reference-part'
import { pastedCase } from '../../testing/pasted-case'
import { plainText } from '../../text/phrase'
import { answerFixes } from './answer-fixes'
import { whatToDo } from './what-to-do'

const services = referencePart(BUILT_REFERENCE, ['s3'])

const REFUSED =
  'Error: modifying ELBv2 Load Balancer attributes: InvalidConfigurationRequest: Access Denied for bucket: harbor-lb-logs. Please check S3bucket permission'

const told = (paste: string, given = {}) => {
  const { judged, answer } = pastedCase(paste, given)
  const case_ = { ...judged, services }
  return whatToDo(case_, answer, answerFixes(case_, answer)).map(({ kind, sentence, commands }) => ({
    kind,
    sentence: plainText(sentence),
    commands: commands.map(({ bash }) => bash),
  }))
}

describe('what to do before a statement is put into the one policy of a bucket', () => {
  // https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html: it replaces the policy that is there.
  it('is to fetch what is there, where it is only likely that it lacks the statement', () => {
    expect(told(REFUSED)[0]).toMatchObject({
      kind: 'check',
      commands: [expect.stringMatching(/^aws s3api get-bucket-policy --bucket harbor-lb-logs\b/)],
    })
  })

  it('is nothing where the policy is here', () => {
    const resource = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:root' },
          Action: 's3:GetObject',
          Resource: 'arn:aws:s3:::harbor-lb-logs/*',
        },
      ],
    })
    expect(told(REFUSED, { resource }).filter(({ kind }) => kind === 'check')).toEqual([])
  })

  it('is nothing where the look shows the key that is used, and no policy', () => {
    const alarm =
      'Failed to execute action arn:aws:sns:eu-west-1:111122223333:harbor-alarms. Received error: "null (Service: AWSKMS; Status Code: 400; Error Code: AccessDeniedException; Request ID: 1f0e; Proxy: null)"'
    expect(told(alarm)).toEqual([])
  })

  it('is nothing where AWS itself says that no resource-based policy allows it', () => {
    const claimed =
      'User: arn:aws:iam::444455556666:role/reader is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::harbor-lb-logs/a" because no resource-based policy allows the s3:GetObject action'
    expect(told(claimed).filter(({ kind }) => kind === 'check')).toEqual([])
  })
})
