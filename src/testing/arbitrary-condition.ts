import fc from 'fast-check'
import type { ContextValue } from '../case/access-case'
import { isMultivaluedKey } from '../facts/keys/condition-keys'
import type { KeyType } from '../iam/key-type'
import { CONDITION_OPERATORS, familyFacts, type ConditionOperator } from '../iam/condition-operators'

/** Generated conditions and context for the laws: few keys and values, so that they meet often. */

const A = '111122223333'

/** Values that requests carry. */
export const KEYS: Readonly<Record<string, readonly string[]>> = {
  'aws:SourceIp': ['203.0.113.7', '198.51.100.1', '2001:db8::1'],
  'aws:MultiFactorAuthPresent': ['true', 'false'],
  'aws:PrincipalTag/team': ['red', 'blue', 'Red', '*', ''],
  'aws:RequestedRegion': ['eu-west-1', 'us-east-1'],
  'aws:PrincipalOrgID': ['o-one', 'o-two'],
  'aws:PrincipalOrgPaths': ['o-one/r-ab12/ou-ab12-11111111/', 'o-two/r-cd34/'],
  'aws:MultiFactorAuthAge': ['10', '3600', '3600.0'],
  'aws:CurrentTime': ['2026-06-01T00:00:00Z', '2027-01-01T00:00:00Z'],
  'aws:SourceArn': [`arn:aws:s3:::bucket`, `arn:aws:sns:eu-west-1:${A}:topic`],
  'aws:TagKeys': ['team', 'env'],
  'aws:userid': ['AIDACKCEVSQ6C2EXAMPLE', 'AROADBQP57FF2AEXAMPLE:s1'],
  'app:Any': ['203.0.113.7', 'no address', '3600', `arn:aws:s3:::bucket`, 'red', 'true', '2026-06-01', '*', '', 'cmVk'],
  'app:List': ['team', 'env', 'true', 'other', 'cmVk'],
}

interface Asked {
  readonly keys: readonly string[]
  readonly values: readonly string[]
}

/** What operators ask that are meant for keys of a type; `any`: those that are meant for none. */
const ASKED: Readonly<Record<KeyType | 'any', Asked>> = {
  string: {
    keys: [
      'aws:PrincipalTag/team',
      'aws:RequestedRegion',
      'aws:PrincipalOrgID',
      'aws:PrincipalOrgPaths',
      'aws:SourceIp',
      'aws:SourceArn',
      'aws:PrincipalArn',
      'app:Any',
    ],
    values: [
      'red',
      'RED',
      'Blue',
      'eu-west-1',
      'o-one',
      'o-one/*',
      'team',
      'env',
      'ed',
      '*',
      'r*',
      '?ed',
      '*e*',
      'eu-*',
      '*app/*',
      '*/deep/*',
      `arn:aws:iam::${A}:role/app/Reader`,
      '${aws:PrincipalTag/team}',
      '${aws:PrincipalTag/team}*',
      '*/${aws:PrincipalTag/team}/Reader',
      '${aws:PrincipalOrgID}',
    ],
  },
  numeric: { keys: ['aws:MultiFactorAuthAge', 'app:Any'], values: ['3600', '20', '10.0', 'x'] },
  date: { keys: ['aws:CurrentTime', 'app:Any'], values: ['2026-07-01', '2026-06-01', '1780272000', 'x'] },
  bool: { keys: ['aws:MultiFactorAuthPresent', 'app:Any', 'app:List'], values: ['true', 'false'] },
  ip: {
    keys: ['aws:SourceIp', 'app:Any'],
    values: ['203.0.113.0/24', '198.51.100.0/24', '0.0.0.0/0', '2001:db8::/32', 'x'],
  },
  arn: {
    keys: ['aws:SourceArn', 'aws:PrincipalArn', 'app:Any'],
    values: [
      'arn:aws:s3:::*',
      'arn:aws:s3:::bucket',
      `arn:aws:iam::${A}:role/Reader`,
      'arn:aws:iam::*:role/*',
      'arn:aws:iam::*:role/*/deep/R*',
      'arn:aws:iam::*:role/?pp/Reader',
      '*:role/a*',
      'no arn',
    ],
  },
  any: { keys: ['aws:PrincipalTag/team', 'aws:SourceIp', 'aws:TagKeys', 'app:Any'], values: ['true', 'false', 'cmVk'] },
}

/** Keys that hold lists, which set operators are for. */
const LIST_KEYS = ['aws:TagKeys', 'app:List']

/** The keys that an operator asks in generated policies, and the values that it compares them with. */
export function askedBy({ family, set }: ConditionOperator): Asked {
  const { keys, values } = ASKED[familyFacts(family).keyType ?? 'any']
  return { keys: set === 'none' ? keys : [...LIST_KEYS, ...keys], values }
}

/** One or two of the values. */
export const oneOrMore = (values: readonly string[]): fc.Arbitrary<string[]> =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 2 })

const PLAIN = CONDITION_OPERATORS.filter(({ set }) => set === 'none')
const OF_SETS = CONDITION_OPERATORS.filter(({ set }) => set !== 'none')

const condition = fc
  .oneof({ weight: 3, arbitrary: fc.constantFrom(...PLAIN) }, { weight: 1, arbitrary: fc.constantFrom(...OF_SETS) })
  .chain((operator) => {
    const { keys, values } = askedBy(operator)
    return fc
      .tuple(fc.constantFrom(...keys), oneOrMore(values))
      .map(([key, list]) => ({ [operator.name]: { [key]: list } }))
  })

/** The conditions of a statement: none, one, or two. */
export const conditions: fc.Arbitrary<object | undefined> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(undefined) },
  { weight: 2, arbitrary: condition },
  { weight: 1, arbitrary: fc.tuple(condition, condition).map(([a, b]) => ({ ...a, ...b })) },
)

/** Values that no generated policy names. */
const ODD = ['anything', 'true', '10', 'arn:aws:s3:::other', '10.0.0.1', 'é']

/** A value for a context key, such as AWS could give it. */
export const arbitraryValue = (key: string): fc.Arbitrary<ContextValue> => {
  const one = fc.constantFrom(...(KEYS[key] ?? ['x']))
  const list = fc.uniqueArray(one, { minLength: 1, maxLength: 2 })
  if (isMultivaluedKey(key.toLowerCase())) return list
  if (key === 'app:List') return fc.oneof(one, list)
  if (key !== 'app:Any' && key !== 'aws:PrincipalTag/team') return one
  return fc.oneof({ weight: 12, arbitrary: one }, { weight: 2, arbitrary: fc.constantFrom(...ODD) })
}

const contextOf = (keys: readonly string[]): fc.Arbitrary<Record<string, ContextValue>> =>
  fc
    .tuple(...keys.map((key) => fc.option(arbitraryValue(key), { nil: undefined, freq: 2 })))
    .map((values) => Object.fromEntries(keys.flatMap((key, i) => (values[i] === undefined ? [] : [[key, values[i]]]))))

/** Keys that no principal says of itself. */
export const OPEN_KEYS = Object.keys(KEYS)

/** Values for some of the keys. */
export const context = contextOf(OPEN_KEYS)
