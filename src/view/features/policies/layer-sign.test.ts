import { expect, it } from 'vitest'
import { diagnose } from '../../../diagnosis/diagnose'
import { EMPTY_DRAFT } from '../../../draft/draft'
import { takePaste } from '../../../draft/paste/take-paste'
import { withPolicies } from '../../../testing/pasted-case'
import { tabOf } from '../../shared/policy-tabs'
import { railLayer } from './layer-sign'

const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:jobs'
const policy = (statement: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Resource: QUEUE, ...statement }] })
const OF_OTHERS = policy({ Principal: { Service: 's3.amazonaws.com' }, Action: 'sqs:SendMessage' })
const OWN = policy({ Action: 'sqs:SendMessage' })

const signOfQueue = (caller: string, identity: string) => {
  const error = `User: arn:aws:iam::${caller}:user/maya is not authorized to perform: sqs:SendMessage on resource: ${QUEUE}`
  const draft = withPolicies(takePaste(EMPTY_DRAFT, error).draft, { identity, resource: OF_OTHERS })
  const { evaluation } = diagnose(draft)
  return railLayer(draft.layers, tabOf('resource'), evaluation).sign
}

it('a resource policy that does not allow is no fault where an identity policy of the account does, and one everywhere else', () => {
  expect(signOfQueue('111122223333', OWN)).toBe('noMatch')
  expect(signOfQueue('111122223333', policy({ Action: 'sqs:ReceiveMessage' }))).toBe('implicitDeny')
  expect(signOfQueue('444455556666', OWN)).toBe('implicitDeny')
})
