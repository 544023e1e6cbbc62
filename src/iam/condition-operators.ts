/** What kind of values an operator compares. */
export type OperatorFamily =
  'string' | 'stringIgnoreCase' | 'stringLike' | 'numeric' | 'date' | 'bool' | 'binary' | 'ip' | 'arn' | 'null'

export type Comparison = 'equals' | 'lessThan' | 'lessThanEquals' | 'greaterThan' | 'greaterThanEquals'

/** A condition operator with its set operator and IfExists taken apart. */
export interface ConditionOperator {
  /** In AWS's spelling, complete. */
  readonly name: string
  /** The base operator in AWS's spelling. */
  readonly base: string
  readonly family: OperatorFamily
  readonly comparison: Comparison
  readonly negated: boolean
  readonly ifExists: boolean
  readonly set: 'none' | 'all' | 'any'
}

type Row = readonly [base: string, family: OperatorFamily, negated: boolean, comparison: Comparison]

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const ROWS: readonly Row[] = [
  ['StringEquals', 'string', false, 'equals'],
  ['StringNotEquals', 'string', true, 'equals'],
  ['StringEqualsIgnoreCase', 'stringIgnoreCase', false, 'equals'],
  ['StringNotEqualsIgnoreCase', 'stringIgnoreCase', true, 'equals'],
  ['StringLike', 'stringLike', false, 'equals'],
  ['StringNotLike', 'stringLike', true, 'equals'],
  ['NumericEquals', 'numeric', false, 'equals'],
  ['NumericNotEquals', 'numeric', true, 'equals'],
  ['NumericLessThan', 'numeric', false, 'lessThan'],
  ['NumericLessThanEquals', 'numeric', false, 'lessThanEquals'],
  ['NumericGreaterThan', 'numeric', false, 'greaterThan'],
  ['NumericGreaterThanEquals', 'numeric', false, 'greaterThanEquals'],
  ['DateEquals', 'date', false, 'equals'],
  ['DateNotEquals', 'date', true, 'equals'],
  ['DateLessThan', 'date', false, 'lessThan'],
  ['DateLessThanEquals', 'date', false, 'lessThanEquals'],
  ['DateGreaterThan', 'date', false, 'greaterThan'],
  ['DateGreaterThanEquals', 'date', false, 'greaterThanEquals'],
  ['Bool', 'bool', false, 'equals'],
  ['BinaryEquals', 'binary', false, 'equals'],
  ['IpAddress', 'ip', false, 'equals'],
  ['NotIpAddress', 'ip', true, 'equals'],
  ['ArnEquals', 'arn', false, 'equals'],
  ['ArnLike', 'arn', false, 'equals'],
  ['ArnNotEquals', 'arn', true, 'equals'],
  ['ArnNotLike', 'arn', true, 'equals'],
  ['Null', 'null', false, 'equals'],
]

const SETS = [
  ['', 'none'],
  ['ForAllValues:', 'all'],
  ['ForAnyValue:', 'any'],
] as const

/** Every operator by its lower-case spelling; Null takes no IfExists. */
const OPERATORS: ReadonlyMap<string, ConditionOperator> = new Map(
  ROWS.flatMap(([base, family, negated, comparison]) =>
    SETS.flatMap(([prefix, set]) =>
      (family === 'null' ? [''] : ['', 'IfExists']).map((suffix) => {
        const name = prefix + base + suffix
        return [name.toLowerCase(), { name, base, family, comparison, negated, ifExists: suffix !== '', set }] as const
      }),
    ),
  ),
)

const CANONICAL: ReadonlyMap<string, ConditionOperator> = new Map(
  [...OPERATORS.values()].map((operator) => [operator.name, operator]),
)

/** An operator as a policy spells it; null when there is none like it. Letter case is not told apart. */
export function parseOperator(text: string): ConditionOperator | null {
  return CANONICAL.get(text) ?? OPERATORS.get(text.toLowerCase()) ?? null
}

/** All base operators in AWS's spelling. */
export const BASE_OPERATORS: readonly string[] = ROWS.map(([base]) => base)

/** Do policy variables work in values of this family? The operators page says yes for Bool, the variables page no. */
export const takesVariables = (family: OperatorFamily): boolean =>
  family === 'string' ||
  family === 'stringIgnoreCase' ||
  family === 'stringLike' ||
  family === 'arn' ||
  family === 'bool'
