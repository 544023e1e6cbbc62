import { expect, it } from 'vitest'
import { withPolicies } from '../../testing/pasted-case'
import { policyText } from '../../testing/statements'
import { EMPTY_DRAFT } from '../draft'
import { withMaskedAccount } from './masked-account'

const API = 'arn:aws:execute-api:eu-west-1:********3333:a1b2c3d4e5/prod/GET/orders'

const filled = (resource: string) =>
  withMaskedAccount(
    withPolicies(
      { ...EMPTY_DRAFT, paste: `User: anonymous is not authorized to perform: execute-api:Invoke on resource: ${API}` },
      {
        resource: policyText({ Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: resource }),
      },
    ),
    API,
  )

it('the account that a message masks is that of the policy which names the very API', () => {
  expect(filled('arn:aws:execute-api:eu-west-1:111122223333:a1b2c3d4e5/*')).toBe(
    API.replace('********3333', '111122223333'),
  )
})

it('stays masked where the policy is for another API, Region or account, or for any', () => {
  for (const resource of [
    'arn:aws:execute-api:eu-west-1:111122223333:f9f9f9f9f9/*',
    'arn:aws:execute-api:us-east-1:111122223333:a1b2c3d4e5/*',
    'arn:aws:execute-api:eu-west-1:111122224444:a1b2c3d4e5/*',
    'arn:aws:execute-api:eu-west-1:*:a1b2c3d4e5/*',
  ])
    expect(filled(resource)).toBe(API)
})
