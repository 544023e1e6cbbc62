import { describe, expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { plainText } from '../../text/phrase'

const policy = (...Statement: readonly object[]) => JSON.stringify({ Version: '2012-10-17', Statement })

describe('a Deny of uploads without the right encryption, and one of uploads without any', () => {
  const PUT = { Effect: 'Deny', Principal: '*', Action: 's3:PutObject', Resource: 'arn:aws:s3:::depot/*' }
  const KEY = 's3:x-amz-server-side-encryption'
  const wrong = (...values: readonly string[]) => ({
    ...PUT,
    Sid: 'Wrong',
    Condition: { StringNotEquals: { [KEY]: values }, Null: { [KEY]: 'false' } },
  })
  const none = { ...PUT, Sid: 'None', Condition: { Null: { [KEY]: 'true' } } }
  const first = (...denies: readonly object[]) =>
    pastedCase(
      'User: arn:aws:sts::111122223333:assumed-role/tides/one is not authorized to perform: s3:PutObject on resource: arn:aws:s3:::depot/a with an explicit deny in a resource-based policy',
      { resource: policy(...denies) },
    ).answer.causes[0]

  it('that hardly any upload has a value left for comes second', () => {
    expect(plainText(first(wrong('AES256', 'aws:kms'), none)!.sentence)).toContain('None')
  })

  it('that leaves a usual value keeps its place', () => {
    expect(plainText(first(wrong('aws:kms'), none)!.sentence)).toContain('Wrong')
  })
})

describe('a session with tags', () => {
  const TARGET = 'arn:aws:iam::444455556666:role/far'
  const TEXT = `api error AccessDenied: User: arn:aws:sts::111122223333:assumed-role/tides/one is not authorized to perform: sts:TagSession on resource: ${TARGET}`
  const trust = (Action: readonly string[], more: object = {}) =>
    policy({ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:role/tides' }, Action, ...more })
  const causeOf = (text: string) => pastedCase(TEXT, { resource: text }).answer.causes[0]!

  it('of a role that allows the tags under a test is refused by the test', () => {
    const cause = causeOf(
      trust(['sts:AssumeRole', 'sts:TagSession'], { Condition: { StringEquals: { 'sts:ExternalId': 'sea' } } }),
    )
    expect(cause.code).toBe('allow-unmet')
    expect(plainText(cause.remedy)).toContain('external id sea')
  })

  it('of a role that does not allow them lacks that', () => {
    const cause = causeOf(trust(['sts:AssumeRole']))
    expect(cause.layer).toBe('trust')
    expect(plainText(cause.sentence)).toContain('sts:TagSession')
    expect(cause.code).not.toBe('allow-unmet')
  })
})
