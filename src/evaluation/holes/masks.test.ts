import { describe, expect, test } from 'vitest'
import type { AccessCase } from '../../case/access-case'
import { BLANKS, withoutBlanks } from '../../iam/blank-fields'
import { findHoles } from '../../iam/find-holes'
import { evaluate } from '../evaluate'

const OWN = '111122223333'
const OTHERS = ['444455556666', '777788889999']

/** A queue of a masked account, and what a policy of the caller says of queues. */
function decided(account: string, said: string): { decision: string; holes: readonly string[] } {
  const resource = withoutBlanks(`arn:aws:sqs:us-east-1:${account}:orders`)
  const holes = [
    ...new Set([...(account === '' ? [BLANKS.account] : findHoles(resource, 'request')), ...findHoles(said, 'policy')]),
  ]
  const document = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 'sqs:*', Resource: said } }
  const accessCase: AccessCase = {
    version: 1,
    request: {
      principal: withoutBlanks(`arn:aws:sts::${account}:assumed-role/app/i-1`),
      action: 'sqs:SendMessage',
      resource,
    },
    policies: { identity: [{ name: 'p', document }] },
    holes,
  }
  const { decision, dependsOn } = evaluate(accessCase)
  return { decision, holes: dependsOn.holes ?? [] }
}

/** Masks of an account as people and templates write them, each one unknown wherever it stands. */
const MASKS = [
  'XXXXXXXXXXXX',
  'xxxxxxxxxxxx',
  '############',
  '<acct>',
  '<account-id>',
  'ACCOUNT_ID',
  '<your account id>',
  '1111222233334',
  '9999888877',
  '111122223xxx',
  '$ACCOUNT',
  '${var.account}',
  '${AWS::AccountId}',
  '{{ .Values.account }}',
  '{account_id}',
  '%ACCOUNT%',
  '[REDACTED]',
  'REDACTED',
]

describe.each(MASKS)('an account masked as %s', (mask) => {
  test('is the same one in the error and in a policy', () => {
    expect(decided(mask, `arn:aws:sqs:us-east-1:${mask}:orders`).decision).toBe('allowed')
    expect(decided(mask, `arn:aws:sqs:*:${mask}:ord*`).decision).toBe('allowed')
  })

  test('leaves it open whether it is an account that is written', () => {
    const { decision, holes } = decided(mask, `arn:aws:sqs:us-east-1:${OWN}:orders`)
    expect(decision).toBe('depends')
    expect(holes.length).toBeGreaterThan(0)
  })

  test('makes no difference to what is written beside it', () => {
    expect(decided(mask, `arn:aws:sqs:us-east-1:${mask}:invoices`).decision).toBe('implicitDeny')
    expect(decided(mask, `arn:aws:sqs:eu-west-1:${mask}:orders`).decision).toBe('implicitDeny')
    expect(decided(mask, `arn:aws:sns:us-east-1:${mask}:orders`).decision).toBe('implicitDeny')
    expect(decided(mask, 'arn:aws:sqs:us-east-1:*:orders').decision).toBe('allowed')
  })

  test('ends as its fillings do', () => {
    for (const account of [OWN, ...OTHERS]) {
      const said = `arn:aws:sqs:us-east-1:${OWN}:orders`
      expect(decided(account, said).decision).toBe(account === OWN ? 'allowed' : 'implicitDeny')
    }
  })
})

describe.each(['...', '…'])('an account elided as %s', (ellipsis) => {
  test('is a text of its own wherever it stands', () => {
    expect(decided(ellipsis, `arn:aws:sqs:us-east-1:${ellipsis}:orders`).decision).toBe('depends')
    expect(decided(ellipsis, 'arn:aws:sqs:us-east-1:*:invoices').decision).toBe('implicitDeny')
  })
})

test('an account that is left blank is one that nobody wrote', () => {
  expect(decided('', 'arn:aws:sqs:us-east-1:*:orders')).toMatchObject({ decision: 'allowed' })
  expect(decided('', `arn:aws:sqs:us-east-1:${OWN}:orders`).decision).toBe('depends')
  expect(decided('', `arn:aws:sqs:us-east-1:${OWN}:invoices`).decision).toBe('implicitDeny')
})

