import { describe, expect, it } from 'vitest'
import { allow, policyText } from '../testing/statements'
import { isKeyPolicy } from './key-policy'

const WHO = { Principal: { Service: 'cloudtrail.amazonaws.com' } }

describe('the policy of a key', () => {
  it.each([
    ['it names actions of KMS alone', allow(['kms:Decrypt', 'kms:Encrypt'], '*', WHO)],
    ['one of them is misspelt', allow(['kms:DescribeKey', 'kms=GenerateDataKey*'], '*', WHO)],
  ])('is known where %s', (_, statement) => expect(isKeyPolicy(policyText(statement))).toBe(true))

  it.each([
    ['it names an action of another service too', allow(['kms:Decrypt', 's3:GetObject'], '*', WHO)],
    ['it names nobody', allow('kms:Decrypt', '*')],
    ['none of its actions is of KMS', allow('kms=Decrypt', '*', WHO)],
  ])('is another one where %s', (_, statement) => expect(isKeyPolicy(policyText(statement))).toBe(false))
})
