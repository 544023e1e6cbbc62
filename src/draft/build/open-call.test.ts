import { describe, expect, it } from 'vitest'
import { parseDenials } from '../../denial/parse-denials'
import { pastedCase, withPolicies } from '../../testing/pasted-case'
import { plainText } from '../../text/phrase'
import { EMPTY_DRAFT } from '../draft'
import { openCall } from './open-call'

const policy = (...allowed: readonly (readonly [Action: readonly string[], Resource: readonly string[]])[]): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: allowed.map(([Action, Resource]) => ({ Effect: 'Allow', Action, Resource })),
  })

/** S3's own ids tell that it is S3, and the settings which bucket; nothing tells the call. */
const ERROR =
  'msg="sync failed, retrying it" err="AccessDenied: Access Denied\\n\\tstatus code: 403, request id: 4668, host id: ww="\nbucketnames: maps-prod'

const askedBy = (identity: string): string => {
  const { judged } = pastedCase(ERROR, { identity })
  const { action, resource } = judged.accessCase.request
  return action === '' ? '' : `${action} ${resource}`
}

const BUCKET = 'arn:aws:s3:::maps-prod'

describe('a call to S3 that the text does not name', () => {
  it('is of S3 by the ids of its answer', () => {
    expect(parseDenials(ERROR)[0]?.inferred.service).toBe('s3')
  })

  it('is the list where the policy allows it on the objects alone', () => {
    expect(
      askedBy(policy([['s3:ListBucket', 's3:GetObject', 's3:PutObject', 's3:DeleteObject'], [`${BUCKET}/*`]])),
    ).toBe(`s3:ListBucket ${BUCKET}`)
  })

  it('is the first where no statement covers the bucket', () => {
    const other = 'arn:aws:s3:::maps-test'
    expect(askedBy(policy([['s3:*'], [other, `${other}/*`]]))).toBe(`s3:ListBucket ${BUCKET}`)
  })

  it('is the one that the policy lacks of those that programs make', () => {
    expect(
      askedBy(policy([['s3:ListBucket'], [BUCKET]], [['s3:GetObject', 's3:PutObject'], [`${BUCKET}/*`]])),
    ).toContain('s3:DeleteObject ')
  })

  it('is asked of the whole table, whose name stands behind a slash', () => {
    const table = 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders'
    const [denial] = parseDenials(ERROR)
    const identity = policy([['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem'], [table]])
    const draft = withPolicies({ ...EMPTY_DRAFT, paste: 'could not update the order' }, { identity })
    const asked = openCall(draft, { ...denial!, inferred: { service: 'dynamodb', resource: table } })
    expect(asked).toMatchObject({ action: 'dynamodb:UpdateItem', resource: table })
  })

  it.each([
    ['several can be the one', policy([['s3:PutObject'], [`${BUCKET}/*`]])],
    ['the policy lets all through', policy([['s3:*'], ['*']])],
    ['the policy is of another service', policy([['sqs:SendMessage'], ['*']])],
  ])('stays open where %s', (_, identity) => {
    expect(askedBy(identity)).toBe('')
    expect(plainText(pastedCase(ERROR, { identity }).answer.headline)).toBe(
      'A call to s3 was denied, but the text doesn’t say which one.',
    )
  })
})

describe('a call that the caller’s own policies let through', () => {
  const WRITES = ERROR.replace('sync failed', 'could not write the table')
  const all = policy(
    [['s3:ListBucket'], [BUCKET]],
    [['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], [`${BUCKET}/*`]],
  )
  const denies = (...Action: readonly string[]): string =>
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Deny',
          Principal: '*',
          Action,
          Resource: `${BUCKET}/*`,
          Condition: { Null: { 's3:x-amz-acl': 'true' } },
        },
      ],
    })
  const askedWith = (layers: Parameters<typeof withPolicies>[1]) =>
    pastedCase(WRITES, layers).judged.accessCase.request.action

  it('is the one that a Deny of another policy was written for', () => {
    expect(askedWith({ identity: all, resource: denies('s3:PutObject') })).toBe('s3:PutObject')
  })

  it('stays open where a Deny is of everything', () => {
    expect(askedWith({ identity: all, resource: denies('s3:*') })).toBe('')
  })

  it('is the first that a limit has no Allow for', () => {
    const endpoint = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' }],
    })
    expect(askedWith({ identity: all, endpoint })).toBe('s3:PutObject')
  })
})
