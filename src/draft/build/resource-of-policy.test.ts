import { expect, it } from 'vitest'
import { withPolicies } from '../../testing/pasted-case'
import { EMPTY_DRAFT } from '../draft'
import { resourceOfPolicy } from './resource-of-policy'

const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:mail'
const allows = (Action: string, Resource: string, Principal?: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', ...(Principal && { Principal }), Action, Resource }],
  })

const asked = (text: string, resource = allows('sqs:*', QUEUE, '*'), action = 'sqs:ReceiveMessage') =>
  resourceOfPolicy(
    withPolicies({ ...EMPTY_DRAFT, paste: text }, { identity: allows('sqs:*', '*'), resource }),
    () => text,
    action,
  )

it('a queue that is named by its name alone has the ARN that its policy gives', () => {
  expect(asked('can’t read queue mail')).toBe(QUEUE)
})

it('tells nothing of another name, another service, or several resources', () => {
  expect(asked('can’t read queue mailbox')).toBeNull()
  expect(asked('can’t read mail', allows('sns:*', 'arn:aws:sns:eu-west-1:111122223333:mail', '*'))).toBeNull()
  expect(asked('can’t read queue mail', allows('sqs:*', 'arn:aws:sqs:eu-west-1:111122223333:*', '*'))).toBeNull()
})

it('is the object that nobody names, of a bucket', () => {
  expect(asked('bucket mill-tables', allows('s3:*', 'arn:aws:s3:::mill-tables/*', '*'), 's3:GetObject')).toMatch(
    /^arn:aws:s3:::mill-tables\/./,
  )
})
