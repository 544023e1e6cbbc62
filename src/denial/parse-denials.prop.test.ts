import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Denial } from './denial'
import { parseDenials } from './parse-denials'
import { readDenials } from './read-denials'

const RUNS = { numRuns: 150 }

/** Pieces that the grammar knows, so that random texts come near to real ones. */
const FRAGMENTS = [
  'User: arn:aws:iam::111122223333:user/ana',
  ' is not authorized to perform: ',
  's3:GetObject',
  ' on resource: ',
  '"arn:aws:s3:::docs-example/k"',
  ' because no identity-based policy allows the s3:GetObject action',
  ' with an explicit deny in a service control policy: arn:aws:organizations::1:policy/o/p',
  'AccessDeniedException: ',
  'An error occurred (AccessDenied) when calling the GetObject operation: ',
  'Encoded authorization failure message: ',
  'aB3_'.repeat(40),
  '{"eventName":"GetObject","eventSource":"s3.amazonaws.com","errorCode":"AccessDenied","errorMessage":"',
  '"allowed":false,"explicitDeny":true,"matchedStatements":{"items":[',
  '"evaluations":[{"evaluatedEffect":"EXPLICIT_DENY","matchedPolicies":[',
  '\\"',
  '\n',
  '\n│ ',
  '{',
  '}"',
  '\u001b[31m',
  '&quot;',
  '```',
  '**',
  '<',
  '...',
]

const noise = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ maxLength: 40 }))
const texts = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...FRAGMENTS) }, noise), { maxLength: 30 })
  .map((parts) => parts.join(''))

const users = fc.stringMatching(/^[a-z]{3,9}$/)
const messages = fc
  .record({ user: users, action: fc.constantFrom('GetObject', 'PutObject', 'DeleteObject'), key: users })
  .map(
    ({ user, action, key }) =>
      `User: arn:aws:iam::111122223333:user/${user} is not authorized to perform: s3:${action} on resource: "arn:aws:s3:::docs-example/${key}" because no identity-based policy allows the s3:${action} action`,
  )

const essence = (denial: Denial) => [denial.principal, denial.action, denial.resource, denial.decision, denial.layer]

describe('any text', () => {
  it('is read without a failure, and everything marked lies in it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const denial of parseDenials(text)) {
          for (const [start, end] of [denial.span, ...Object.values(denial.parts).flat()]) {
            expect(start).toBeGreaterThanOrEqual(0)
            expect(end).toBeGreaterThanOrEqual(start)
            expect(end).toBeLessThanOrEqual(text.length)
          }
        }
      }),
      RUNS,
    )
  })

  it('gives plain JSON', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const denials = parseDenials(text)
        expect(JSON.parse(JSON.stringify(denials))).toEqual(denials)
      }),
      RUNS,
    )
  })
})

describe('several denials', () => {
  it('are found in their order, each once', () => {
    fc.assert(
      fc.property(fc.uniqueArray(messages, { maxLength: 8 }), (list) => {
        const alone = list.flatMap((message) => parseDenials(message).map(essence))
        expect(parseDenials(list.join('\n\n')).map(essence)).toEqual(alone)
      }),
      RUNS,
    )
  })

  it('that repeat are counted', () => {
    fc.assert(
      fc.property(messages, fc.integer({ min: 2, max: 6 }), (message, times) => {
        const denials = parseDenials(Array.from({ length: times }, () => message).join('\n'))
        expect(denials).toHaveLength(1)
        expect(denials[0]?.repeats).toBe(times)
      }),
      RUNS,
    )
  })

  it('are found wherever the borders of the stretches of a long text fall', () => {
    fc.assert(
      fc.property(messages, messages, fc.integer({ min: 130_000, max: 150_000 }), (first, second, gap) => {
        const line = '2024-01-01T00:00:00Z INFO nothing happened\n'
        const filler = line.repeat(Math.ceil(gap / line.length))
        const text = `${first}\n${filler}${second}\n`
        const expected = first === second ? [first] : [first, second]
        expect(parseDenials(text).map(essence)).toEqual(expected.flatMap((m) => parseDenials(m).map(essence)))
      }),
      { numRuns: 20 },
    )
  })
})

it('a long text is read step by step, to its end', () => {
  const text = 'INFO nothing happened\n'.repeat(40_000)
  const steps = [...readDenials(text)]
  expect(steps.length).toBeGreaterThan(3)
  expect(steps.at(-1)).toMatchObject({ read: text.length, total: text.length })
  expect(steps.every((step, i) => step.read > (steps[i - 1]?.read ?? 0))).toBe(true)
})
