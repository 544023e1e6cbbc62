import { describe, expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { plainText } from '../../text/phrase'

const policy = (statement: object) => JSON.stringify({ Version: '2012-10-17', Statement: statement })

describe('a test of the caller’s organization', () => {
  const TOPIC = policy({
    Effect: 'Allow',
    Principal: { Service: 's3.amazonaws.com' },
    Action: 'sns:Publish',
    Resource: 'arn:aws:sns:eu-west-1:111122223333:arrived',
    Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
  })

  it('has another key for a service that calls as itself', () => {
    const { answer } = pastedCase(
      'An error occurred (InvalidArgument) when calling the PutBucketNotificationConfiguration operation: Unable to validate the following destination configurations\nTopicArn: arn:aws:sns:eu-west-1:111122223333:arrived',
      { resource: TOPIC },
    )
    expect(plainText(answer.causes[0]!.remedy)).toContain('aws:SourceOrgID instead of aws:PrincipalOrgID')
  })

  it('has the same key for a role', () => {
    const { answer } = pastedCase(
      'User: arn:aws:sts::444455556666:assumed-role/ops/x is not authorized to perform: sns:Publish on resource: arn:aws:sns:eu-west-1:111122223333:arrived because no resource-based policy allows the sns:Publish action',
      { resource: TOPIC.replace('{"Service":"s3.amazonaws.com"}', '"*"') },
    )
    expect(JSON.stringify(answer.causes)).not.toContain('aws:SourceOrgID')
  })
})
