import { describe, expect, it } from 'vitest'
import { findPolicies } from './find-policies'

const SCP = 'arn:aws:organizations::444455556666:policy/o-a1b2c3d4e5/service_control_policy/p-11112222'
const INLINE = 'arn:aws:iam::111122223333:role/app/policy/reads'
const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/0b7e6c1e-0000-4000-8000-3f1a2b3c4d5e'

const RECORD = {
  evaluations: [{ action: 's3:GetObject', resource: 'arn:aws:s3:::notes/a', evaluatedEffect: 'EXPLICIT_DENY' }],
  policies: [
    {
      type: 'SERVICE_CONTROL_POLICY',
      inline: false,
      uri: SCP,
      attachedTo: [
        { arn: 'arn:aws:organizations::444455556666:root/o-a1b2c3d4e5/r-a1b2' },
        { arn: 'arn:aws:organizations::444455556666:account/o-a1b2c3d4e5/111122223333' },
      ],
    },
    { uri: INLINE, attachedTo: [{ arn: 'arn:aws:iam::111122223333:role/app' }], type: 'IDENTITY_BASED_POLICY' },
    { type: 'RESOURCE_BASED_POLICY', uri: KEY, attachedTo: [{ arn: KEY }] },
  ],
}

const statement = (effect: string) => ({ Effect: effect, Action: 's3:*', Resource: '*' })
const document = (...statements: readonly object[]) => ({ Version: '2012-10-17', Statement: statements })

const printed = (uri: string, policy: unknown): string => JSON.stringify({ PolicyUri: uri, Policy: policy }, null, 4)

const found = (...texts: readonly string[]) =>
  findPolicies(texts.join('\n')).map(({ layer, name, level, owner }) => [layer, name, level, owner])

describe('policies that AWS recorded with a denial', () => {
  const record = JSON.stringify(RECORD, null, 4)

  it.each([
    ['as they are', (policy: object) => policy],
    ['as an object in the answer', (policy: object) => ({ policy })],
    ['as a text in the answer', (policy: object) => ({ policyDocument: JSON.stringify(policy) })],
  ])('go to the layer that the record says, %s', (_, inAnswer) => {
    const key = { ...statement('Allow'), Principal: { AWS: 'arn:aws:iam::111122223333:root' } }
    expect(
      found(
        record,
        printed(SCP, inAnswer(document(statement('Deny')))),
        printed(INLINE, inAnswer(document(statement('Allow')))),
        printed(KEY, inAnswer(document(key))),
      ),
    ).toEqual([
      ['scp', 'p-11112222', 'r-a1b2', 'arn:aws:organizations::444455556666:root/o-a1b2c3d4e5/r-a1b2'],
      ['scp', 'p-11112222', '111122223333', 'arn:aws:organizations::444455556666:root/o-a1b2c3d4e5/r-a1b2'],
      ['identity', 'reads', null, 'arn:aws:iam::111122223333:role/app'],
      ['resource', '0b7e6c1e-0000-4000-8000-3f1a2b3c4d5e', null, KEY],
    ])
  })

  it('keep what their shape says where no record lists them', () => {
    const alone = findPolicies(printed(INLINE, document(statement('Allow'))))
    expect(alone.map(({ layer, candidates }) => [layer, candidates[0]])).toEqual([[null, 'identity']])
    const other = printed('arn:aws:iam::111122223333:policy/unlisted', document(statement('Allow')))
    expect(findPolicies(`${record}\n${other}`).map(({ layer }) => layer)).toEqual([null])
  })
})
