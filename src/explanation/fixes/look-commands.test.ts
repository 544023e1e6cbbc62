import { describe, expect, it } from 'vitest'
import { literal } from '../steps/script'
import { fetchesPolicy } from './look-commands'

const topic = ['aws', 'sns', 'get-topic-attributes', '--topic-arn', 'arn:aws:sns:eu-west-1:111122223333:harbor']

describe('a command that fetches the policy of a thing', () => {
  it('is one that asks for it, or for all that a topic has', () => {
    for (const words of [
      topic,
      [...topic, '--query', 'Attributes.Policy'],
      ['aws', 's3api', 'get-bucket-policy', '--bucket', 'harbor'],
      ['aws', 'kms', 'get-key-policy', '--key-id', 'k', '--policy-name', 'default'],
    ])
      expect(fetchesPolicy(literal(words))).toBe(true)
  })

  it('is none that shows another attribute, or what the caller may do', () => {
    for (const words of [
      [...topic, '--query', 'Attributes.KmsMasterKeyId'],
      ['aws', 's3api', 'get-bucket-encryption', '--bucket', 'harbor'],
      ['aws', 'sts', 'get-caller-identity'],
    ])
      expect(fetchesPolicy(literal(words))).toBe(false)
  })
})
