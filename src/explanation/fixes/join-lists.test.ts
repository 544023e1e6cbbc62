import { describe, expect, it } from 'vitest'
import { remedyOf } from '../../testing/pasted-case'

const REFUSED =
  'User: arn:aws:sts::111122223333:assumed-role/reel/one is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::reel-store/a.mov" with an explicit deny in a resource-based policy'

const deny = (endpoint: string, more: object = {}) => ({
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: 'arn:aws:s3:::reel-store/*',
  Condition: { StringNotEquals: { 'aws:SourceVpce': endpoint } },
  ...more,
})

const fixesOf = (...statements: readonly object[]) =>
  remedyOf(REFUSED, { resource: JSON.stringify({ Version: '2012-10-17', Statement: statements }) }).fixes

describe('two Denies of which each denies what the other one exempts', () => {
  it('become one that exempts both', () => {
    const [fix] = fixesOf(deny('vpce-0a1b2c3d'), deny('vpce-0d3c2b1a'))
    expect(JSON.parse(fix?.changes[0]?.after ?? '{}')).toMatchObject({
      Statement: [
        deny('vpce-0a1b2c3d', {
          Condition: { StringNotEquals: { 'aws:SourceVpce': ['vpce-0a1b2c3d', 'vpce-0d3c2b1a'] } },
        }),
      ],
    })
  })

  it('stay two where they deny different actions, and no Allow is offered for them', () => {
    const fixes = fixesOf(deny('vpce-0a1b2c3d'), deny('vpce-0d3c2b1a', { Action: 's3:GetObject' }))
    expect(fixes.flatMap(({ codes }) => codes)).not.toContain('join-lists')
    expect(fixes.flatMap(({ codes }) => codes)).not.toContain('add-statement')
  })
})
