import { describe, expect, it } from 'vitest'
import type { ContextValue } from '../../case/access-case'
import { CONDITION_OPERATORS, familyFacts } from '../../iam/condition-operators'
import { askedBy, KEYS } from '../../testing/arbitrary-condition'
import { evaluate } from '../evaluate'
import { vectorsIn } from '../../testing/read-vectors'

interface Vector {
  readonly expect: { readonly decision: string; readonly because?: readonly string[] }
}

const vectors = vectorsIn<Vector>('evaluation/vectors')

/** Null asks of the key itself, so that a set operator adds nothing to it. */
const OPERATORS = CONDITION_OPERATORS.filter(({ family, set }) => family !== 'null' || set === 'none')

/** Decisions of the vectors that name an operator among the reasons for an Allow. */
const decisionsFor = (name: string): ReadonlySet<string> =>
  new Set(
    vectors
      .filter(({ expect: { because } }) => because?.some((line) => line.startsWith(`  Allow: ${name} `)))
      .map(({ expect: { decision } }) => decision),
  )

/** Does a policy with one condition allow a request that carries this? */
function isMet(operator: string, key: string, value: string, context: Record<string, ContextValue>): boolean {
  const Condition = { [operator]: { [key]: [value] } }
  const document = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*', Condition } }
  const request = {
    principal: 'arn:aws:iam::111122223333:user/kim',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::bucket/key',
    context,
    absentContext: key in context ? [] : [key],
  }
  return evaluate({ version: 1, request, policies: { identity: [{ name: 'p', document }] } }).decision === 'allowed'
}

describe.each(OPERATORS)('$name', (operator) => {
  it('has a vector in which it holds and one in which it fails, each with its reason', () => {
    expect([...decisionsFor(operator.name)]).toEqual(expect.arrayContaining(['allowed', 'implicitDeny']))
  })

  it('is asked by the laws of values that meet it and of values that do not', () => {
    const { keys, values } = askedBy(operator)
    const met = keys.flatMap((key) =>
      [undefined, ...(KEYS[key] ?? [])].flatMap((one) => {
        const carried = one === undefined || operator.set === 'none' ? one : [one]
        return values.map((value) => isMet(operator.name, key, value, carried === undefined ? {} : { [key]: carried }))
      }),
    )
    expect(new Set(met)).toEqual(new Set([true, false]))
  })
})

describe('condition operators', () => {
  it('are met with IfExists and ForAllValues without the key, and negated ones plainly', () => {
    for (const { name, family, set, ifExists, negated } of OPERATORS) {
      if (family === 'null') continue
      const expected = ifExists || set === 'all' || (set === 'none' && negated)
      expect(isMet(name, 'shop:attribute', '1', {}), name).toBe(expected)
    }
  })

  it('of strict families have no opposite for their negation', () => {
    for (const { name, family, negated, opposite } of OPERATORS)
      if (negated) expect(opposite === null, name).toBe(familyFacts(family).isStrict)
  })
})
