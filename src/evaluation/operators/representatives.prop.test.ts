import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CONDITION_OPERATORS, familyFacts } from '../../iam/condition-operators'
import type { VariablePart } from '../../iam/policy-variables'
import type { EvaluatedRequest } from '../compile/request'
import { fittingValues } from '../match/expand-variables'
import { compileValue, readRequestValue } from './comparisons'
import { statesOf } from './representatives'

const numRuns = Number(process.env.LAWS_RUNS ?? 300)
const POSITIVE = CONDITION_OPERATORS.filter(
  ({ negated, ifExists, set, family }) => !negated && !ifExists && set === 'none' && family !== 'null',
)

const characters = (from: string, maxLength: number) =>
  fc.array(fc.constantFrom(...from), { maxLength }).map((chars) => chars.join(''))

/** Texts that often equal, begin, end or pattern each other, in the shape of each type of key. */
const TEXTS = fc.oneof(
  characters('aA*?', 4),
  characters('aA*?', 2).map((text) => `arn:aws:s3:::${text}`),
  characters('0123456789.', 4),
  fc.integer({ min: 0, max: 40 }).map((last) => `10.0.0.${last}`),
  fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 24, max: 32 })).map(([a, b]) => `10.0.0.${a}/${b}`),
  fc.constantFrom('true', 'TRUE', 'false', '2026-01-01', '2026-01-01T00:00:00.001Z', '::', '2001:db8::/32'),
)

const fits = (operator: (typeof POSITIVE)[number], policyText: string, asked: string): boolean =>
  compileValue(operator, [{ text: policyText, literal: false }]).fits(readRequestValue(operator.family, asked))

describe.each(POSITIVE)('$name', (operator) => {
  const { family } = operator

  test('has representatives that are answered as any value is, beside another operator too', () => {
    const property = fc.property(
      fc.uniqueArray(TEXTS, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(operator, ...POSITIVE),
      TEXTS,
      fc.boolean(),
      (policyTexts, beside, other, longer) => {
        const asked = longer ? `a${policyTexts[0] ?? ''}` : other
        const tests = [operator, beside]
        const probes = tests.map((one) => ({
          family: one.family,
          core: '',
          negated: false,
          set: false,
          texts: policyTexts,
          literalWildcards: false,
        }))
        const { samples, complete } = statesOf('shop:attribute', false, probes, [])
        if (!complete) return
        const answers = (text: string) => tests.flatMap((one) => policyTexts.map((value) => fits(one, value, text)))
        const found = samples.flatMap((sample) => (sample === 'absent' ? [] : [answers(sample.values[0] ?? '')]))
        expect(found, asked).toContainEqual(answers(asked))
      },
    )
    fc.assert(property, { numRuns })
  })

  if (familyFacts(family).takesVariables && familyFacts(family).fitsAsSpelled)
    test('lists every value of a variable under which it holds', () => {
      const key = 'shop:name'
      const property = fc.property(
        characters('ab*', 2),
        characters('ab', 3),
        characters('ab*', 2),
        characters('ab', 5),
        fc.boolean(),
        (before, value, after, rest, isArn) => {
          const start = isArn ? `arn:aws:s3:::${before}` : before
          const wanted = isArn ? `arn:aws:s3:::${rest}` : rest
          const variable: VariablePart = { kind: 'variable', key, lowerKey: key, fallback: null }
          const parts: VariablePart[] = [
            ...(start === '' ? [] : [{ kind: 'text' as const, text: start }]),
            variable,
            ...(after === '' ? [] : [{ kind: 'text' as const, text: after }]),
          ]
          const asked = readRequestValue(family, wanted)
          const request = { find: () => 'absent' } as unknown as EvaluatedRequest
          const all = fittingValues(parts, key, wanted, request, (ready) => compileValue(operator, ready).fits(asked))
          const expanded = parts.map((part) =>
            part.kind === 'text' ? { text: part.text, literal: false } : { text: value, literal: true },
          )
          if (all !== null && compileValue(operator, expanded).fits(asked)) expect(all.values).toContain(value)
        },
      )
      fc.assert(property, { numRuns })
    })
})
