import { describe, expect, it } from 'vitest'
import type { AccessCase, KeptTest } from '../case/access-case'
import { judgeTests } from './judge-tests'

const keeping = (tests: unknown, more: Partial<AccessCase['request']> = {}): AccessCase => ({
  version: 1,
  request: {
    principal: 'arn:aws:iam::111122223333:user/ana',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::b/k',
    ...more,
  },
  policies: {
    otherLayers: 'none',
    identity: [
      {
        name: 'p',
        document: {
          Version: '2012-10-17',
          Statement: [
            { Effect: 'Allow', Action: 's3:Get*', Resource: 'arn:aws:s3:::b/*' },
            { Effect: 'Deny', Action: 's3:*', Resource: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
          ],
        },
      },
    ],
  },
  tests: tests as readonly KeptTest[],
})

const metBy = (accessCase: AccessCase) => judgeTests(accessCase).map(({ isMet }) => isMet)
const READ = { action: 's3:GetObject', resource: 'arn:aws:s3:::b/x' } as const
const DELETE = { action: 's3:DeleteObject', resource: 'arn:aws:s3:::b/x' } as const

describe('tests that are kept with a case', () => {
  it('are met where the policies decide as expected', () => {
    expect(
      metBy(
        keeping([
          { ...READ, expect: 'allowed' },
          { ...DELETE, expect: 'denied' },
        ]),
      ),
    ).toEqual([true, true])
    expect(
      metBy(
        keeping([
          { ...READ, expect: 'denied' },
          { ...DELETE, expect: 'allowed' },
        ]),
      ),
    ).toEqual([false, false])
  })

  it('have a caller and keys of their own', () => {
    const root = 'arn:aws:iam::444455556666:user/ben'
    const tests = [
      { ...READ, principal: root, expect: 'denied' },
      { ...READ, context: { 'aws:SecureTransport': 'false' }, expect: 'denied' },
      { ...READ, context: { 'aws:SecureTransport': 'true' }, expect: 'allowed' },
    ]
    expect(metBy(keeping(tests, { resourceAccount: '111122223333' }))).toEqual([true, true, true])
  })

  it('are neither met nor failed where something unknown decides', () => {
    expect(metBy(keeping([{ ...READ, expect: 'allowed' }], { otherContext: 'unknown' }))).toEqual([null])
  })

  it('are none where none is kept, or something else stands there', () => {
    expect(metBy(keeping(undefined))).toEqual([])
    expect(metBy(keeping('no list'))).toEqual([])
    expect(metBy(keeping([null, 'text']))).toEqual([])
  })
})
