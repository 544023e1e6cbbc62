import { describe, expect, it } from 'vitest'
import { plainText } from '../../text/phrase'
import { answerFixes } from '../fixes/answer-fixes'
import { pastedCase } from '../../testing/pasted-case'

const fixesOf = (paste: string, given: Parameters<typeof pastedCase>[1]) => {
  const { judged, answer } = pastedCase(paste, given)
  return { answer, fixes: answerFixes(judged, answer) }
}

describe('an Allow that hangs on a test which keeps others out', () => {
  const queue = 'arn:aws:sqs:eu-west-1:111122223333:jobs'
  const fromTopic = (operator: string) =>
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'sns.amazonaws.com' },
          Action: 'sqs:SendMessage',
          Resource: queue,
          Condition: { [operator]: { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:111122223333:other' } },
        },
      ],
    })
  const delivery = `User: sns.amazonaws.com is not authorized to perform: sqs:SendMessage on resource: ${queue} because no resource-based policy allows the sqs:SendMessage action`

  it('is answered in words, never by a copy with a blank, and never by a statement without the test', () => {
    const { answer, fixes } = fixesOf(delivery, { resource: fromTopic('ArnEquals') })
    expect(answer).toMatchObject({ basis: 'claimed', layer: 'resource' })
    expect(plainText(answer.causes[0]!.remedy)).toContain('aws:SourceArn')
    expect(fixes.filter(({ changes }) => changes.some(({ after }) => after.includes('<topic>')))).toEqual([])
    expect(fixes.filter(({ statement }) => statement !== null && !('Condition' in statement))).toEqual([])
  })

  it('is no such Allow where the test leaves values out', () => {
    const { fixes } = fixesOf(delivery, { resource: fromTopic('ArnNotEquals') })
    expect(fixes.some(({ statement }) => JSON.stringify(statement ?? {}).includes('<what the service'))).toBe(false)
  })

  it('keeps the service that a role may be handed to', () => {
    const paste =
      'An error occurred (AccessDeniedException) when calling the CreateFunction operation: User: arn:aws:sts::111122223333:assumed-role/dev/s is not authorized to perform: iam:PassRole on resource: arn:aws:iam::111122223333:role/exec because no identity-based policy allows the iam:PassRole action'
    const identity = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: 'iam:PassRole',
          Resource: '*',
          Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
        },
      ],
    })
    const added = (text: string) => fixesOf(text, { identity }).fixes[0]?.statement
    expect(added(paste)).toMatchObject({
      Resource: 'arn:aws:iam::111122223333:role/exec',
      Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
    })
    // Of a call that nobody names it is not known which service gets the role: a copy with a blank would help nobody.
    expect(added(paste.replace(/^.*?operation: /, ''))).toBeUndefined()
  })
})
