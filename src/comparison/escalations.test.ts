import { describe, expect, it } from 'vitest'
import { BUILT_REFERENCE } from '../../.ci/built-reference'
import { ESCALATIONS } from '../facts/escalations'
import { allow, deny, type TestStatement } from '../testing/statements'
import { compareAccess } from './compare-access'
import { describeComparison } from './describe-comparison'
import { policiesOfText } from './policies-of-text'

const policies = (statements: readonly TestStatement[]) =>
  policiesOfText(JSON.stringify({ Version: '2012-10-17', Statement: statements }), 'identity')

/** The ways to more permissions that a change of an identity policy is said to open. */
function named(before: readonly TestStatement[], after: readonly TestStatement[]): readonly string[] {
  const question = { before: policies(before), after: policies(after), layer: 'identity' } as const
  const { changes } = describeComparison(compareAccess(question, BUILT_REFERENCE))
  return changes.flatMap(({ leadsTo }) => leadsTo.map(({ name }) => name))
}

const grant = (actions: readonly string[]): readonly TestStatement[] =>
  actions.length > 0 ? [allow(actions, '*')] : []
const reads = allow('s3:GetObject', 'arn:aws:s3:::logs/*')

describe('a way to more permissions', () => {
  it.each(ESCALATIONS)('$name is named when the last action that it needs is allowed', ({ name, actions }) => {
    for (const last of actions) {
      const others = actions.filter((action) => action !== last)
      expect(named(grant(others), grant(actions)), last).toContain(name)
      expect(named([reads, ...grant(others)], [reads, ...grant(others), allow(last, '*')]), last).toContain(name)
    }
    expect(named([], grant(actions))).toContain(name)
  })

  it.each(ESCALATIONS)('$name is not named where nothing of it is new', ({ name, actions }) => {
    const held = grant(actions)
    expect(named(held, [...held, reads]), 'it was there before').not.toContain(name)
    expect(named([...held, reads], [reads]), 'it is taken away').not.toContain(name)
    for (const one of actions)
      expect(named([deny(one, '*')], [deny(one, '*'), ...held]), `${one} is denied`).not.toContain(name)
  })

  it.each(ESCALATIONS.filter(({ actions }) => actions.length > 1))(
    '$name is not named while an action that it needs is missing',
    ({ name, actions }) => {
      for (const missing of actions)
        expect(named([], grant(actions.filter((action) => action !== missing))), missing).not.toContain(name)
    },
  )
})
