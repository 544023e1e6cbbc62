import { describe, expect, it } from 'vitest'
import { areNear } from './pair-finder'
import { arnDifference } from './arn-differences'
import { withoutPolicies } from './places'

describe('two names that are nearly the same', () => {
  it.each([
    ['the case of a letter', 'AuditReadOnly', 'AuditReadonly'],
    ['what stands between the words', 'tea_prod', 'tea-prod'],
    ['an id behind the name', 'brew-fn-role', 'brew-fn-role-q1w2'],
    ['one letter', 'invoices', 'invoces'],
  ])('differ in %s', (_, one, other) => {
    expect(areNear(one, other)).toBe(true)
  })

  it.each([
    ['names of their own', 'gardener', 'brew-fn-role'],
    ['a short beginning', 'app', 'app-worker'],
    ['a stage', 'orders-dev', 'orders-prod'],
  ])('but not %s', (_, one, other) => {
    expect(areNear(one, other)).toBe(false)
  })
})

describe('two ARNs', () => {
  const arn = (region: string, account: string, name: string) => `arn:aws:sns:${region}:${account}:${name}`
  const here = arn('eu-west-1', '111122223333', 'steep')

  it('differ in the one part that is another', () => {
    expect(arnDifference(here, arn('us-east-1', '111122223333', 'steep'))?.part).toBe('region')
    expect(arnDifference(here, arn('eu-west-1', '444455556666', 'steep'))?.part).toBe('account')
    expect(arnDifference(here, arn('eu-west-1', '111122223333', 'stir'))?.part).toBe('resource')
  })

  it('tell nothing where several parts differ, none does, or a part is hidden', () => {
    expect(arnDifference(here, arn('us-east-1', '444455556666', 'steep'))).toBeNull()
    expect(arnDifference(here, here)).toBeNull()
    expect(arnDifference(here, arn('*', '111122223333', 'steep'))).toBeNull()
  })
})

it('what stands in a policy is no place of the text, and each line keeps its number', () => {
  const policy = '{\n  "Statement": [\n    { "Effect": "Allow", "Resource": "arn:aws:s3:::leaves" }\n  ]\n}'
  const rest = withoutPolicies(`one\n${policy}\nfive arn:aws:s3:::leaf`)
  expect(rest).not.toContain('leaves')
  expect(rest.split('\n')[6]).toBe('five arn:aws:s3:::leaf')
})
