import { describe, expect, it } from 'vitest'
import { foldLayout, unfoldLayout } from './json-layout'

const policy = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: ['s3:Get*', 's3:List*'], Resource: [] }],
}

describe('foldLayout', () => {
  it.each([
    ['minified', JSON.stringify(policy)],
    ['by two spaces', JSON.stringify(policy, null, 2)],
    ['by four spaces', JSON.stringify(policy, null, 4)],
    ['by tabs', JSON.stringify(policy, null, '\t')],
    ['with CRLF', JSON.stringify(policy, null, 2).replaceAll('\n', '\r\n')],
  ])('needs one sign for JSON %s', (_, text) => {
    expect(foldLayout(text).slice(1)).toBe(JSON.stringify(policy))
    expect(unfoldLayout(foldLayout(text), text.length)).toBe(text)
  })

  it('marks arrays on one line', () => {
    const text = `{
  "Action": ["s3:GetObject", "s3:PutObject"],
  "Principal": { "AWS": "*" },
  "Resource": [
    "*"
  ]
}
`
    const folded = foldLayout(text)
    expect(unfoldLayout(folded, text.length)).toBe(text)
    expect(folded.length).toBeLessThan(JSON.stringify(JSON.parse(text)).length + 8)
  })

  it('stops at the limit', () => {
    expect(unfoldLayout(foldLayout(JSON.stringify(policy, null, 8)), 20)).toBeNull()
    const deep = foldLayout('[\n        []]') + '\x17['.repeat(5000)
    expect(unfoldLayout(deep, 100_000)).toBeNull()
  })
})
