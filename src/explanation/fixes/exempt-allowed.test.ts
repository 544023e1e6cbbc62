import { describe, expect, it } from 'vitest'
import { answerFixes } from './answer-fixes'
import { pastedCase } from '../../testing/pasted-case'

const READ =
  '$ curl -s https://depot-one.s3.amazonaws.com/logo.png\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>'

const DENY = {
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::depot-one/*',
  Condition: { StringNotLike: { 'aws:Referer': 'https://site.example/*' } },
}

const allowIf = (condition: Readonly<Record<string, unknown>>) => ({
  Sid: 'Office',
  Effect: 'Allow',
  Principal: '*',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::depot-one/*',
  Condition: condition,
})

const fixOf = (...statements: readonly unknown[]) => {
  const resource = JSON.stringify({ Version: '2012-10-17', Statement: statements })
  const { judged, answer } = pastedCase(READ, { resource })
  return answerFixes(judged, answer).find(({ codes }) => codes.includes('exempt-allowed'))
}

describe('a Deny beside an Allow for other requests', () => {
  it('exempts those that the Allow lets in, and keeps its own test', () => {
    const fix = fixOf(allowIf({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }), DENY)
    const [change] = fix?.changes ?? []
    const { Statement } = JSON.parse(change?.after ?? '{}') as { Statement: readonly (typeof DENY)[] }
    expect(Statement[1]?.Condition).toEqual({
      ...DENY.Condition,
      NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' },
    })
    expect(fix?.reach.when).toEqual([{ key: 'aws:SourceIp', values: ['203.0.113.0/24'] }])
  })

  it.each([
    ['the Allow has no test', allowIf({})],
    ['its test is the one of the Deny', allowIf({ StringLike: { 'aws:Referer': 'https://other.example/a' } })],
    [
      'it is about other objects',
      { ...allowIf({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }), Resource: 'arn:aws:s3:::other/*' },
    ],
  ])('exempts nothing where %s', (_, allow) => {
    expect(fixOf(allow, DENY)).toBeUndefined()
  })

  it('comes first where both say where requests come from, and behind the owner’s word where the Deny guards something else', () => {
    const office = allowIf({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })
    const ofMembers = { ...DENY, Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } }
    expect(fixOf(office, DENY)?.failed ?? []).toEqual([])
    expect(fixOf(office, ofMembers)?.failed?.map(({ standard }) => standard)).toContain('keeps guards')
  })
})
