import { expect, it } from 'vitest'
import { testsIn } from './condition-json'

it('reads the numbers and truth values of a condition as the texts that IAM compares', () => {
  expect(
    testsIn({
      Bool: { 'aws:MultiFactorAuthPresent': true },
      NumericLessThan: { 's3:max-keys': [10, '20'] },
      StringEquals: { 'aws:PrincipalTag/team': 'blue' },
    }),
  ).toEqual([
    ['aws:MultiFactorAuthPresent', ['true']],
    ['s3:max-keys', ['10', '20']],
    ['aws:PrincipalTag/team', ['blue']],
  ])
})
