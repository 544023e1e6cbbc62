import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { EMPTY_DRAFT } from '../draft'
import { readAccount, readCanonicalUser, readGrants, readUserArn, setFact, writeGrants } from './edit-facts'

const ROLE = 'arn:aws:iam::111122223333:role/app'

describe('setFact', () => {
  it('sets a fact and takes it back', () => {
    const set = setFact(EMPTY_DRAFT, 'managementAccount', '111122223333')
    expect(set.facts).toEqual({ managementAccount: '111122223333' })
    expect(setFact(set, 'managementAccount', undefined).facts).toEqual({})
    expect(setFact(EMPTY_DRAFT, 'managementAccount', undefined)).toBe(EMPTY_DRAFT)
  })

  it('keeps the other facts', () => {
    const set = setFact(setFact(EMPTY_DRAFT, 's3RestrictPublicBuckets', false), 'kmsKeyManager', 'aws')
    expect(set.facts).toEqual({ s3RestrictPublicBuckets: false, kmsKeyManager: 'aws' })
  })

  it('changes nothing for a value that does not fit', () => {
    expect(setFact(EMPTY_DRAFT, 's3ObjectOwner', '12')).toBe(EMPTY_DRAFT)
    expect(setFact(EMPTY_DRAFT, 'endpointType', 'other' as never)).toBe(EMPTY_DRAFT)
  })
})

test('an account is read with and without dashes', () => {
  expect(readAccount(' 1111-2222-3333 ')).toEqual({ value: '111122223333' })
  expect(readAccount('')).toEqual({ value: undefined })
  expect(readAccount('11112222333')).toEqual({ problem: 'An account id has 12 digits.' })
})

test('only the ARN of an IAM user made a federated session', () => {
  expect(readUserArn('arn:aws:iam::111122223333:user/team/alice')).toHaveProperty('value')
  expect(readUserArn(ROLE)).toHaveProperty('problem')
  expect(readUserArn('alice')).toHaveProperty('problem')
})

test('a canonical user id has 64 hexadecimal digits', () => {
  expect(readCanonicalUser(`${'AB'.repeat(32)}\n`)).toEqual({ value: 'ab'.repeat(32) })
  expect(readCanonicalUser('ab')).toHaveProperty('problem')
})

describe('readGrants', () => {
  it('reads one grant a line', () => {
    expect(readGrants(`${ROLE} Decrypt, kms:GenerateDataKey\n\nec2.amazonaws.com CreateGrant`)).toEqual({
      value: [
        { grantee: ROLE, operations: ['Decrypt', 'GenerateDataKey'] },
        { grantee: 'ec2.amazonaws.com', operations: ['CreateGrant'] },
      ],
    })
  })

  it('reads what the command prints', () => {
    const printed = { Grants: [{ KeyId: 'k', GranteePrincipal: ROLE, Operations: ['Decrypt'], Constraints: {} }] }
    expect(readGrants(JSON.stringify(printed, null, 4))).toEqual({
      value: [{ grantee: ROLE, operations: ['Decrypt'] }],
    })
    expect(readGrants('{ "Grants": [] }')).toEqual({ value: [] })
  })

  it.each([[ROLE], ['alice Decrypt'], ['{ "Grants": 5 }'], ['{ broken'], ['[{"GranteePrincipal": 5}]']])(
    'says what is wrong with %s',
    (text) => {
      expect(readGrants(text)).toHaveProperty('problem')
    },
  )

  it('reads what it writes', () => {
    const grant = fc.record({
      grantee: fc.constantFrom(ROLE, 'ec2.amazonaws.com', '111122223333'),
      operations: fc.array(fc.constantFrom('Decrypt', 'Encrypt', 'CreateGrant'), { minLength: 1, maxLength: 3 }),
    })
    fc.assert(
      fc.property(fc.array(grant, { minLength: 1, maxLength: 5 }), (grants) => {
        expect(readGrants(writeGrants(grants))).toEqual({ value: grants })
      }),
    )
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void readGrants(text)))
  })
})
