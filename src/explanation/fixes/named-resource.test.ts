import { describe, expect, it } from 'vitest'
import { answerFixes } from './answer-fixes'
import { pastedCase } from '../../testing/pasted-case'

const resourceFor = (action: string, named: string) => {
  const { situation, answer } = pastedCase(
    `User: arn:aws:iam::111122223333:user/dana is not authorized to perform: ${action} on resource: ${named} because no identity-based policy allows the ${action} action`,
  )
  return answerFixes(situation, answer)[0]?.statement?.Resource
}

describe('a resource that AWS’s message names without its ARN', () => {
  it.each([
    // Secrets Manager puts six characters behind the name that people give.
    [
      'secretsmanager:GetSecretValue',
      'db-password',
      'arn:aws:secretsmanager:<region>:111122223333:secret:db-password-<six characters>',
    ],
    ['sqs:SendMessage', 'orders', 'arn:aws:sqs:<region>:111122223333:orders'],
    // A key is called by its id or by an alias: the name alone does not tell.
    ['kms:Decrypt', 'ledger', 'arn:aws:kms:<region>:111122223333:key/<name>'],
  ])('keeps its name in the statement that is offered: %s on %s', (action, named, arn) => {
    expect(resourceFor(action, named)).toBe(arn)
  })
})
