import { expect, it } from 'vitest'
import { keyOfAws } from './key-of-aws'

const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/0d9c8b7a-1111-4222-8333-944455556666'

it('is told by the key’s manager, or by the alias that KMS keeps for the key of a service', () => {
  expect(keyOfAws({ error: `${KEY}\nKeyId alias/aws/kinesis` })).toBe('alias/aws/kinesis')
  expect(keyOfAws({ error: KEY, facts: { kmsKeyManager: 'aws' } })).toBe('KeyManager')
})

it('is none where the manager is the customer, where two keys are named, or where no alias is', () => {
  expect(keyOfAws({ error: 'KeyId alias/aws/kinesis', facts: { kmsKeyManager: 'customer' } })).toBeNull()
  expect(keyOfAws({ error: `${KEY} ${KEY.replace('0d9', '1d9')} alias/aws/kinesis` })).toBeNull()
  expect(keyOfAws({ error: `${KEY} alias/orders` })).toBeNull()
})
