import { expect, it } from 'vitest'
import { evaluate } from './evaluate'

const MODEL = 'foundation-model/anthropic.claude-sonnet-4-20250514-v1:0'

const only = (...regions: readonly string[]) => [
  { Effect: 'Allow', Action: 'bedrock:*', Resource: '*' },
  { Effect: 'Deny', Action: '*', Resource: '*', Condition: { StringNotEquals: { 'aws:RequestedRegion': regions } } },
]

const decided = (resource: string, regions: readonly string[], action = 'bedrock:InvokeModel') =>
  evaluate({
    version: 1,
    request: { principal: 'arn:aws:iam::111122223333:role/chat', action, resource, otherContext: 'unknown' },
    policies: {
      identity: [{ name: 'p', document: { Version: '2012-10-17', Statement: only(...regions) } }],
      otherLayers: 'none',
    },
  }).decision

it('a model without a Region in its ARN is checked for a global profile, in the Region "unspecified"', () => {
  expect(decided(`arn:aws:bedrock:::${MODEL}`, ['us-east-1'])).toBe('explicitDeny')
  expect(decided(`arn:aws:bedrock:::${MODEL}`, ['us-east-1', 'unspecified'])).toBe('allowed')
})

it('a model of one Region is checked wherever the request goes, which its ARN alone does not tell', () => {
  expect(decided(`arn:aws:bedrock:us-east-1::${MODEL}`, ['us-east-1'])).not.toBe('explicitDeny')
  expect(decided('arn:aws:s3:::depot', ['us-east-1'], 's3:ListBucket')).not.toBe('explicitDeny')
})
