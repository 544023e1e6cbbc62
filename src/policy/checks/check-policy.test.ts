import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BUILT_REFERENCE } from '../../../.ci/built-reference'
import { NO_REFERENCE, type Reference } from '../../reference/reference'
import { parsePolicy } from '../parse-policy'
import type { QuickFix } from './check'
import { CHECK_MESSAGES } from './check-messages'
import { CHECKS, checkPolicy } from './check-policy'
import { QUICK_FIX_MESSAGES } from './fix-messages'
import type { Layer } from '../../iam/layers'
import { vectorsIn } from '../../testing/read-vectors'

interface CheckVector {
  readonly code: string
  readonly type: Layer
  /** The statements, or a whole policy, in which the check fires. */
  readonly fires: object
  readonly quiet: object
  /** The text that the finding points at, or "whole". */
  readonly at?: string
  /** What stands in the text once the first fix is applied. */
  readonly fixed?: string
  /** Other policies of the same holder, by name, beside both. */
  readonly beside?: Readonly<Record<string, object>>
  /** How many copies of the first statement make the policy; {n} in it is the number. */
  readonly repeat?: number
}

const FIELDS = ['code', 'type', 'fires', 'quiet', 'at', 'fixed', 'repeat', 'beside']
const VECTORS = vectorsIn<CheckVector>('policy/vectors/checks')

function textOf(policy: object, repeat = 1): string {
  if (!Array.isArray(policy)) return JSON.stringify(policy, null, 2)
  const statements =
    repeat === 1
      ? policy
      : Array.from(
          { length: repeat },
          (_, n) => JSON.parse(JSON.stringify(policy[0]).replace('{n}', String(n))) as unknown,
        )
  return JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)
}

const check = (text: string, type: Layer, reference: Reference = BUILT_REFERENCE, beside: CheckVector['beside'] = {}) =>
  checkPolicy(parsePolicy(text, type), {
    type,
    text,
    reference,
    beside: Object.entries(beside).map(([name, each]) => ({ name, policy: parsePolicy(textOf(each), type) })),
  })

const apply = (text: string, { edits }: QuickFix) =>
  edits
    .toSorted((a, b) => b.span[0] - a.span[0])
    .reduce((done, edit) => done.slice(0, edit.span[0]) + edit.text + done.slice(edit.span[1]), text)

describe('checkPolicy', () => {
  it.each(VECTORS.map((vector, index) => [`${vector.code} #${index}`, vector] as const))('%s', (_, vector) => {
    expect(Object.keys(vector).filter((field) => !FIELDS.includes(field))).toEqual([])
    const text = textOf(vector.fires, vector.repeat)
    const found = check(text, vector.type, BUILT_REFERENCE, vector.beside).filter(({ code }) => code === vector.code)
    expect(found.length).toBeGreaterThan(0)
    const [first] = found
    if (vector.at) expect(text.slice(...(first?.span ?? [0, 0]))).toBe(vector.at === 'whole' ? text : vector.at)
    expect(
      check(textOf(vector.quiet), vector.type, BUILT_REFERENCE, vector.beside).map(({ code }) => code),
    ).not.toContain(vector.code)
    if (vector.fixed) expect(first?.fixes.length).toBeGreaterThan(0)
    for (const fix of first?.fixes ?? []) {
      const changed = apply(text, fix)
      expect(() => JSON.parse(changed) as unknown).not.toThrow()
      expect(
        check(changed, vector.type, BUILT_REFERENCE, vector.beside).filter(({ code }) => code === vector.code).length,
      ).toBeLessThan(found.length)
    }
    if (vector.fixed) expect(apply(text, first!.fixes[0]!)).toContain(vector.fixed)
  })

  it('has a vector, a message and an AWS page for every check', () => {
    const codes = [...new Set(CHECKS.map(({ code }) => code))].toSorted()
    expect(codes).toEqual(Object.keys(CHECK_MESSAGES).toSorted())
    expect([...new Set(VECTORS.map(({ code }) => code))].toSorted()).toEqual(codes)
    expect(codes.filter((code) => !CHECK_MESSAGES[code].page.startsWith('https://docs.aws.amazon.com/'))).toEqual([])
  })

  it('gives each sentence the facts that it speaks of', () => {
    const names = (sentence: string) => [...sentence.matchAll(/\{([a-z]\w*)\}/gi)].map(([, name = '']) => name)
    const missing = VECTORS.flatMap(({ type, fires, repeat, beside }) =>
      check(textOf(fires, repeat), type, BUILT_REFERENCE, beside).flatMap(({ code, data, fixes }) => [
        ...names(CHECK_MESSAGES[code].sentence)
          .filter((name) => !(name in data))
          .map((name) => `${code}: ${name}`),
        ...fixes.flatMap((fix) => names(QUICK_FIX_MESSAGES[fix.code]).filter((name) => !(name in fix.data))),
      ]),
    )
    expect(missing).toEqual([])
  })

  it('says nothing of actions and keys while the reference is not loaded', () => {
    for (const { type, fires, repeat } of VECTORS) {
      const text = textOf(fires, repeat)
      const withAll = check(text, type).map(({ code }) => code)
      expect(check(text, type, NO_REFERENCE).filter(({ code }) => !withAll.includes(code))).toEqual([])
    }
    const unknown = textOf([{ Effect: 'Allow', Action: 'nope:Nope', Resource: '*' }])
    expect(check(unknown, 'identity', NO_REFERENCE)).toEqual([])
    expect(check(unknown, 'identity').map(({ code }) => code)).toEqual(['action-unknown-service'])
  })

  it('believes AWS where its own message names an action that the reference lacks', () => {
    const text = textOf([{ Effect: 'Allow', Action: 'ssm:CreateNewThing', Resource: '*' }])
    const found = (namedByAws: readonly string[]) =>
      checkPolicy(parsePolicy(text, 'identity'), { type: 'identity', text, reference: BUILT_REFERENCE, namedByAws })
        .filter(({ code }) => code === 'action-unknown')
        .map(({ data }) => data.date)
    expect(found(['ssm:createnewthing'])).toEqual([])
    expect(found(['ssm:GetParameter'])).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\d$/)])
  })

  it('never throws, and every span lies in the text', () => {
    const types = ['identity', 'boundary', 'session', 'scp', 'rcp', 'resource', 'trust', 'endpoint'] as const
    const texts = VECTORS.map(({ fires }) => textOf(fires))
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.constantFrom(...types),
        fc.nat(2000),
        fc.nat(40),
        (text, type, at, length) => {
          const start = Math.min(at, text.length)
          const broken = text.slice(0, start) + text.slice(start + length)
          return check(broken, type).every(
            ({ span }) => span === null || (span[0] <= span[1] && span[1] <= broken.length),
          )
        },
      ),
      { numRuns: 400 },
    )
  })
})
