import type { AccessCase, KeptTest } from '../case/access-case'
import { judgeTests } from '../evaluation/judge-tests'

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

const metBy = (tests: unknown, more?: Partial<AccessCase['request']>): string =>
  judgeTests(keeping(tests, more))
    .map(({ isMet }) => String(isMet))
    .join()

const READ = { action: 's3:GetObject', resource: 'arn:aws:s3:::b/x' } as const
const DELETE = { action: 's3:DeleteObject', resource: 'arn:aws:s3:::b/x' } as const
const OTHER_CALLER = 'arn:aws:iam::444455556666:user/ben'
const ACCOUNT = '111122223333'

/** What the policies of a case make of the tests that are kept with it. */
export const KEPT_TEST_CHECKS: readonly (readonly [name: string, holds: () => boolean])[] = [
  ['what is allowed meets a test that wants it allowed', () => metBy([{ ...READ, expect: 'allowed' }]) === 'true'],
  ['what is denied meets a test that wants it denied', () => metBy([{ ...DELETE, expect: 'denied' }]) === 'true'],
  ['what is allowed fails a test that wants it denied', () => metBy([{ ...READ, expect: 'denied' }]) === 'false'],
  ['what is denied fails a test that wants it allowed', () => metBy([{ ...DELETE, expect: 'allowed' }]) === 'false'],
  [
    'a caller of another account is that of the test, the owner of the bucket that of the case',
    () =>
      metBy([{ ...READ, principal: OTHER_CALLER, expect: 'denied' }], { resourceAccount: ACCOUNT }) === 'true' &&
      metBy([{ ...READ, principal: OTHER_CALLER, expect: 'denied' }]) === 'false',
  ],
  [
    'a key of the test counts',
    () => metBy([{ ...READ, context: { 'aws:SecureTransport': 'false' }, expect: 'denied' }]) === 'true',
  ],
  [
    'a test without keys has none of those of the case',
    () =>
      metBy([{ ...READ, expect: 'allowed' }], { context: { 'aws:SecureTransport': 'false' } }) === 'true' &&
      metBy([{ ...READ, context: { 'aws:SecureTransport': 'true' }, expect: 'allowed' }]) === 'true',
  ],
  [
    'a test that depends on an unknown key is neither met nor failed',
    () => metBy([{ ...READ, expect: 'allowed' }], { otherContext: 'unknown' }) === 'null',
  ],
  ['nothing is said where no tests are kept', () => metBy(undefined) === ''],
  ['what is no list of tests holds none', () => metBy('no list') === '' && metBy([null, 'text']) === ''],
]
