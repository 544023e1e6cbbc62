import { describe, expect, it } from 'vitest'
import { evaluate } from './evaluate'

const judge = (statements: readonly object[], otherContext: 'absent' | 'unknown') =>
  evaluate({
    version: 1,
    request: {
      principal: 'arn:aws:iam::111122223333:user/nora',
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::data/key',
      otherContext,
    },
    policies: {
      identity: [{ name: 'p', document: JSON.stringify({ Version: '2012-10-17', Statement: statements }) }],
      otherLayers: 'unknown',
      noneAttached: ['resource', 'boundary', 'session', 'scps', 'rcps', 'endpoint'],
    },
  }).decision

const allow = (Resource: string) => ({ Effect: 'Allow', Action: 's3:*', Resource })
const deny = (Resource: string) => ({ ...allow(Resource), Effect: 'Deny' })

describe('a value that is filled in only at deployment', () => {
  it.each([
    'arn:${AWS::Partition}:s3:::data/*',
    'arn:aws:s3:::${Data}/*',
    '${aws_s3_bucket.data.arn}/*',
    '${Data.Arn}/*',
  ])('leaves open what %s allows and denies, whatever is known of the context', (resource) => {
    for (const otherContext of ['absent', 'unknown'] as const) {
      expect(judge([allow(resource)], otherContext)).toBe('depends')
      expect(judge([allow('*'), deny(resource)], otherContext)).toBe('depends')
    }
  })

  it('is told from a policy variable', () => {
    expect(judge([allow('arn:aws:s3:::${aws:username}/*')], 'absent')).toBe('implicitDeny')
    expect(judge([allow('*'), deny('arn:aws:s3:::${aws:username}/*')], 'absent')).toBe('allowed')
  })
})
