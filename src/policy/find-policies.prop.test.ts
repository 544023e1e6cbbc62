import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseYaml } from '../text/parse-yaml'
import { findPolicies } from './find-policies'

const pieces = fc.constantFrom(
  ...[
    '{',
    '}',
    '[',
    ']',
    '"',
    ':',
    ',',
    '\\',
    '\n',
    ' ',
    '"Statement"',
    '"Effect"',
    '"Allow"',
    '"Action"',
    '"*"',
    '%7B',
    '//',
    '/*',
    '```',
  ],
  ...[
    'jsonencode(',
    'resource "aws_iam_policy" "p" {',
    'policy = ',
    '<<EOF',
    'EOF',
    '${',
    'Resources:',
    'Type: AWS::IAM::Policy',
    '- !Sub x',
    '&a',
    '*a',
  ],
)

describe('findPolicies', () => {
  it('throws on no string, and its spans lie in the text', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 60 }).map((list) => list.join('')),
    )
    fc.assert(
      fc.property(anything, (text) => {
        for (const { span } of findPolicies(text, { yaml: parseYaml })) {
          expect(span[0]).toBeGreaterThanOrEqual(0)
          expect(span[1]).toBeGreaterThan(span[0])
          expect(span[1]).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('finds a document again in whatever prose stands around it', () => {
    const document = JSON.stringify({ Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] })
    const prose = fc.string().filter((text) => !/["[{<`%]/.test(text))
    fc.assert(
      fc.property(prose, prose, (before, after) => {
        expect(
          findPolicies(`${before}\n${document}\n${after}`).map(({ text }) => JSON.parse(text) as unknown),
        ).toContainEqual(JSON.parse(document))
      }),
      { numRuns: 300 },
    )
  })
})
