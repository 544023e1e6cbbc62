import { expect, it } from 'vitest'
import { BUILT_REFERENCE } from '../../../.ci/built-reference'
import { referencePart } from '../../reference/reference-part'
import { plainText } from '../../text/phrase'
import { explain } from '../explain'
import { explainFixes } from '../fixes/explain-fixes'
import { pastedCase } from '../../testing/pasted-case'
import { allow, policyText } from '../../testing/statements'

const QUEUE = 'arn:aws:sqs:eu-west-2:111122223333:thumbnails'
const ERROR = `api error InvalidParameterValueException: The function execution role does not have permissions to call ReceiveMessage on SQS\n\nqueue ${QUEUE}`

const told = (action: string) => {
  const given = { identity: policyText(allow(action, QUEUE)) }
  const judged = { ...pastedCase(ERROR, given).judged, services: referencePart(BUILT_REFERENCE, ['sqs']) }
  const { answer } = explain(judged)
  const [fix] = explainFixes(judged)
  return {
    fact: plainText(answer.fact?.sentence ?? []),
    codes: fix?.codes,
    actions: fix?.changes[0]?.after.match(/"sqs:\w+"/g),
  }
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
it('an action that is written with a slip is named, and is spelled as AWS spells it', () => {
  const { fact, codes, actions } = told('sqs:ReciveMessage')
  expect(fact).toContain('sqs:ReciveMessage, which isn’t an AWS action')
  expect(codes).toEqual(['correct-action'])
  expect(actions).toEqual(['"sqs:ReceiveMessage"'])
})

it('an action that AWS has is no slip, however near its name is', () => {
  expect(told('sqs:DeleteMessage').codes).not.toContain('correct-action')
  expect(told('sqs:DeleteMessage').fact).not.toContain('isn’t an AWS action')
})
