import { describe, expect, it } from 'vitest'
import type { CaseLayer } from '../iam/layers'
import { draftPoliciesOf } from '../draft/edit/edit-layers'
import { draftOfTexts, type GivenText } from './draft-of-texts'

const policy = (name: string, layer: CaseLayer, ...Statement: readonly unknown[]): GivenText => ({
  name,
  layer,
  text: JSON.stringify({ Version: '2012-10-17', Statement }, null, 1),
})

const ROLE = 'arn:aws:iam::111122223333:role/mover'
const trust = policy('trust', 'resource', {
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::111122223333:root' },
  Action: 'sts:AssumeRole',
})
const bucket = (name: string) =>
  policy(name, 'resource', {
    Effect: 'Allow',
    Principal: { AWS: ROLE },
    Action: 's3:GetObject',
    Resource: `arn:aws:s3:::${name}/*`,
  })
const endpoint = (service: string, Resource: string) =>
  policy(service, 'endpoint', { Effect: 'Allow', Principal: '*', Action: `${service}:*`, Resource })

const denied = (action: string, resource: string): GivenText => ({
  name: 'error.txt',
  layer: null,
  text: `User: ${ROLE} is not authorized to perform: ${action} on resource: ${resource}`,
})
const READ = denied('s3:GetObject', 'arn:aws:s3:::depot/a.csv')
const ASSUME = denied('sts:AssumeRole', 'arn:aws:iam::444455556666:role/target')

const heldIn = async (layer: CaseLayer, ...texts: readonly GivenText[]) => {
  const { draft } = await draftOfTexts(texts)
  return draftPoliciesOf(draft.layers, layer).map(({ name }) => name)
}

describe('of two policies for a layer that holds one', () => {
  it.each([
    ['the bucket’s, where an object was asked for', READ, bucket('depot'), 'depot'],
    ['the role’s, where a role was to be assumed', ASSUME, bucket('depot'), 'trust'],
  ] as const)('counts %s, in either order', async (_, error, other, kept) => {
    expect(await heldIn('resource', error, trust, other)).toEqual([kept])
    expect(await heldIn('resource', error, other, trust)).toEqual([kept])
  })

  it('counts that of the bucket that was asked for, in either order', async () => {
    expect(await heldIn('resource', READ, bucket('depot'), bucket('archive'))).toEqual(['depot'])
    expect(await heldIn('resource', READ, bucket('archive'), bucket('depot'))).toEqual(['depot'])
  })

  it('counts the trust policy of the role that its name tells, or that trusts more than a service', async () => {
    const [target, mover] = ['target (444455556666)', 'mover'].map((name, at) =>
      policy(name, 'resource', {
        Effect: 'Allow',
        Principal: at === 0 ? { AWS: ROLE } : { Service: 'pods.eks.amazonaws.com' },
        Action: 'sts:AssumeRole',
      }),
    )
    if (target === undefined || mover === undefined) throw new Error('two are made')
    const unnamed = { ...target, name: 'the other one' }
    expect(await heldIn('resource', ASSUME, target, mover)).toEqual([target.name])
    expect(await heldIn('resource', ASSUME, mover, target)).toEqual([target.name])
    expect(await heldIn('resource', ASSUME, unnamed, mover)).toEqual([unnamed.name])
    expect(await heldIn('resource', ASSUME, { ...mover, name: 'target' }, unnamed)).toEqual(['target'])
  })

  it('counts the newer one where nothing tells, as when it was corrected', async () => {
    expect(
      await heldIn('resource', READ, bucket('depot'), {
        ...bucket('depot'),
        name: 'newer',
        text: bucket('depot').text.replace('GetObject', '*'),
      }),
    ).toEqual(['newer'])
  })

  it('counts the endpoint’s of the service that was asked', async () => {
    const [s3, logs] = [endpoint('s3', 'arn:aws:s3:::other-*'), endpoint('logs', '*')]
    expect(await heldIn('endpoint', READ, s3, logs)).toEqual(['s3'])
    expect(await heldIn('endpoint', READ, logs, s3)).toEqual(['s3'])
  })

  it('counts that of S3 for an image, whose layers are there', async () => {
    const pull = denied('ecr:BatchGetImage', 'arn:aws:ecr:eu-west-1:111122223333:repository/app')
    expect(await heldIn('endpoint', pull, endpoint('ecr', '*'), endpoint('s3', 'arn:aws:s3:::own-*'))).toEqual(['s3'])
  })
})
