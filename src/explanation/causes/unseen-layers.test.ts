import { describe, expect, it } from 'vitest'
import type { AccessCase } from '../../case/access-case'
import { evaluate } from '../../evaluation/evaluate'
import { isPossible, type LayerHypothesis } from './unseen-layers'

const HOME = '111122223333'

const policy = (effect: 'Allow' | 'Deny', action: string) => ({
  name: 'given',
  document: { Version: '2012-10-17', Statement: { Effect: effect, Action: action, Resource: '*' } },
})

const caseOf = (
  request: Partial<AccessCase['request']>,
  policies: Partial<AccessCase['policies']> = {},
): AccessCase => ({
  version: 1,
  request: {
    principal: `arn:aws:iam::${HOME}:user/noor`,
    action: 'sqs:SendMessage',
    resource: `arn:aws:sqs:eu-west-1:${HOME}:jobs`,
    ...request,
  },
  policies: { ...policies, otherLayers: 'unknown' },
})

const possible = (accessCase: AccessCase, layer: LayerHypothesis['layer'], how: LayerHypothesis['how']): boolean =>
  isPossible({ accessCase, evaluation: evaluate(accessCase), denial: null }, { layer, how })

describe('a layer that is not given', () => {
  it('can lack an Allow where nothing else grants', () => {
    expect(possible(caseOf({}), 'identity', 'implicitDeny')).toBe(true)
    expect(possible(caseOf({}), 'boundary', 'implicitDeny')).toBe(true)
    expect(possible(caseOf({}), 'scp', 'implicitDeny')).toBe(true)
  })

  it('is refuted where the request passes without its Allow: the policy of a resource in one account', () => {
    const given = { identity: [policy('Allow', 'sqs:SendMessage')] }
    expect(possible(caseOf({}, given), 'resource', 'implicitDeny')).toBe(false)
    const away = { resource: 'arn:aws:sqs:eu-west-1:444455556666:jobs' }
    expect(possible(caseOf(away, given), 'resource', 'implicitDeny')).toBe(true)
  })

  it('can lack an Allow for a key whatever the caller is allowed', () => {
    const key = { action: 'kms:Decrypt', resource: `arn:aws:kms:eu-west-1:${HOME}:key/1234abcd` }
    expect(possible(caseOf(key, { identity: [policy('Allow', 'kms:Decrypt')] }), 'resource', 'implicitDeny')).toBe(true)
  })

  it('can deny wherever it applies, and not where it does not', () => {
    expect(possible(caseOf({}), 'scp', 'explicitDeny')).toBe(true)
    expect(possible(caseOf({}), 'resource', 'explicitDeny')).toBe(true)
    expect(possible(caseOf({ principal: 'sns.amazonaws.com' }), 'identity', 'explicitDeny')).toBe(false)
    expect(possible(caseOf({ principal: 'sns.amazonaws.com' }), 'resource', 'implicitDeny')).toBe(true)
  })
})
