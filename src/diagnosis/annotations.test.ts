import { describe, expect, it } from 'vitest'
import type { AccessCase } from '../case/access-case'
import { evaluate } from '../evaluation/evaluate'
import type { Span } from '../text/span'
import { annotatePolicy, NO_ANNOTATIONS } from './annotations'

const identity = `{
  "Version": "2012-10-17",
  "Statement": [
    { "Sid": "Read", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::my-bucket/*" },
    { "Sid": "List", "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*" }
  ]
}`
const guard = `{
  "Version": "2012-10-17",
  "Statement": [{
    "Effect": "Deny",
    "NotAction": ["iam:*", "sts:*"],
    "Resource": "*",
    "Condition": { "StringNotEquals": { "aws:RequestedRegion": ["eu-west-1"] } }
  }]
}`
const full = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}'

const accessCase = (change: Partial<AccessCase['request']>, scp?: string): AccessCase => ({
  version: 1,
  request: {
    principal: 'arn:aws:iam::123456789012:user/deploy-bot',
    action: 's3:PutObject',
    resource: 'arn:aws:s3:::my-bucket/uploads/file.txt',
    resourceAccount: '123456789012',
    ...change,
  },
  policies: {
    identity: [{ name: 'deploy', document: identity }],
    ...(scp === undefined
      ? {}
      : {
          scps: [
            {
              target: '123456789012',
              policies: [
                { name: 'FullAWSAccess', document: full },
                { name: 'Guard', document: scp },
              ],
            },
          ],
        }),
  },
})

const annotate = (given: AccessCase, layer: 'identity' | 'scp', policy = 0) =>
  annotatePolicy(evaluate(given), given.request, { layer, level: layer === 'scp' ? 0 : null, policy })

const read = (text: string, [start, end]: Span) => text.slice(start, end)

describe('annotatePolicy', () => {
  it('marks what an Allow would have had to name', () => {
    const { signs, remarks, underlines, tints } = annotate(accessCase({}), 'identity')
    expect(signs.map(({ sign }) => sign)).toEqual(['noMatch', 'noMatch'])
    expect(remarks.map(({ text, tone }) => [text, tone])).toEqual([
      ['not s3:PutObject', 'deny'],
      ['not s3:PutObject', 'deny'],
    ])
    expect(underlines.map(({ span }) => read(identity, span))).toEqual(['"s3:GetObject"', '"s3:ListBucket"'])
    expect(tints).toEqual([])
  })

  it('speaks louder of the Allow that came nearer', () => {
    const { remarks } = annotate(accessCase({ action: 's3:GetObject', resource: 'arn:aws:s3:::my-bucket' }), 'identity')
    expect(remarks.map(({ text, tone }) => [text, tone])).toEqual([
      ['not arn:aws:s3:::my-bucket', 'deny'],
      ['not s3:GetObject', 'unknown'],
    ])
  })

  it('says that a statement allows', () => {
    const { signs, remarks } = annotate(accessCase({ action: 's3:GetObject' }), 'identity')
    expect(signs[0]?.sign).toBe('allows')
    expect(remarks[0]).toMatchObject({ text: 'allows this request', tone: 'allow' })
  })

  it('tints the statement that decides and says why each element let it', () => {
    const given = accessCase({ context: { 'aws:RequestedRegion': 'us-east-1' } }, guard)
    const { tints, remarks, underlines, signs } = annotate(given, 'scp', 1)
    expect(signs.map(({ sign }) => sign)).toEqual(['denies'])
    expect(tints.map(({ span }) => read(guard, span).slice(-1))).toEqual(['}'])
    expect(remarks.map(({ text }) => text)).toEqual([
      'denies this request',
      's3:PutObject is not among them',
      'is us-east-1',
    ])
    expect(underlines.map(({ span }) => read(guard, span))).toEqual(['"eu-west-1"'])
  })

  it('says which key is not known', () => {
    const { signs, remarks } = annotate(accessCase({ otherContext: 'unknown' }, guard), 'scp', 1)
    expect(signs.map(({ sign }) => sign)).toEqual(['depends'])
    expect(remarks.map(({ text, tone }) => [text, tone])).toEqual([
      ['depends', 'depends'],
      ['unknown', 'depends'],
    ])
  })

  it('says nothing of another policy, or while there is nothing to judge', () => {
    expect(annotate(accessCase({}, guard), 'identity', 1)).toEqual(NO_ANNOTATIONS)
    expect(annotatePolicy(null, accessCase({}).request, { layer: 'identity', level: null, policy: 0 })).toEqual(
      NO_ANNOTATIONS,
    )
  })
})
