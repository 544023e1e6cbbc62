import { describe, expect, it } from 'vitest'
import { holderCalled, holderInName, holdersIn, holdersInWords } from './named-holders'

describe('the roles and users that a text names', () => {
  it.each([
    ['an ARN', 'arn:aws:iam::111122223333:role/loader', 'loader', 'role/loader'],
    ['an ARN at the end of a sentence', 'We use arn:aws:iam::111122223333:user/ana.', 'ana', 'user/ana'],
    ['a role with a path', '"arn:aws:iam::111122223333:role/service-role/loader"', 'loader', 'role/loader'],
    ['a session', 'arn:aws:sts::111122223333:assumed-role/loader/s1', 'loader', 'role/loader'],
    ['a task definition', '"executionRoleArn": "loader"', 'loader', 'role/loader'],
    ['a template', 'RoleName: loader', 'loader', 'role/loader'],
  ])('are read from %s', (_, text, name, holder) => {
    expect(holdersIn(text).get(name)).toBe(holder)
  })

  it.each(['the role of this is unknown', 'arn:aws:s3:::role/loader', 'the node role is there'])(
    'are none in “%s”',
    (text) => {
      expect(holdersInWords(text).size).toBe(0)
    },
  )

  it('are read from a sentence where they cannot be a word of the language', () => {
    expect(holdersInWords('our node role batch-nodes has it').get('batch-nodes')).toBe('role/batch-nodes')
  })
})

describe('whom a policy is called after', () => {
  const holders = holdersInWords('role loader-a and role loader-b')

  it.each([
    ['loader-a', 'role/loader-a'],
    ['loader-a-policy', 'role/loader-a'],
    ['Inline policy of loader-b.json', 'role/loader-b'],
  ])('%s', (name, holder) => {
    expect(holderCalled(name, holders)).toBe(holder)
  })

  it.each(['loader', 'loader-a-b', 'policy', 'loader-a and loader-b'])('nobody: %s', (name) => {
    expect(holderCalled(name, holders)).toBeNull()
  })
})

describe('the role that the name of a policy says has it', () => {
  it.each([
    ['the policy that LoaderRole has', 'LoaderRole'],
    ['inline policy of the role loader-role', 'loader-role'],
    ['boundary set on loader-role', 'loader-role'],
  ])('%s', (policy, holder) => {
    expect(holderInName(policy, 'reader')).toBe(holder)
  })

  it.each([
    ['names no role', 'policy of the loader', 'reader'],
    ['names two', 'attached to loader-role, set on writer-role', 'reader'],
    ['is the caller’s', 'policy of loader-role', 'loader-role'],
    ['may be the caller’s, whose name goes on', 'policy of LoaderRole', 'stack-LoaderRole-1A2B'],
    ['names the caller too', 'policy of loader-role, also for reader', 'reader'],
  ])('is not told where it %s', (_, policy, caller) => {
    expect(holderInName(policy, caller)).toBeNull()
  })
})
