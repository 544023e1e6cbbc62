import { describe, expect, it } from 'vitest'
import type { ElementResult } from '../../evaluation/evaluation'
import { plainText } from '../../text/phrase'
import { knownLimit } from './conditions'

/** A Deny on all but one value of a key, of a request that came through an endpoint. */
const denyUnless = (key: string, value: string): string => {
  const test = {
    element: 'Condition',
    matches: 'yes',
    reason: 'condition-met',
    span: null,
    values: [{ text: value }],
    operator: 'StringNotEquals',
    key,
    actual: ['vpce-0a1b2c3d4e5f60718'],
  } as unknown as ElementResult
  return plainText(knownLimit(test) ?? [])
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourcevpce
describe('what a Deny on all but some values lets through', () => {
  it('is the endpoint that it names', () => {
    expect(denyUnless('aws:SourceVpce', 'vpce-0f1e2d3c4b5a69788')).toMatch(
      /^allows only requests through the VPC endpoint vpce-0f1e2d3c4b5a69788; this one came through vpce-0a1b2c3d4e5f60718$/,
    )
  })

  it('is nothing where the key never has such a value: a VPC is no endpoint', () => {
    expect(denyUnless('aws:SourceVpce', 'vpc-0f1e2d3c4b5a69788')).toBe(
      'allows only requests whose aws:SourceVpce is vpc-0f1e2d3c4b5a69788, and none has that: such a value is one of aws:SourceVpc',
    )
  })
})
