import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT, type Draft, type DraftLayers } from '../draft'
import { editLayers, judgedDraft, tryLayers } from './edit-draft'
import { addPolicy } from './edit-layers'
import { setPaste } from '../paste/set-paste'

const add =
  (name: string) =>
  (layers: DraftLayers): DraftLayers =>
    addPolicy(layers, { layer: 'identity', level: null }, { name, text: '{}' })

const pasted: Draft = editLayers({ ...EMPTY_DRAFT, paste: 'AccessDenied' }, add('pasted'))

describe('tryLayers', () => {
  it('keeps the policies that AWS judged, over several changes', () => {
    const tried = tryLayers(tryLayers(pasted, add('first')), add('second'))
    expect(tried.layers.identity.policies.map(({ name }) => name)).toEqual(['pasted', 'first', 'second'])
    expect(judgedDraft(tried)).toEqual(pasted)
  })

  it('keeps nothing where nothing changes', () => {
    expect(tryLayers(pasted, (layers) => layers)).toBe(pasted)
    expect(judgedDraft(pasted)).toBeNull()
  })

  it('forgets them at another error, which AWS may have given after the change', () => {
    const asked = setPaste(tryLayers(pasted, add('first')), 'another AccessDenied')
    expect(judgedDraft(asked)).toBeNull()
    expect(judgedDraft(tryLayers(asked, add('second')))?.layers).toBe(asked.layers)
  })
})
