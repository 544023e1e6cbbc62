import { expect, it } from 'vitest'
import { withoutHeld } from './held-already'

it('leaves out a line that only tells what a role may do: it is no word of the refusal', () => {
  expect(withoutHeld('Access Denied\nthe role already has s3:GetObject on the bucket')).toBe('Access Denied')
  expect(withoutHeld('the queue policy allows lambda.amazonaws.com sqs:SendMessage')).toBe('')
})

it('keeps what a service asks for, and what a role lacks', () => {
  for (const line of [
    'Ensure that the role has s3:GetObject permission',
    'Check whether the policy allows kms:Decrypt',
    'The role has no s3:PutObject permission',
    'The execution role does not have s3:PutObject',
  ])
    expect(withoutHeld(line)).toBe(line)
})
