import { describe, expect, it } from 'vitest'
import { policyPieces } from './policy-tokens'

const told = (line: string) => policyPieces(line).flatMap(({ text, token }) => (token === null ? [] : [[text, token]]))

describe('policyPieces', () => {
  it('tells names, values and the two effects of a policy apart', () => {
    expect(told('  "Effect": "Deny", "Sid": "Allow",')).toEqual([
      ['"Effect"', 'key'],
      [':', 'delimiter'],
      ['"Deny"', 'deny'],
      [',', 'delimiter'],
      ['"Sid"', 'key'],
      [':', 'delimiter'],
      ['"Allow"', 'allow'],
      [',', 'delimiter'],
    ])
  })

  it('takes a quote that is escaped, or that nothing closes, into the value', () => {
    expect(told('"a\\"b", "open')).toEqual([
      ['"a\\"b"', 'string'],
      [',', 'delimiter'],
      ['"open', 'string'],
    ])
  })

  it('loses no character, whatever the line is', () => {
    for (const line of [
      '',
      '   ',
      'resource "aws_iam_policy" {',
      '"'.repeat(50),
      `"${'\\'.repeat(99)}`,
      '"'.padEnd(5000),
    ])
      expect(policyPieces(line).reduce((whole, { text }) => whole + text, '')).toBe(line)
  })
})
