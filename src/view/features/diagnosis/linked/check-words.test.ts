import { expect, test } from 'vitest'
import type { AccessCase } from '../../../../case/access-case'
import { evaluate } from '../../../../evaluation/evaluate'
import type { CallOutcome } from '../../../../evaluation/call-outcome'
import { checkWords } from '../../../../explanation/messages/call'
import { checkSign } from './check-words'

const ALLOW = {
  name: 'p',
  document: { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } },
}
const DENY = {
  name: 'p',
  document: { Version: '2012-10-17', Statement: { Effect: 'Deny', Action: '*', Resource: '*' } },
}

function checkOf(policies: AccessCase['policies'], outcome: CallOutcome) {
  const [action, resource] = ['kms:Decrypt', 'arn:aws:kms:eu-west-1:111122223333:key/1234']
  const evaluation = evaluate({
    version: 1,
    request: { principal: 'arn:aws:iam::111122223333:user/alice', action, resource },
    policies,
  })
  return { action, resource, evaluation, decision: evaluation.decision, outcome }
}

test.each([
  [{ identity: [DENY] }, 'denied', 'denied by identity-based policies', 'explicitDeny'],
  [{ identity: [ALLOW] }, 'denied', 'not allowed by the key policy', 'implicitDeny'],
  [
    { identity: [ALLOW], otherLayers: 'unknown', noneAttached: ['scps', 'rcps', 'boundary', 'session', 'endpoint'] },
    'depends',
    'depends on the key policy',
    'depends',
  ],
  [{ identity: [ALLOW], otherLayers: 'unknown' }, 'depends', 'depends on something unknown', 'depends'],
  [{ identity: [ALLOW], otherLayers: 'unknown' }, 'denied', 'denied either way', 'implicitDeny'],
] as const)('%j, %s: %s', (policies, outcome, words, sign) => {
  const check = checkOf(policies, outcome)
  expect(checkWords(check)).toBe(words)
  expect(checkSign(check)).toBe(sign)
})

test('a check without a resource is not judged', () => {
  const check = { ...checkOf({ identity: [ALLOW] }, 'depends'), decision: null }
  expect(checkWords(check)).toBe('not evaluated yet: enter its resource')
  expect(checkSign(check)).toBe('notGiven')
})
