import { describe, expect, it } from 'vitest'
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

describe('what a text message lacks', () => {
  const refused =
    'InvalidSmsRoleAccessPolicyException: Role does not have permission to publish with SNS (Service: CognitoIdentityProvider)'
  const given = (on: string) => pastedCase(refused, { identity: policyText(allow('sns:Publish', on)) }).answer

  it('is the number, which no ARN of a topic stands for', () => {
    const { layer, causes } = given('arn:aws:sns:eu-west-2:111122223333:*')
    expect([layer, causes[0]?.code]).toEqual(['identity', 'layer-lacks'])
    expect(causes.map(({ code }) => code)).not.toContain('topic-with-own-key')
  })

  it('is nothing that the role’s policy has to add where it allows all', () => {
    expect(given('*').causes.map(({ code }) => code)).not.toContain('layer-lacks')
  })
})

it('what Firehose is denied is the version or alias that its record names, not the function', () => {
  const name = 'arn:aws:lambda:eu-west-2:111122223333:function:heron'
  const record = `{"errorCode":"Lambda.InvokeAccessDenied","errorMessage":"Access was denied. Ensure that the access policy allows access to the Lambda function.","lambdaArn":"${name}:blue"}`
  const given = (on: string) => pastedCase(record, { identity: policyText(allow('lambda:InvokeFunction', on)) }).answer
  const codes = given(name).causes.map(({ code }) => code)
  expect(codes[0]).toBe('layer-lacks')
  expect(codes).toContain('function-with-qualifier')
  expect(given(`${name}:*`).causes.map(({ code }) => code)).not.toContain('layer-lacks')
})
