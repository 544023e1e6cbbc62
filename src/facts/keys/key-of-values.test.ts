import { describe, expect, it } from 'vitest'
import { keyOfValues } from './key-of-values'

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
describe('the key that holds the values of a test', () => {
  it.each([
    ['aws:sourceVpce', 'vpc-0a1b2c3d4e5f60718', 'aws:SourceVpc'],
    ['aws:SourceVpc', 'vpce-0a1b2c3d4e5f60718', 'aws:SourceVpce'],
    ['aws:SourceArn', '111122223333', 'aws:SourceAccount'],
    ['aws:PrincipalOrgID', 'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/', 'aws:PrincipalOrgPaths'],
    ['aws:PrincipalOrgID', '111122223333', 'aws:PrincipalAccount'],
  ])('is another one of %s where they are like %s', (key, value, meant) => {
    expect(keyOfValues(key, [value], 'string')).toBe(meant)
  })

  it.each([
    ['the key holds one of them', 'aws:SourceVpce', ['vpc-0a1b2c3d', 'vpce-0a1b2c3d']],
    ['they are of two kinds', 'aws:SourceVpce', ['vpc-0a1b2c3d', '111122223333']],
    ['a template fills one in', 'aws:SourceVpce', ['${VpcId}']],
    ['no key has such values', 'aws:SourceVpce', ['subnet-0a1b2c3d']],
    ['the key may hold anything', 'aws:SourceIdentity', ['vpc-0a1b2c3d']],
    ['nothing is asked for', 'aws:SourceVpce', []],
  ])('is none where %s', (_, key, values) => {
    expect(keyOfValues(key, values, 'string')).toBeNull()
  })
})
