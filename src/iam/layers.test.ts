import { describe, expect, it } from 'vitest'
import { byCaseLayer, CASE_LAYERS, LAYERS, READING_ORDER, REPORTING_ORDER, type Layer } from './layers'

describe('the registry of layers', () => {
  it('names each layer once, in both orders', () => {
    const ids = Object.keys(LAYERS).toSorted()
    expect([...READING_ORDER].toSorted()).toEqual(ids)
    expect([...REPORTING_ORDER].toSorted()).toEqual(CASE_LAYERS.toSorted())
  })

  it('holds policies of a layer under its own name, but for trust policies, which stand with the resource', () => {
    expect(READING_ORDER.filter((layer) => LAYERS[layer].heldIn !== layer)).toEqual(['trust'])
    for (const layer of READING_ORDER) {
      const { heldIn, key } = LAYERS[layer]
      expect(LAYERS[heldIn]).toMatchObject({ heldIn, key })
    }
  })

  // A case file of version 1 opens for ever.
  it('keeps the keys of a case file', () => {
    const keys: Partial<Record<Layer, string>> = { scp: 'scps', rcp: 'rcps' }
    for (const layer of CASE_LAYERS) expect(LAYERS[layer].key).toBe(keys[layer] ?? layer)
  })

  it('tells a policy from several', () => {
    for (const { name, plural, policy, tab } of Object.values(LAYERS)) {
      expect(plural).not.toBe(name)
      expect([policy, tab].every((word) => word !== '')).toBe(true)
    }
  })

  it('makes something for each layer of a case, by whether it has levels', () => {
    const made = byCaseLayer(
      () => 'flat',
      () => 'levels',
    )
    expect(Object.keys(made)).toEqual(CASE_LAYERS)
    expect(Object.entries(made).flatMap(([layer, what]) => (what === 'levels' ? [layer] : []))).toEqual(['scp', 'rcp'])
  })
})
