import { describe, expect, it } from 'vitest'
import { answerFixes } from './answer-fixes'
import { pastedCase } from '../../testing/pasted-case'

const resourceFor = (action: string, named: string) => {
  const { judged, answer } = pastedCase(
    `User: arn:aws:iam::111122223333:user/dana is not authorized to perform: ${action} on resource: ${named} because no identity-based policy allows the ${action} action`,
  )
  return answerFixes(judged, answer)[0]?.statement?.Resource
}

describe('a resource that AWS’s message names without its ARN', () => {
  it.each([
    // Secrets Manager puts six characters behind the name that people give.
    [
      'secretsmanager:GetSecretValue',
      'db-password',
      'arn:aws:secretsmanager:<region>:111122223333:secret:db-password-??????',
    ],
    ['sqs:SendMessage', 'orders', 'arn:aws:sqs:<region>:111122223333:orders'],
    // A key is called by its id or by an alias: the name alone does not tell.
    ['kms:Decrypt', 'ledger', 'arn:aws:kms:<region>:111122223333:key/<name>'],
  ])('keeps its name in the statement that is offered: %s on %s', (action, named, arn) => {
    expect(resourceFor(action, named)).toBe(arn)
  })
})

describe('a resource that has no ARN', () => {
  it('is allowed as every resource: a topic’s ARN takes in no phone number', () => {
    expect(resourceFor('SNS:Publish', '+49171000000')).toBe('*')
    expect(resourceFor('SNS:Publish', 'alarms')).toMatch(/^arn:aws:sns:/)
  })
})

describe('an object in a bucket that the text does not name', () => {
  const MOUNT =
    '[INF] curl.cpp:HeadRequest(2521): [tpath=/a/b.sql]\n[INF] curl.cpp:RequestPerform(1940): HTTP response code 403 was returned, returning EPERM'
  const fixFor = (...resources: readonly string[]) => {
    const identity = JSON.stringify({
      Version: '2012-10-17',
      Statement: resources.map((Resource) => ({ Effect: 'Allow', Action: 's3:ListBucket', Resource })),
    })
    const { judged, answer } = pastedCase(MOUNT, { identity })
    return JSON.stringify(answerFixes(judged, answer)[0]?.statement ?? null)
  }

  it('is taken to be in the one that the policies speak of', () => {
    expect(fixFor('arn:aws:s3:::depot-one')).toContain('arn:aws:s3:::depot-one/a/b.sql')
  })

  it('is left blank where they speak of several', () => {
    expect(fixFor('arn:aws:s3:::depot-one', 'arn:aws:s3:::depot-two')).toContain('<bucket>')
  })
})
