import { describe, expect, it } from 'vitest'
import { BUILT_REFERENCE } from '../../.ci/built-reference'
import { evaluate } from '../evaluation/evaluate'
import type { CaseLayer } from '../iam/layers'
import { allow, deny, type TestStatement } from '../testing/statements'
import { plainText } from '../text/phrase'
import { accessChecks } from './access-checks'
import { compareVersions } from './compare-versions'
import { wholeDifference } from './whole-difference'
import { checkSentence, describeComparison } from './describe-comparison'
import { policiesOfText } from './policies-of-text'
import { witnessCase } from './witness-case'

const OBJECTS = 'arn:aws:s3:::logs/*'
const ANYONE = { Principal: '*' }
const ZOE = { Principal: { AWS: 'arn:aws:iam::111122223333:user/zoe' } }

function versions(before: readonly TestStatement[], after: readonly TestStatement[], layer: CaseLayer = 'resource') {
  const of = (statements: readonly TestStatement[]) =>
    policiesOfText(JSON.stringify({ Version: '2012-10-17', Statement: statements }), layer)
  const question = { before: of(before), after: of(after), layer }
  const comparison = compareVersions(question, BUILT_REFERENCE)
  const { headline, changes } = describeComparison(comparison)
  return { question, comparison, headline: plainText(headline), changes }
}

const ZOE_READS = allow('s3:GetObject', OBJECTS, ZOE)
const NO_DELETE = deny('s3:DeleteObject', OBJECTS, ANYONE)

describe('a Deny of what the policy itself does not allow', () => {
  it('takes away what an identity-based policy allows: nothing is the same, though both allow the same', () => {
    const { headline, changes, comparison, question } = versions([ZOE_READS], [ZOE_READS, NO_DELETE])
    expect(comparison.lost.outcome).toBe('nothing')
    expect(headline).toBe('The new version opens nothing and removes 1 thing.')
    expect(changes.map(({ sentence }) => plainText(sentence))).toEqual([
      's3:DeleteObject on arn:aws:s3:::logs/*, even if another policy allows it: a Deny now blocks it.',
    ])
    // As AWS decides it: an object in the own account, an identity-based policy that allows, and the bucket's policy.
    const [{ change } = expect.fail()] = changes
    const principal = 'arn:aws:iam::111122223333:user/ana'
    const request = { ...change.witness.request, principal, resourceAccount: '111122223333' }
    const identity = [{ name: 'all', document: { Version: '2012-10-17', Statement: [allow('s3:*', '*')] } }]
    const decide = (side: 'before' | 'after') =>
      evaluate({ version: 1, request, policies: { ...question[side], identity, otherLayers: 'none' } }).decision
    expect([decide('before'), decide('after')]).toEqual(['allowed', 'explicitDeny'])
    const opened = witnessCase(question, change, false)
    expect(evaluate(opened).decision).toBe('allowed')
  })

  it('opens it again where it goes: that nothing is new cannot be said then', () => {
    const { headline, changes, comparison, question } = versions([ZOE_READS, NO_DELETE], [ZOE_READS])
    expect(headline).toBe('The new version opens 1 thing.')
    expect(changes).toMatchObject([{ kind: 'new' }])
    expect(plainText(changes[0]?.sentence ?? [])).toContain('where another policy allows it')
    const [check] = accessChecks(question, comparison, { actions: [], resources: [] }, BUILT_REFERENCE)
    expect(check).toMatchObject({ id: 'no-new-access', result: 'cannot-say' })
    expect(plainText(check ? checkSentence(check) : [])).toContain('another policy may now allow s3:DeleteObject')
  })

  it('is told once where it is what the policy allowed', () => {
    const all = allow('s3:*', OBJECTS)
    const { changes, comparison } = versions([all], [all, deny('s3:DeleteObject', OBJECTS)], 'identity')
    expect(comparison.denies?.lost.outcome).toBe('nothing')
    expect(changes).toHaveLength(1)
  })
})

describe('what no Deny can take from others', () => {
  it.each([
    ['an Allow more', [ZOE_READS], [ZOE_READS, allow('s3:PutObject', OBJECTS, ZOE)], 'resource'],
    ['the same Deny', [ZOE_READS, NO_DELETE], [NO_DELETE, ZOE_READS], 'resource'],
    // Where an SCP allows nothing, no other policy helps.
    ['a Deny of a layer that only limits', [allow('s3:*', '*')], [allow('s3:*', '*'), deny('sqs:*', '*')], 'scp'],
  ] as const)('is not looked for: %s', (_, before, after, layer) => {
    expect(versions(before, after, layer).comparison.denies).toBeUndefined()
  })

  it('is proven to be nothing where one Deny is parted in two', () => {
    const parted = ['s3:DeleteObject', 's3:PutObject'].map((action) => deny(action, OBJECTS, ANYONE))
    const { comparison, headline } = versions([deny(['s3:DeleteObject', 's3:PutObject'], OBJECTS, ANYONE)], parted)
    expect(headline).toBe('Nothing changes: both versions allow the same requests.')
    expect(wholeDifference(comparison, 'opened')).toEqual({ outcome: 'nothing', isComplete: true, beyond: [] })
  })
})

describe('a Deny that is about any service', () => {
  it.each([
    ['every action', { Action: '*' }],
    ['a pattern of services', { Action: 's?s:*' }],
    ['all but some', { NotAction: 's3:*' }],
  ])('takes them all: %s', (_, of) => {
    const stops = { Effect: 'Deny', Resource: '*', ...of }
    const { comparison } = versions([allow('s3:GetObject', '*')], [allow('s3:GetObject', '*'), stops], 'identity')
    const stopped = comparison.denies?.lost.changes.flatMap(({ actions }) => actions)
    expect(stopped).toContain('sqs:SendMessage')
  })
})
