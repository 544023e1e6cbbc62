import { describe, expect, it } from 'vitest'
import type { AccessCase } from '../../case/access-case'
import { evaluate } from '../../evaluation/evaluate'
import { withDocument } from '../../case/case-documents'
import { plainText } from '../../text/phrase'
import { explainFixes } from './explain-fixes'
import { explain } from '../explain'
import { fixScopes } from './fix-scopes'
import { explainTreatment, scopeRemedy } from './remedies'

const asked = (resource: string, action = 's3:PutObject'): AccessCase => ({
  version: 1,
  request: { principal: 'arn:aws:iam::111122223333:user/alice', action, resource },
  policies: {
    otherLayers: 'none',
    identity: [
      {
        name: 'Policy 1',
        document:
          '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::data/*"}]}',
      },
    ],
  },
})

const scopesOf = (accessCase: AccessCase) => {
  const judged = { accessCase, evaluation: evaluate(accessCase), denial: null }
  const fixes = explainFixes(judged)
  return fixes.flatMap((fix) => (fix.least ? fixScopes(judged, fix) : []))
}

describe('fixScopes', () => {
  const accessCase = asked('arn:aws:s3:::data/a/b/file.txt')

  it('offers the object, the prefixes around it and the bucket, the narrowest first', () => {
    const scopes = scopesOf(accessCase)
    expect(scopes.map(({ label }) => label)).toEqual(['this object', 'b/*', 'a/*', 'bucket'])
    expect(scopes.map(({ fix }) => fix.statement?.['Resource'])).toEqual([
      'arn:aws:s3:::data/a/b/file.txt',
      'arn:aws:s3:::data/a/b/*',
      'arn:aws:s3:::data/a/*',
      'arn:aws:s3:::data/*',
    ])
    const widths = scopes.map(({ fix }) => fix.width)
    expect(widths).toEqual(widths.toSorted((one, other) => one - other))
  })

  it('holds of each what is proven of the first: the request is allowed', () => {
    for (const { fix } of scopesOf(accessCase)) {
      const [change] = fix.changes
      const { layer, level, policy, name, after, before, edit } = change!
      const [start, end] = edit.span
      expect(before.slice(0, start) + edit.text + before.slice(end)).toBe(after)
      expect(evaluate(withDocument(accessCase, { layer, level, policy }, name, after)).decision).toBe('allowed')
    }
  })

  it('is chosen of what was worked out with the remedy, which may come from a worker', () => {
    const judged = { accessCase, evaluation: evaluate(accessCase), denial: null }
    const input = { judged, answer: explain(judged).answer, together: null }
    const treatment = structuredClone(explainTreatment(input))
    const resourceIn = (scope: number) => scopeRemedy(treatment, input, scope, null).fixes[0]?.statement?.['Resource']
    expect(scopeRemedy(treatment, input, 0, null).scopes).toEqual(['this object', 'b/*', 'a/*', 'bucket'])
    expect([0, 1, 3].map(resourceIn)).toEqual([
      'arn:aws:s3:::data/a/b/file.txt',
      'arn:aws:s3:::data/a/b/*',
      'arn:aws:s3:::data/*',
    ])
  })

  it('says what each opens', () => {
    expect(plainText(scopesOf(accessCase).at(-1)!.fix.opens)).toContain('on arn:aws:s3:::data/*')
  })

  it.each([
    ['a bucket', 'arn:aws:s3:::data', 's3:ListBucket'],
    ['objects that AWS names by a pattern', 'arn:aws:s3:::data/*', 's3:PutObject'],
    ['a resource of another service', 'arn:aws:sqs:eu-west-1:111122223333:jobs', 'sqs:SendMessage'],
  ])('is nothing to choose for %s', (_what, resource, action) => {
    expect(scopesOf(asked(resource, action))).toEqual([])
  })
})
