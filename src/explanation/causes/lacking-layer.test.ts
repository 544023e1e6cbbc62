import { expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { allow, policyText } from '../../testing/statements'

const QUEUE = 'arn:aws:sqs:eu-west-2:111122223333:thumbnails'
const ERROR = `api error InvalidParameterValueException: The function execution role does not have permissions to call ReceiveMessage on SQS\n\nqueue ${QUEUE}`
const by = (Principal: object) => policyText(allow('sqs:SendMessage', QUEUE, { Principal }))
const layerOf = (resource: string) =>
  pastedCase(ERROR, { identity: policyText(allow('sqs:DeleteMessage', QUEUE)), resource }).answer.layer

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
it('what the caller’s own policies lack comes before a policy of the resource that is for services alone', () => {
  expect(layerOf(by({ Service: 's3.amazonaws.com' }))).toBe('identity')
})

it('a policy of the resource that may be for the caller says as much', () => {
  expect(layerOf(by({ AWS: '*' }))).toBe('resource')
})
