import { expect, it } from 'vitest'
import { EMPTY_DRAFT } from '../draft/draft'
import { takePaste } from '../draft/paste/take-paste'
import { withPolicies } from '../testing/pasted-case'
import { policyText } from '../testing/statements'
import { plainText } from '../text/phrase'
import { diagnose } from './diagnose'

const PASTE = `Error: putting CloudWatch Logs Subscription Filter: InvalidParameterException: Could not deliver test message to specified Firehose stream. Check if the given Firehose stream is in ACTIVE state.
  destination_arn = "arn:aws:firehose:eu-west-1:111122223333:deliverystream/tide-v2"`

const OWN = 'arn:aws:logs:eu-west-1:111122223333:*'

const told = (source: string, stream: string) => {
  const resource = policyText({
    Effect: 'Allow',
    Principal: { Service: 'logs.amazonaws.com' },
    Action: 'sts:AssumeRole',
    Condition: { StringLike: { 'aws:SourceArn': source } },
  })
  const identity = policyText({
    Effect: 'Allow',
    Action: ['firehose:PutRecord', 'firehose:PutRecordBatch'],
    Resource: `arn:aws:firehose:eu-west-1:111122223333:deliverystream/${stream}`,
  })
  const draft = withPolicies(takePaste(EMPTY_DRAFT, PASTE).draft, { resource, identity })
  const answer = diagnose(draft).explanation?.answer
  const [cause] = answer?.causes ?? []
  return {
    basis: answer?.basis,
    layer: cause?.layer,
    code: cause?.code,
    says: plainText([...(cause?.sentence ?? []), ...(cause?.remedy ?? [])]),
  }
}

it('a role that any log group of its account may use writes to the stream of before: its own policy is the cause', () => {
  const { basis, layer, says } = told(OWN, 'tide')
  expect([basis, layer]).toEqual(['likely', 'identity'])
  expect(says).toContain('deliverystream/tide-v2')
  expect(says).toContain('the service’s role')
})

it('a role that may write to the stream is new, or another one', () => {
  expect(told(OWN, 'tide-v2').code).toBe('trusted-already')
})

it('a trust policy for sources of another Region stays the likely cause', () => {
  expect(told(OWN.replace('west', 'north'), 'tide').layer).toBe('trust')
})