test('asterisks mask a request, and are wildcards in a policy', () => {
  expect(decided('************', `arn:aws:sqs:us-east-1:${OWN}:orders`).decision).toBe('depends')
  expect(decided(OWN, 'arn:aws:sqs:us-east-1:*:orders').decision).toBe('allowed')
})

test.each([OWN, 'arn:aws:s3:::logs-prod/a.b', 'arn:aws:s3:::max-data/x', 'arn:aws:iam::aws:policy/ReadOnlyAccess', ''])(
  'nothing is a mask in %s',
  (text) => {
    expect(findHoles(text, 'request')).toEqual([])
    expect(findHoles(text, 'policy')).toEqual([])
  },
)

/** Object keys and buckets of which a part is elided, and whether a pattern of a policy takes them in. */
const ELIDED: readonly (readonly [resource: string, said: string, decision: string])[] = [
  ['arn:aws:s3:::b/...', 'arn:aws:s3:::b/*', 'allowed'],
  ['arn:aws:s3:::b/...', 'arn:aws:s3:::other/*', 'implicitDeny'],
  ['arn:aws:s3:::b/...', 'arn:aws:s3:::b/logs/*', 'depends'],
  ['arn:aws:s3:::b/...', 'arn:aws:s3:::b', 'implicitDeny'],
  ['arn:aws:s3:::b/logs/...', 'arn:aws:s3:::b/logs/*', 'allowed'],
  ['arn:aws:s3:::b/logs/...', 'arn:aws:s3:::b/data/*', 'implicitDeny'],
  ['arn:aws:s3:::.../k', 'arn:aws:s3:::*/k', 'allowed'],
  ['arn:aws:s3:::.../k', 'arn:aws:s3:::b/*', 'depends'],
  ['arn:aws:s3:::.../k', 'arn:aws:s3:::b/*.csv', 'implicitDeny'],
  ['arn:aws:s3:::b/k', 'arn:aws:s3:::.../k', 'depends'],
  ['arn:aws:s3:::b/k', 'arn:aws:s3:::b/...', 'depends'],
  ['arn:aws:s3:::b/k', 'arn:aws:s3:::c/...', 'implicitDeny'],
  ['arn:aws:s3:::$BUCKET/k', 'arn:aws:s3:::$BUCKET/*', 'allowed'],
  ['arn:aws:s3:::$BUCKET/k', 'arn:aws:s3:::${var.bucket}/*', 'depends'],
  ['arn:aws:s3:::<bucket>/k', 'arn:aws:s3:::<bucket>/k2', 'implicitDeny'],
  ['arn:aws:s3:::logs/k', '${aws_s3_bucket.logs.arn}/*', 'depends'],
  ['arn:aws:s3:::logs/k', '${aws_s3_bucket.logs.arn}/x', 'implicitDeny'],
  ['arn:aws:s3:::logs/k', 'arn:aws:s3:::YOUR_BUCKET_NAME/*', 'depends'],
  ['arn:aws:s3:::logs/k', 'arn:aws:s3:::BUCKET/*', 'depends'],
  ['arn:aws:s3:::BUCKET_NAME/k', 'arn:aws:s3:::BUCKET_NAME/*', 'allowed'],
  ['arn:aws:s3:::logs/k', 'arn:aws:s3:::ADMIN_LOGS/*', 'implicitDeny'],
]

test.each(ELIDED)('%s under a policy for %s: %s', (resource, said, decision) => {
  const accessCase: AccessCase = {
    version: 1,
    request: { principal: `arn:aws:iam::${OWN}:user/alice`, action: 's3:GetObject', resource },
    policies: {
      identity: [
        {
          name: 'p',
          document: { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 's3:*', Resource: said } },
        },
      ],
    },
    holes: [...new Set([...findHoles(resource, 'request'), ...findHoles(said, 'policy')])],
  }
  expect(evaluate(accessCase).decision).toBe(decision)
})
