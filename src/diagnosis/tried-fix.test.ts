import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT, type Draft } from '../draft/draft'
import { tryLayers } from '../draft/edit/edit-draft'
import { addPolicy, changePolicy } from '../draft/edit/edit-layers'
import { addedStatement, triedChanges } from './tried-fix'
import { policyText } from '../testing/statements'

const PUT = { Effect: 'Allow', Action: 's3:PutObject', Resource: '*' }
const GET = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }

const CONTAINER = { layer: 'identity', level: null } as const
const GIVEN: Draft = {
  ...EMPTY_DRAFT,
  layers: addPolicy(EMPTY_DRAFT.layers, CONTAINER, { name: 'p', text: policyText(PUT) }),
}
const tried = (text: string): Draft =>
  tryLayers(GIVEN, (layers) => changePolicy(layers, { ...CONTAINER, policy: 0 }, { text }))

describe('what was changed since the policies were judged', () => {
  it('is nothing where no change is tried', () => {
    expect(triedChanges(GIVEN)).toEqual([])
  })

  it('is the policy as it was and as it is', () => {
    const [change] = triedChanges(tried(policyText(PUT, GET)))
    expect([change?.policy, change?.name, change?.before, change?.after]).toEqual([
      0,
      'p',
      policyText(PUT),
      policyText(PUT, GET),
    ])
  })

  it('is a policy that came with the change', () => {
    const draft = tryLayers(GIVEN, (layers) => addPolicy(layers, CONTAINER, { name: 'new', text: policyText(GET) }))
    expect(triedChanges(draft).map(({ policy: at, name, before }) => [at, name, before])).toEqual([[null, 'new', '']])
  })
})

describe('the statement that a change adds', () => {
  it('is told where the others stayed', () => {
    expect(addedStatement(triedChanges(tried(policyText(PUT, GET))))).toEqual(GET)
  })

  it('is none where another was changed, or nothing can be read', () => {
    expect(addedStatement(triedChanges(tried(policyText(GET))))).toBeNull()
    expect(addedStatement(triedChanges(tried('{')))).toBeNull()
  })
})
