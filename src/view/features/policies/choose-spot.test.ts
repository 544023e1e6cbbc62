import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT, type DraftLayers, type DraftPolicy } from '../../../draft/draft'
import { addPolicy } from '../../../draft/edit/edit-layers'
import { evaluate } from '../../../evaluation/evaluate'
import { allSpotKeys, chooseSpot, newestSpot, spotKey, tellingSpots } from './choose-spot'

const policy = (name: string): DraftPolicy => ({ name, text: '{}' })
const layers: DraftLayers = {
  ...EMPTY_DRAFT.layers,
  identity: { state: 'given', policies: [policy('A'), policy('B'), policy('A')] },
  scp: {
    state: 'given',
    levels: [
      { target: 'Root', policies: [] },
      { target: 'OU', policies: [policy('Full'), policy('Guard')] },
    ],
  },
}

describe('chooseSpot', () => {
  it('keeps the policy asked for', () => {
    const wanted = { layer: 'scp', level: 1, policy: 1 } as const
    expect(chooseSpot(layers, 'scp', wanted)).toEqual(wanted)
  })

  it('falls back to the nearest that is left, and to the first level that has any', () => {
    expect(chooseSpot(layers, 'identity', { layer: 'identity', level: null, policy: 9 })?.policy).toBe(2)
    expect(chooseSpot(layers, 'scp', { layer: 'scp', level: 0, policy: 3 })).toEqual({
      layer: 'scp',
      level: 1,
      policy: 0,
    })
    expect(chooseSpot(layers, 'boundary', undefined)).toBeNull()
  })
})

describe('spotKey', () => {
  it('stays with a policy when its neighbours go', () => {
    const fewer = { ...layers, identity: { ...layers.identity, policies: [policy('B')] } }
    const before = spotKey(layers, { layer: 'identity', level: null, policy: 1 })
    expect(spotKey(fewer, { layer: 'identity', level: null, policy: 0 })).toBe(before)
  })

  it('tells namesakes apart, and levels', () => {
    expect(allSpotKeys(layers).size).toBe(5)
  })
})

describe('tellingSpots', () => {
  const deny = '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:*","Resource":"*"}]}'
  const allow = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}'
  const evaluation = evaluate({
    version: 1,
    request: {
      principal: 'arn:aws:iam::111122223333:user/alice',
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::bucket/key',
      resourceAccount: '111122223333',
    },
    policies: {
      identity: [
        { name: 'a', document: allow },
        { name: 'b', document: deny },
      ],
      scps: [
        { target: 'Root', policies: [{ name: 'Full', document: allow }] },
        {
          target: '111122223333',
          policies: [
            { name: 'Full', document: allow },
            { name: 'Guard', document: deny },
          ],
        },
      ],
    },
  })

  it('are the policy that decides, and those that deny in other layers', () => {
    expect(tellingSpots({ evaluation, shown: null })).toEqual({
      scp: { layer: 'scp', level: 1, policy: 1 },
      identity: { layer: 'identity', level: null, policy: 1 },
    })
  })

  it('are above all the policy that the answer is about', () => {
    const shown = { layer: 'identity', place: { level: null, policy: 0, statement: 0 }, span: null } as const
    expect(tellingSpots({ evaluation, shown })).toEqual({
      scp: { layer: 'scp', level: 1, policy: 1 },
      identity: { layer: 'identity', level: null, policy: 0 },
    })
  })

  it('are none where there is nothing to judge', () => {
    expect(tellingSpots(null)).toEqual({})
  })
})

describe('newestSpot', () => {
  it('is where the policy of an edit went', () => {
    const spot = { layer: 'scp', level: 0 } as const
    const after = addPolicy(layers, spot, policy('New'))
    expect(newestSpot(layers, after, 'scp')).toEqual({ ...spot, policy: 0 })
    expect(newestSpot(layers, layers, 'scp')).toBeNull()
  })
})
