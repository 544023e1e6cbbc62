import { expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { explainRemedies } from './remedies'

const firstStatement = (paste: string) => {
  const { situation, answer } = pastedCase(paste)
  return explainRemedies({ situation, answer, together: null }).fixes[0]?.statement
}

const SAID = 'InvalidArgument: Unable to validate the following destination configurations'

it.each([
  ['lambda:InvokeFunction', 'arn:aws:lambda:eu-west-1:111122223333:function:load'],
  ['sqs:SendMessage', 'arn:aws:sqs:eu-west-1:111122223333:uploads'],
])('of several kinds of destination the one that the text names is let send to: %s', (action, arn) => {
  expect(firstStatement(`${SAID}. ArgumentName1: ${arn}, null`)).toMatchObject({ Action: action, Resource: arn })
})
