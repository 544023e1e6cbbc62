import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT } from '../draft'
import { assumedLayers, assumeNone, layersToAssume, takeBackNone } from './assume-none'
import { addPolicy } from './edit-layers'

const given = addPolicy(EMPTY_DRAFT.layers, { layer: 'identity', level: null }, { name: 'read', text: '{}' })

describe('layersToAssume', () => {
  it('leaves out what is given', () => {
    expect(layersToAssume(given)).not.toContain('identity')
    expect(layersToAssume(given)).toContain('scp')
  })

  it('never assumes that a caller has no policy at all', () => {
    expect(layersToAssume(EMPTY_DRAFT.layers)).not.toContain('identity')
  })
})

describe('assumeNone', () => {
  it('sets those layers and no other, and is taken back', () => {
    const assumed = assumeNone(given, layersToAssume(given))
    expect(assumed.scp.state).toBe('none')
    expect(assumed.identity).toBe(given.identity)
    expect(assumedLayers(assumed)).toEqual(layersToAssume(given))
    expect(takeBackNone(assumed)).toEqual(given)
  })
})
