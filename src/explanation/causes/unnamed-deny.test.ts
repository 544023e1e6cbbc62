import { expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { policyText } from '../../testing/statements'

const API = 'arn:aws:execute-api:eu-west-1:111122223333:a1b2c3d4e5/prod/GET/items'

const causesOf = (addresses: string) =>
  pastedCase(
    `{"Message":"User: anonymous is not authorized to perform: execute-api:Invoke on resource: ${API} with an explicit deny"}`,
    {
      resource: policyText(
        { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' },
        {
          Effect: 'Deny',
          Principal: '*',
          Action: 'execute-api:Invoke',
          Resource: 'execute-api:/*',
          Condition: { NotIpAddress: { 'aws:SourceIp': addresses } },
        },
      ),
    },
  ).answer.causes.map(({ code }) => code)

// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-aws-condition-keys.html
it('why a Deny that is here applies comes before that it can, where AWS names no layer', () => {
  expect(causesOf('10.0.0.0/8')[0]).toBe('source-address-of-api-is-private')
  expect(causesOf('203.0.113.0/24')[0]).toBe('deny-open')
})
