import { expect, it } from 'vitest'
import { withPolicies } from '../../testing/pasted-case'
import { EMPTY_DRAFT } from '../draft'
import { takePaste } from '../paste/take-paste'
import { parseDenials } from '../../denial/parse-denials'
import { requestOf } from './request-fields'

const ERROR =
  'InvalidParameterException: Could not execute the lambda function. Make sure you have given CloudWatch Logs permission to execute your function.'

/** Who is asked about, where the function's policy lets in these services. */
const callerWith = (...services: readonly string[]) => {
  const statement = (service: string) => ({
    Effect: 'Allow',
    Principal: { Service: service },
    Action: 'lambda:InvokeFunction',
    Resource: 'arn:aws:lambda:eu-west-1:111122223333:function:ship',
  })
  const { draft } = takePaste(EMPTY_DRAFT, ERROR)
  const policy = JSON.stringify({ Version: '2012-10-17', Statement: services.map(statement) })
  return requestOf(withPolicies(draft, { resource: policy }), parseDenials(ERROR)[0] ?? null).principal
}

it('a service with two names is asked about by the one that the policy writes: AWS’s pages let in Logs by either', () => {
  expect(callerWith('logs.eu-west-1.amazonaws.com')).toBe('logs.eu-west-1.amazonaws.com')
  expect(callerWith('logs.${AWS::Region}.amazonaws.com')).toBe('logs.${AWS::Region}.amazonaws.com')
  expect(callerWith('logs.eu-west-1.amazonaws.com', 'logs.amazonaws.com')).toBe('logs.amazonaws.com')
})

it('another service’s name, or none with a Region, is none of its names', () => {
  expect(callerWith('events.amazonaws.com')).toBe('logs.amazonaws.com')
  expect(callerWith('logs.example.amazonaws.com')).toBe('logs.amazonaws.com')
  expect(callerWith('delivery.logs.amazonaws.com')).toBe('logs.amazonaws.com')
})
