import { describe, expect, it } from 'vitest'
import { BUILT_REFERENCE } from '../../.ci/built-reference'
import { compareForAgents } from './mcp-compare'

const policy = (action: string, more: object = {}): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: action, Resource: 'arn:aws:s3:::data/*', ...more }],
  })

const ask = (before: string, after: string, more: object = {}) =>
  compareForAgents({ before, after, no_public: false, ...more }, BUILT_REFERENCE)?.found

describe('a change that an agent asks about', () => {
  it('is shown by requests, and proven to open nothing', () => {
    expect(ask(policy('s3:GetObject'), policy('s3:Get*'))).toMatchObject({
      opened: 'some',
      isHeld: false,
      changes: [{ kind: 'new', witness: { resource: 'arn:aws:s3:::data/example' } }],
    })
    expect(ask(policy('s3:Get*'), policy('s3:GetObject'))).toMatchObject({
      opened: 'nothing',
      isHeld: true,
      beyond: [],
    })
  })

  it('is held to what must not be granted, and to letting nobody in from everywhere', () => {
    const same = policy('s3:GetObject')
    const checked = (actions: readonly string[]) => ask(same, same, { not_granted: { actions, resources: [] } })?.isHeld
    expect([checked(['s3:GetObject']), checked(['s3:PutObject'])]).toEqual([false, true])
    const open = policy('s3:GetObject', { Principal: '*' })
    expect([ask(open, open)?.isHeld, ask(open, open, { no_public: true })?.isHeld]).toEqual([true, false])
  })

  it('is not answered where it is no two policies', () => {
    expect(ask('{"version":1,"policies":{}}', policy('s3:GetObject'))).toBeUndefined()
    expect(ask('nothing', 'at all')).toMatchObject({ opened: 'cannot-say', isHeld: false })
  })
})
