import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT, type DraftPolicy } from '../draft'
import {
  addLevel,
  addPolicy,
  changePolicy,
  countPolicies,
  freeName,
  policiesOn,
  policyAt,
  removeLevel,
  removePolicy,
  renameLevel,
  setState,
  containersOf,
} from './edit-layers'

const { layers } = EMPTY_DRAFT
const policy = (name: string, text = '{}'): DraftPolicy => ({ name, text })
const identity = { layer: 'identity', level: null } as const
const names = (list: readonly DraftPolicy[]) => list.map((each) => each.name)

describe('policies of a layer', () => {
  it('adding one makes the layer given', () => {
    const edited = addPolicy(layers, identity, policy('A'))
    expect(edited.identity).toEqual({ state: 'given', policies: [policy('A')] })
    expect(edited.boundary).toBe(layers.boundary)
  })

  it('gives a second policy of the same name another name', () => {
    const edited = addPolicy(addPolicy(layers, identity, policy('A')), identity, policy('A'))
    expect(names(policiesOn(edited, identity))).toEqual(['A', 'A 2'])
    expect(freeName([policy('A'), policy('A 2')], 'A')).toBe('A 3')
  })

  it('changes one policy and leaves its neighbours alone', () => {
    const two = addPolicy(addPolicy(layers, identity, policy('A')), identity, policy('B'))
    const edited = changePolicy(two, { ...identity, policy: 1 }, { text: '{ broken' })
    expect(policiesOn(edited, identity)).toEqual([policy('A'), policy('B', '{ broken')])
    expect(policyAt(edited, { ...identity, policy: 1 })?.text).toBe('{ broken')
    expect(policyAt(edited, { ...identity, policy: 2 })).toBeUndefined()
  })

  it('removing the last one says "not given", never "none attached"', () => {
    const one = addPolicy(layers, identity, policy('A'))
    expect(removePolicy(one, { ...identity, policy: 0 }).identity).toEqual({ state: 'notGiven', policies: [] })
  })

  it('"none attached" keeps what was typed', () => {
    const one = addPolicy(layers, identity, policy('A'))
    expect(setState(one, 'identity', 'none').identity).toEqual({ state: 'none', policies: [policy('A')] })
    expect(setState(setState(one, 'identity', 'none'), 'identity', 'given').identity).toEqual(one.identity)
  })
})

describe('levels', () => {
  const root = addLevel(layers, 'scp', 0, { target: 'Root', policies: [] })
  const tree = addLevel(root, 'scp', 1, { target: '111122223333', policies: [] })

  it('keeps a level without policies: it allows nothing, which is something', () => {
    expect(root.scp).toEqual({ state: 'given', levels: [{ target: 'Root', policies: [] }] })
  })

  it('puts an OU between the root and the account', () => {
    const edited = addLevel(tree, 'scp', 1, { target: 'Workloads', policies: [] })
    expect(edited.scp.levels.map((level) => level.target)).toEqual(['Root', 'Workloads', '111122223333'])
    expect(containersOf(edited, 'scp').map((shelf) => shelf.level)).toEqual([0, 1, 2])
  })

  it('adds, counts and removes policies of one level', () => {
    const account = { layer: 'scp', level: 1 } as const
    const edited = addPolicy(addPolicy(tree, account, policy('A')), account, policy('B'))
    expect(edited.scp.levels.map((level) => names(level.policies))).toEqual([[], ['A', 'B']])
    expect(countPolicies(edited, 'scp')).toBe(2)
    expect(names(policiesOn(removePolicy(edited, { ...account, policy: 0 }), account))).toEqual(['B'])
  })

  it('renames a level, and is no longer given without any', () => {
    expect(renameLevel(root, 'scp', 0, 'r-1234').scp.levels[0]?.target).toBe('r-1234')
    expect(removeLevel(root, 'scp', 0).scp).toEqual({ state: 'notGiven', levels: [] })
  })
})
