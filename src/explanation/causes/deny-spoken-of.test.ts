import { describe, expect, it } from 'vitest'
import { pastedCase, remedyOf } from '../../testing/pasted-case'
import { plainText } from '../../text/phrase'

const CALLER = 'arn:aws:sts::111122223333:assumed-role/loader/one'
const denied = (action: string, resource: string, where: string) =>
  `User: ${CALLER} is not authorized to perform: ${action} on resource: ${resource} with an explicit deny in ${where}`
const policy = (...statements: readonly object[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements })

describe('of several Denies that can be it', () => {
  const regions = {
    Effect: 'Deny',
    NotAction: 'iam:*',
    Resource: '*',
    Condition: { StringNotLike: { 'aws:RequestedRegion': 'ap-*' } },
  }
  const revoked = {
    Effect: 'Deny',
    Action: '*',
    Resource: '*',
    Condition: { DateLessThan: { 'aws:TokenIssueTime': '2026-02-03T10:00:00Z' } },
  }
  const identity = policy({ Effect: 'Allow', Action: '*', Resource: '*' }, regions, revoked)
  const first = denied('s3:ListBucket', 'arn:aws:s3:::grain', 'an identity-based policy')

  it('one that leaves the Region of the other calls comes last, and nobody is exempted from the end of old sessions', () => {
    const paste = `${first}\nqueue arn:aws:sqs:ap-south-1:111122223333:grain`
    expect(plainText(pastedCase(paste, { identity }).answer.causes[0]!.sentence)).toContain('aws:TokenIssueTime')
    expect(remedyOf(paste, { identity }).fixes).toEqual([])
  })

  it('one of Regions stays first where the text names a Region that it denies, or none', () => {
    for (const paste of [first, `${first}\nqueue arn:aws:sqs:eu-west-3:111122223333:grain`])
      expect(plainText(pastedCase(paste, { identity }).answer.causes[0]!.sentence)).toContain('aws:RequestedRegion')
  })
})
