import { splitArn } from './arn'
import type { KeyType } from './key-type'
import { parseDecimal } from './decimal'
import { parseInstant } from './instant'
import { parseIpRange } from './ip-address'

/** How a value is held against the policy's value: equal (or like it, or in its range), or on one side of it. */
export type Comparison = 'equals' | 'lessThan' | 'lessThanEquals' | 'greaterThan' | 'greaterThanEquals'

/** What holds for all operators that compare the same kind of values. */
interface FamilyFacts {
  /** The type of key that the operators are meant for; null: any, or none that AWS documents a key of. */
  readonly keyType: KeyType | null
  /**
   * Do policy variables work in their values?
   * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-wheretouse
   */
  readonly takesVariables: boolean
  /** Are `*` and `?` wildcards in their values? */
  readonly takesWildcards: boolean
  /** Can a text fit a value in one spelling only, from its first character to its last? */
  readonly fitsAsSpelled: boolean
  /**
   * Text of a request that cannot be read as such a value meets neither the operator nor its negation; false where it
   * is merely unequal.
   */
  readonly isStrict: boolean
  /** Is this policy value well formed? Null: any text is. */
  readonly isWellFormed: ((text: string) => boolean) | null
  /** What IAM does with a policy value that is not well formed: it refuses it, or stores it and takes it for false. */
  readonly malformed: 'refused' | 'false'
  /** Do the values name things, so that one more of them lets one more thing in? */
  readonly listsThings: boolean
  /**
   * Which values keep an Allow for everyone from being public by S3's reading: texts without wildcards, or narrow ranges.
   * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
   */
  readonly fixes: 'text' | 'range' | null
}

const TEXT = {
  keyType: 'string',
  takesVariables: true,
  takesWildcards: false,
  fitsAsSpelled: true,
  isStrict: false,
  isWellFormed: null,
  malformed: 'refused',
  listsThings: true,
  fixes: 'text',
} as const satisfies FamilyFacts

const MEASURE = { ...TEXT, takesVariables: false, listsThings: false, fixes: null } as const satisfies FamilyFacts

const isTruth = (text: string): boolean => /^(?:true|false)$/i.test(text)
const isBase64 = (text: string): boolean => text.length % 4 === 0 && /^[A-Z0-9+/]*={0,2}$/i.test(text)
const isArnPattern = (text: string): boolean =>
  text === '*' || text.includes('${') || (text.startsWith('arn:') && splitArn(text) !== null) || /^[*?]/.test(text)

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const FAMILIES = {
  string: TEXT,
  stringIgnoreCase: { ...TEXT, fitsAsSpelled: false },
  stringLike: { ...TEXT, takesWildcards: true },
  numeric: { ...MEASURE, keyType: 'numeric', isWellFormed: (text) => parseDecimal(text) !== null },
  date: { ...MEASURE, keyType: 'date', isWellFormed: (text) => parseInstant(text) !== null },
  // The operators page says that variables work with Bool, the variables page that they do not.
  bool: {
    ...MEASURE,
    keyType: 'bool',
    takesVariables: true,
    fitsAsSpelled: false,
    isWellFormed: (text) => isTruth(text) || text.includes('${'),
    malformed: 'false',
  },
  binary: { ...MEASURE, keyType: null, isWellFormed: isBase64 },
  ip: {
    ...MEASURE,
    keyType: 'ip',
    isStrict: true,
    isWellFormed: (text) => parseIpRange(text)?.misaligned === false,
    listsThings: true,
    fixes: 'range',
  },
  arn: { ...TEXT, keyType: 'arn', takesWildcards: true, isStrict: true, isWellFormed: isArnPattern },
  null: { ...MEASURE, keyType: null, fitsAsSpelled: false, isWellFormed: isTruth, malformed: 'false' },
} as const satisfies Readonly<Record<string, FamilyFacts>>

/** What kind of values an operator compares. */
export type OperatorFamily = keyof typeof FAMILIES

/** What holds for all operators of a family. */
export const familyFacts = (family: OperatorFamily): FamilyFacts => FAMILIES[family]

