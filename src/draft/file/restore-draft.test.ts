import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryDraft } from '../../testing/arbitrary-draft'
import { EMPTY_DRAFT } from '../draft'
import { DRAFT_LIMITS, restoreDraft, storeDraft } from './restore-draft'

const EMPTY = storeDraft(EMPTY_DRAFT)

const code = (value: unknown) => {
  const restored = restoreDraft(value)
  return 'problem' in restored ? [restored.problem.code, restored.problem.data['path']] : null
}

describe('restoreDraft', () => {
  it('gives every draft back as it was', () => {
    fc.assert(
      fc.property(arbitraryDraft, (draft) => {
        expect(restoreDraft(JSON.parse(JSON.stringify(storeDraft(draft))))).toEqual({ draft })
      }),
      { numRuns: 100 },
    )
  })

  it('throws on no value', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(restoreDraft(value)).toHaveProperty('problem')
      }),
      { numRuns: 100 },
    )
  })

  it('names the part that is not what was expected', () => {
    expect(code({ ...EMPTY, chosen: -1 })).toEqual(['draft-unreadable', 'chosen'])
    expect(code({ ...EMPTY, request: { principal: 7 } })).toEqual(['draft-unreadable', 'request.principal'])
    expect(code({ ...EMPTY, context: { k: { state: 'maybe' } } })).toEqual(['draft-unreadable', 'context.k.state'])
    expect(code({ ...EMPTY, layers: { ...EMPTY.layers, scps: EMPTY.layers.identity } })).toEqual([
      'draft-unreadable',
      'layers.scps.levels',
    ])
    const { facts: _, ...withoutFacts } = EMPTY
    expect(code(withoutFacts)).toEqual(['draft-unreadable', 'facts'])
    const holdsItself: Record<string, unknown> = {}
    holdsItself['self'] = holdsItself
    expect(code(holdsItself)).toEqual(['draft-unreadable', ''])
  })

  it('refuses what is too large', () => {
    expect(code({ ...EMPTY, facts: { blob: 'x'.repeat(DRAFT_LIMITS.characters) } })?.[0]).toBe('draft-too-large')
    const policies = Array.from({ length: DRAFT_LIMITS.policies + 1 }, () => ({ name: 'p', text: '' }))
    const crowded = { ...EMPTY.layers, identity: { state: 'given', policies } }
    expect(code({ ...EMPTY, layers: crowded })).toEqual(['draft-unreadable', 'layers.identity.policies'])
  })

  it('drops what a draft does not have, and credentials', () => {
    const secret = 'AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
    const restored = restoreDraft({
      ...EMPTY,
      paste: secret,
      more: 1,
      layers: { ...EMPTY.layers, other: 1 },
    })
    expect(restored).toEqual({ draft: { ...EMPTY_DRAFT, paste: 'AWS_SECRET_ACCESS_KEY=[removed]' } })
  })

  it('takes no prototype from a value', () => {
    const hostile: unknown = JSON.parse(
      JSON.stringify(EMPTY).replace('"context":{}', '"context":{"__proto__":{"state":"absent"}}'),
    )
    const restored = restoreDraft(hostile)
    expect('draft' in restored && Object.getPrototypeOf(restored.draft.context)).toBe(Object.prototype)
    expect({}).not.toHaveProperty('state')
  })
})
