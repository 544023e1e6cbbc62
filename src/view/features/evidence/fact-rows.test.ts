import { describe, expect, it, test } from 'vitest'
import { EMPTY_DRAFT, type Draft } from '../../../draft/draft'
import { FACT_ROWS, factRows } from './fact-rows'
import { factSceneOf } from './fact-scene'

const ALICE = 'arn:aws:iam::111122223333:user/alice'
const OBJECT = { action: 's3:GetObject', resource: 'arn:aws:s3:::bucket/a.txt' }
const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234'
const DECRYPT = { action: 'kms:Decrypt', resource: KEY }

const NO_ORGANIZATION: Draft = {
  ...EMPTY_DRAFT,
  layers: { ...EMPTY_DRAFT.layers, scp: { state: 'none', levels: [] }, rcp: { state: 'none', levels: [] } },
}

type Requests = Parameters<typeof factSceneOf>[0]

const namesFor = (requests: Requests, draft = NO_ORGANIZATION, principal = ALICE, endpoint: string | null = null) =>
  factRows(factSceneOf(requests, principal, draft, endpoint), draft.facts).map(({ name }) => name)

describe('factRows', () => {
  it('lists what can matter, and nothing else', () => {
    expect(namesFor([OBJECT])).toEqual(['s3ObjectOwner'])
    expect(namesFor([{ ...OBJECT, resource: 'arn:aws:s3:::bucket' }])).toEqual([])
    expect(namesFor([{ ...OBJECT, resourceAccount: '444455556666' }])).toEqual([
      's3RestrictPublicBuckets',
      's3ObjectOwner',
    ])
    expect(namesFor([OBJECT], NO_ORGANIZATION, 'anonymous')).toContain('s3RestrictPublicBuckets')
    expect(namesFor([DECRYPT])).toEqual(['kmsGrants'])
    expect(namesFor([{ ...DECRYPT, resourceAccount: '444455556666' }])).toEqual(['kmsGrants', 'kmsKeyManager'])
    expect(namesFor([DECRYPT], EMPTY_DRAFT)).toEqual(['kmsGrants', 'kmsKeyManager', 'managementAccount'])
    expect(namesFor([{ action: 'sqs:SendMessage', resource: '*' }])).toEqual([])
    expect(namesFor([], NO_ORGANIZATION, 'arn:aws:sts::111122223333:federated-user/bob')).toEqual(['federatedBy'])
    expect(namesFor([], NO_ORGANIZATION, ALICE, 'vpce-1')).toEqual(['endpointType'])
  })

  it('looks at the further checks of the call too', () => {
    expect(namesFor([OBJECT, DECRYPT])).toEqual(['kmsGrants', 's3ObjectOwner'])
  })

  it('asks for the canonical user where the bucket policy names one', () => {
    const named = { name: 'b', text: '"Principal": { "CanonicalUser": "79a5" }' }
    const layers = { ...NO_ORGANIZATION.layers, resource: { state: 'given' as const, policies: [named] } }
    expect(namesFor([OBJECT], { ...NO_ORGANIZATION, layers })).toContain('canonicalUser')
  })

  it('keeps what the case says already, so that it can be taken back', () => {
    expect(namesFor([OBJECT], { ...NO_ORGANIZATION, facts: { endpointType: 'gateway' } })).toContain('endpointType')
  })
})

test('every fact has a command of AWS, a page, and says what it does, stated or not', () => {
  const scene = factSceneOf([OBJECT, DECRYPT], ALICE, EMPTY_DRAFT, null)
  for (const { commands, page, effect, control } of FACT_ROWS) {
    expect(commands(scene).map(({ bash }) => bash.startsWith('aws '))).toContain(true)
    expect(page).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//)
    const values = control.kind === 'choice' ? control.options.map(({ value }) => value) : ['111122223333']
    for (const value of [undefined, ...values]) expect(effect(value, scene)).toMatch(/^[A-Z].*\.$/)
  }
})

test('the management account matters for whose account it is', () => {
  const row = FACT_ROWS.find(({ name }) => name === 'managementAccount')
  const scene = factSceneOf([{ ...OBJECT, resourceAccount: '444455556666' }], ALICE, EMPTY_DRAFT, null)
  expect(row?.effect('111122223333', scene)).toMatch(/SCPs don’t apply/)
  expect(row?.effect('444455556666', scene)).toMatch(/RCPs don’t apply/)
  expect(row?.effect('777788889999', scene)).toMatch(/apply to both/)
})

test('grants on several keys are told to count for all of them', () => {
  const row = FACT_ROWS.find(({ name }) => name === 'kmsGrants')
  const effectOn = (...keys: readonly string[]) =>
    row?.effect(
      [],
      factSceneOf(
        keys.map((resource) => ({ ...DECRYPT, resource })),
        ALICE,
        EMPTY_DRAFT,
        null,
      ),
    )
  expect(effectOn(KEY, KEY)).not.toMatch(/every key/)
  expect(effectOn(KEY, `${KEY}5`)).toMatch(/every key/)
})
