import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT, type DraftLayers } from '../draft/draft'
import type { FixChange } from '../explanation/explanation'
import { applyFix, placeOfFix } from './apply-fix'

const layers: DraftLayers = {
  ...EMPTY_DRAFT.layers,
  identity: { state: 'given', policies: [{ name: 'deploy', text: '["a"]' }] },
}
const change: FixChange = {
  layer: 'identity',
  level: null,
  policy: 0,
  name: 'deploy',
  before: '["a"]',
  after: '["a", "b"]',
  edit: { span: [4, 4], text: ', "b"' },
}

describe('applyFix', () => {
  it('writes the new text, and tells where it stands', () => {
    expect(applyFix(layers, { changes: [change] }).identity.policies).toEqual([{ name: 'deploy', text: '["a", "b"]' }])
    expect(placeOfFix(layers, { changes: [change] })).toEqual({
      layer: 'identity',
      place: { level: null, policy: 0, statement: 0 },
      span: [4, 9],
    })
  })

  it('adds a policy that did not exist', () => {
    const added = {
      ...change,
      policy: null,
      name: 'more',
      before: '',
      after: '{}',
      edit: { span: [0, 0], text: '{}' } as const,
    }
    const { identity } = applyFix(layers, { changes: [added] })
    expect(identity.policies.map((policy) => policy.name)).toEqual(['deploy', 'more'])
    expect(placeOfFix(layers, { changes: [added] })?.place.policy).toBe(1)
  })

  it('changes nothing where a text has changed since', () => {
    const typed = { ...layers, identity: { ...layers.identity, policies: [{ name: 'deploy', text: '[]' }] } }
    expect(applyFix(typed, { changes: [change] })).toBe(typed)
    expect(placeOfFix(layers, { changes: [] })).toBeNull()
  })
})
