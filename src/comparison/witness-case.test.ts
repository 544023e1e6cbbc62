import { describe, expect, it } from 'vitest'
import { evaluate } from '../evaluation/evaluate'
import type { CaseLayer } from '../iam/layers'
import { BESIDE_LAYER } from './comparison-messages'
import { compareAccess } from './compare-access'
import { policiesOfText } from './policies-of-text'
import { witnessCase } from './witness-case'

const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:orders'
const HOME = { AWS: 'arn:aws:iam::111122223333:root' }
const PARTNER = { AWS: 'arn:aws:iam::999988887777:root' }
const send = (more: object = {}) => ({ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: QUEUE, ...more })

const opened = (layer: CaseLayer, before: readonly object[], after: readonly object[]) => {
  const policies = (Statement: readonly object[]) =>
    policiesOfText(JSON.stringify({ Version: '2012-10-17', Statement }), layer)
  const question = { before: policies(before), after: policies(after), layer }
  return compareAccess(question).opened.changes.map((change) => witnessCase(question, change, true))
}

describe('a request of a change, opened as a case', () => {
  it('is allowed there as the comparison says, whichever layer was compared', () => {
    const guard = { Effect: 'Deny', Principal: '*', Action: 'sqs:*', Resource: '*' }
    const cases = [
      ...opened('identity', [], [send()]),
      ...opened('boundary', [], [send()]),
      ...opened('scp', [], [send()]),
      ...opened('session', [], [send()]),
      ...opened('endpoint', [], [send({ Principal: '*' })]),
      ...opened('resource', [], [send({ Principal: HOME })]),
      ...opened('resource', [], [send({ Principal: PARTNER })]),
      ...opened('resource', [], [send({ Principal: '*' })]),
      ...opened('rcp', [guard], []),
    ]
    expect(cases.length).toBeGreaterThan(8)
    expect(cases.map((one) => [one, evaluate(one).decision]).filter(([, decision]) => decision !== 'allowed')).toEqual(
      [],
    )
  })

  it('has nothing beside the compared policies where they do without', () => {
    for (const [one] of [opened('identity', [], [send()]), opened('resource', [], [send({ Principal: '*' })])])
      expect(JSON.stringify(one)).not.toContain(BESIDE_LAYER)
  })
})