interface Row {
  readonly name: string
  /** The operator that is met where this one is not, and without the key; null where IAM has none. */
  readonly negation: string | null
  readonly family: OperatorFamily
  readonly comparison: Comparison
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const ROWS = [
  { name: 'StringEquals', negation: 'StringNotEquals', family: 'string', comparison: 'equals' },
  {
    name: 'StringEqualsIgnoreCase',
    negation: 'StringNotEqualsIgnoreCase',
    family: 'stringIgnoreCase',
    comparison: 'equals',
  },
  { name: 'StringLike', negation: 'StringNotLike', family: 'stringLike', comparison: 'equals' },
  { name: 'NumericEquals', negation: 'NumericNotEquals', family: 'numeric', comparison: 'equals' },
  { name: 'NumericLessThan', negation: null, family: 'numeric', comparison: 'lessThan' },
  { name: 'NumericLessThanEquals', negation: null, family: 'numeric', comparison: 'lessThanEquals' },
  { name: 'NumericGreaterThan', negation: null, family: 'numeric', comparison: 'greaterThan' },
  { name: 'NumericGreaterThanEquals', negation: null, family: 'numeric', comparison: 'greaterThanEquals' },
  { name: 'DateEquals', negation: 'DateNotEquals', family: 'date', comparison: 'equals' },
  { name: 'DateLessThan', negation: null, family: 'date', comparison: 'lessThan' },
  { name: 'DateLessThanEquals', negation: null, family: 'date', comparison: 'lessThanEquals' },
  { name: 'DateGreaterThan', negation: null, family: 'date', comparison: 'greaterThan' },
  { name: 'DateGreaterThanEquals', negation: null, family: 'date', comparison: 'greaterThanEquals' },
  { name: 'Bool', negation: null, family: 'bool', comparison: 'equals' },
  { name: 'BinaryEquals', negation: null, family: 'binary', comparison: 'equals' },
  { name: 'IpAddress', negation: 'NotIpAddress', family: 'ip', comparison: 'equals' },
  { name: 'ArnEquals', negation: 'ArnNotEquals', family: 'arn', comparison: 'equals' },
  { name: 'ArnLike', negation: 'ArnNotLike', family: 'arn', comparison: 'equals' },
  { name: 'Null', negation: null, family: 'null', comparison: 'equals' },
] as const satisfies readonly Row[]

/** A condition operator without set operator and IfExists, in AWS's spelling. */
export type BaseOperator = (typeof ROWS)[number]['name'] | NonNullable<(typeof ROWS)[number]['negation']>

/** A condition operator with its set operator and IfExists taken apart. */
export interface ConditionOperator {
  /** In AWS's spelling, complete. */
  readonly name: string
  readonly base: BaseOperator
  readonly family: OperatorFamily
  readonly comparison: Comparison
  readonly negated: boolean
  /** The base operator of which this one is the negation; itself where it is none. */
  readonly positive: BaseOperator
  /**
   * The base operator that says that this one is not met; null where none says it: what is no address and no ARN meets
   * neither of two that are each other's negation.
   */
  readonly opposite: BaseOperator | null
  readonly ifExists: boolean
  readonly set: 'none' | 'all' | 'any'
}

type Base = Omit<ConditionOperator, 'name' | 'ifExists' | 'set'>

const BASES: readonly Base[] = ROWS.flatMap(({ name, negation, family, comparison }): readonly Base[] => {
  const both = { family, comparison, positive: name }
  const positive: Base = { ...both, base: name, negated: false, opposite: negation }
  if (negation === null) return [positive]
  return [positive, { ...both, base: negation, negated: true, opposite: FAMILIES[family].isStrict ? null : name }]
})

const SETS = [
  ['', 'none'],
  ['ForAnyValue:', 'any'],
  ['ForAllValues:', 'all'],
] as const

/** Every condition operator, the plain ones first; Null takes no IfExists. */
export const CONDITION_OPERATORS: readonly ConditionOperator[] = SETS.flatMap(([prefix, set]) =>
  ['', 'IfExists'].flatMap((suffix) =>
    BASES.filter(({ family }) => family !== 'null' || suffix === '').map((base): ConditionOperator => ({
      ...base,
      name: prefix + base.base + suffix,
      ifExists: suffix !== '',
      set,
    })),
  ),
)

const CANONICAL: ReadonlyMap<string, ConditionOperator> = new Map(
  CONDITION_OPERATORS.map((operator) => [operator.name, operator]),
)

const OPERATORS: ReadonlyMap<string, ConditionOperator> = new Map(
  CONDITION_OPERATORS.map((operator) => [operator.name.toLowerCase(), operator]),
)

/** An operator as a policy spells it; null when there is none like it. Letter case is not told apart. */
export function parseOperator(text: string): ConditionOperator | null {
  return CANONICAL.get(text) ?? OPERATORS.get(text.toLowerCase()) ?? null
}
