import { describe, expect, it } from 'vitest'
import type { Truth } from '../../../evaluation/evaluation'
import type { StatementStory } from '../../../explanation/explanation'
import { signOf } from '../../../diagnosis/statement-signs'
import { foldAlike, groupStories } from './why-groups'
import type { CaseLayer } from '../../../iam/layers'

const story = (
  layer: CaseLayer,
  sid: string,
  effect: 'Allow' | 'Deny',
  matches: Truth,
  decisive = false,
): StatementStory => ({
  layer,
  evaluated: layer === 'scp' ? 'scp' : 'identity',
  place: { level: null, policy: 0, statement: 0 },
  policyName: 'Policy',
  sid,
  effect,
  matches,
  summary: [],
  elements: [],
  decisive,
})

describe('signOf', () => {
  it.each<['Allow' | 'Deny', Truth, string]>([
    ['Allow', 'yes', 'allows'],
    ['Deny', 'yes', 'denies'],
    ['Deny', 'no', 'noMatch'],
    ['Allow', 'no', 'noMatch'],
    ['Deny', 'unknown', 'depends'],
  ])('%s that matches: %s', (effect, matches, sign) => {
    expect(signOf({ effect, matches })).toBe(sign)
  })
})

describe('groupStories', () => {
  it('puts the layer of the decisive statement first, and the decisive statement first in it', () => {
    const groups = groupStories([
      story('identity', 'other', 'Allow', 'no'),
      story('identity', 'grant', 'Allow', 'yes'),
      story('scp', 'full', 'Allow', 'yes'),
      story('scp', 'guard', 'Deny', 'yes', true),
    ])
    expect(groups.map((group) => [group.layer, group.stories.map((each) => each.sid)])).toEqual([
      ['scp', ['guard', 'full']],
      ['identity', ['grant', 'other']],
    ])
  })

  it('keeps the order of the text among equals', () => {
    const [group] = groupStories([story('identity', 'a', 'Allow', 'no'), story('identity', 'b', 'Allow', 'no')])
    expect(group?.stories.map((each) => each.sid)).toEqual(['a', 'b'])
  })
})

describe('foldAlike', () => {
  it('puts statements that say the same together, and leaves those that do something alone', () => {
    const folded = foldAlike([
      story('identity', 'a', 'Deny', 'yes', true),
      story('identity', 'b', 'Allow', 'no'),
      story('identity', 'c', 'Allow', 'yes'),
      story('identity', 'd', 'Allow', 'no'),
    ])
    expect(folded.map(({ stories }) => stories.map(({ sid }) => sid))).toEqual([['a'], ['b', 'd'], ['c']])
  })
})
