import { splitArn } from '../../iam/arn'
import type { Comparison, ConditionOperator, OperatorFamily } from '../../iam/condition-operators'
import { compareDecimals, parseDecimal, type Decimal } from '../../iam/decimal'
import { parseInstant } from '../../iam/instant'
import { isInRange, parseIpAddress, parseIpRange, type IpAddress, type IpRange } from '../../iam/ip-address'
import { lowerCase } from '../../iam/lower-case'
import {
  fitsPattern,
  hasWildcard,
  matchWildcard,
  patternOf,
  textOfParts,
  type Pattern,
  type PatternPart,
  matchAnyCase,
} from '../../iam/wildcard'
import type { ReasonCode } from '../reason-codes'
import { arnPatterns } from './arn-patterns'
import { addressesAround, instantsAround, numbersAround } from './neighbours'
import { ANY_ARN, arnPattern, ignoreCasePattern, likePattern, type TextPattern } from './text-walk'
import type { CompiledValue, FamilyComparison, Representatives, RequestValue } from './family-comparison'

type AnyFamily = FamilyComparison<unknown, unknown>

const family = <T, B>(row: FamilyComparison<T, B>): AnyFamily => row as AnyFamily

/** Does a value that lies on this side of a bound meet it? */
function meets(sign: number, comparison: Comparison): boolean {
  switch (comparison) {
    case 'equals':
      return sign === 0
    case 'lessThan':
      return sign < 0
    case 'lessThanEquals':
      return sign <= 0
    case 'greaterThan':
      return sign > 0
    case 'greaterThanEquals':
      return sign >= 0
  }
}

const asText = (text: string): string => text
const differs = (): ReasonCode => 'differs'
const isTrue = (text: string): boolean => text.toLowerCase() === 'true'
const ANY_CASE_TRUE = ignoreCasePattern('true')
const BASE64 = /^(?:[A-Z\d+/]{4})*(?:[A-Z\d+/]{2}==|[A-Z\d+/]{3}=)?$/i

const texts = (
  fitting: Extract<Representatives, { kind: 'texts' }>['fitting'],
  readable: TextPattern | null = null,
): Representatives => ({ kind: 'texts', fitting, readable })

type Compares<T, B> = Omit<FamilyComparison<T, B>, 'representatives'>

/** What is compared by an order, of which `sign` says on which side of the policy's value a request's value lies. */
const ordered = <T>(
  parse: (text: string) => T | null,
  sign: (value: T, bound: T) => number,
): Compares<T, T | null> => ({
  read: parse,
  unreadable: 'request-value-malformed',
  compile: parse,
  fits: (bound, { read }, comparison) => read !== null && bound !== null && meets(sign(read, bound), comparison),
  difference: (bound, { read }) =>
    bound === null ? 'literal-malformed' : read === null ? 'request-value-malformed' : 'differs',
})

/** Any text but "true" stands for false, on both sides. */
const truth: Compares<boolean, boolean> = {
  read: isTrue,
  unreadable: 'differs',
  compile: isTrue,
  fits: (bound, { read }) => read === bound,
  difference: differs,
}

/** Why a pattern does not fit: only in case, or more. */
const patternDifference = (text: string, asked: string): ReasonCode =>
  matchAnyCase(text, asked) && !matchWildcard(text, asked) ? 'case-differs' : 'differs'

/** One row a family. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const COMPARISONS: Readonly<Record<OperatorFamily, AnyFamily>> = {
  string: family<string, string>({
    read: asText,
    unreadable: 'differs',
    compile: asText,
    fits: (bound, { text }) => text === bound,
    difference: (bound, { text }) => {
      if (text.toLowerCase() === bound.toLowerCase()) return 'case-differs'
      return hasWildcard(bound) && matchWildcard(bound, text) ? 'wildcard-is-literal' : 'differs'
    },
    representatives: texts(() => 'itself'),
  }),
  stringIgnoreCase: family<string, string>({
    read: lowerCase,
    unreadable: 'differs',
    compile: lowerCase,
    fits: (bound, { read }) => read === bound,
    difference: (bound, { read }, text) =>
      hasWildcard(text) && matchWildcard(bound, read ?? '') ? 'wildcard-is-literal' : 'differs',
    representatives: texts(ignoreCasePattern),
  }),
  stringLike: family<string, Pattern>({
    read: asText,
    unreadable: 'differs',
    compile: patternOf,
    fits: (pattern, { text }) => fitsPattern(pattern, text),
    difference: (_pattern, asked, text) => patternDifference(text, asked.text),
    representatives: texts((text) => (hasWildcard(text) ? likePattern(text) : 'itself')),
  }),
  numeric: family<Decimal, Decimal | null>({
    ...ordered(parseDecimal, compareDecimals),
    representatives: {
      kind: 'points',
      isBound: (text) => parseDecimal(text) !== null,
      around: (bounds) => [
        ...bounds.flatMap(numbersAround),
        `-0.${'0'.repeat(400)}1`,
        '1e99999',
        '-1e99999',
        'no number',
      ],
      isComplete: (bounds) => bounds.every((text) => /^-?\d{1,300}(?:\.\d{1,300})?$/.test(text)),
    },
  }),
  date: family<number, number | null>({
    ...ordered(parseInstant, (instant, bound) => instant - bound),
    representatives: {
      kind: 'points',
      isBound: (text) => parseInstant(text) !== null,
      around: (bounds) => [...bounds.flatMap(instantsAround), '0', 'no date'],
      isComplete: (bounds) => bounds.every((text) => (parseInstant(text) ?? -1) >= 1),
    },
  }),
  bool: family({ ...truth, representatives: texts(() => ANY_CASE_TRUE) }),
  null: family({ ...truth, representatives: { kind: 'presence' } }),
  // Captured: only the canonical spelling of the same bytes is equal.
  binary: family<string, string | null>({
    read: asText,
    unreadable: 'differs',
    compile: (text) => (BASE64.test(text) ? text : null),
    fits: (bound, { text }) => text === bound,
    difference: (bound) => (bound === null ? 'literal-malformed' : 'differs'),
    representatives: texts(() => 'itself'),
  }),
  ip: family<IpAddress, IpRange | null>({
    read: parseIpAddress,
    unreadable: 'request-value-not-ip',
    compile: parseIpRange,
    fits: (range, { read }) => read !== null && range !== null && isInRange(read, range),
    difference: (range, { read }) => rangeDifference(range, read),
    representatives: {
      kind: 'points',
      isBound: (text) => parseIpRange(text) !== null,
      around: (bounds) => [...bounds.flatMap(addressesAround), '0.0.0.0', '::', 'no address'],
      isComplete: () => true,
    },
  }),
  arn: family<readonly string[], readonly Pattern[] | null>({
    read: (text) => (text.startsWith('arn:') ? splitArn(text) : null),
    unreadable: 'request-value-not-arn',
    compile: arnPatterns,
    isWellFormed: (patterns) => patterns !== null,
    fits: (patterns, { read }) =>
      read !== null && patterns !== null && patterns.every((pattern, i) => fitsPattern(pattern, read[i] ?? '')),
    difference: (patterns, asked, text) => {
      if (patterns === null) return 'literal-not-arn'
      return asked.text.startsWith('arn:') ? patternDifference(text, asked.text) : 'request-value-not-arn'
    },
    representatives: texts((text) => {
      if (!hasWildcard(text)) return 'itself'
      const fields = splitArn(text)
      return fields === null ? 'nothing' : arnPattern(fields)
    }, ANY_ARN),
  }),
}

function rangeDifference(range: IpRange | null, address: IpAddress | null): ReasonCode {
  if (range === null) return 'literal-malformed'
  if (address === null) return 'request-value-not-ip'
  if (range.version !== address.version) return 'other-address-family'
  return range.misaligned ? 'host-bits-set' : 'outside-range'
}

/** Reads a request value as a family of operators needs it. */
export const readRequestValue = (of: OperatorFamily, text: string): RequestValue => ({
  text,
  read: COMPARISONS[of].read(text),
})

/** What is said of a request value that a family of operators cannot read. */
export const unreadableReason = (of: OperatorFamily): ReasonCode => COMPARISONS[of].unreadable

/** How values are found that stand for all values that the operators of a family tell apart. */
export const representativesFor = (of: OperatorFamily): Representatives => COMPARISONS[of].representatives

/** A policy value with what its family reads from it. */
class PolicyValue implements CompiledValue {
  readonly text: string
  readonly wellFormed: boolean
  private readonly by: AnyFamily
  private readonly bound: unknown
  private readonly comparison: Comparison

  constructor({ family: of, comparison }: ConditionOperator, text: string, parts: readonly PatternPart[] | null) {
    const by = COMPARISONS[of]
    const bound = by.compile(text, parts)
    this.text = text
    this.wellFormed = by.isWellFormed === undefined || by.isWellFormed(bound)
    this.by = by
    this.bound = bound
    this.comparison = comparison
  }

  fits(value: RequestValue): boolean {
    return this.by.fits(this.bound, value, this.comparison)
  }

  difference(value: RequestValue): ReasonCode {
    return this.by.difference(this.bound, value, this.text)
  }
}

/** Prepares a policy value for an operator; its parts say which text is literal. */
export const compileValue = (operator: ConditionOperator, parts: readonly PatternPart[]): CompiledValue =>
  new PolicyValue(operator, textOfParts(parts), parts)

/** Prepares a policy value in which every `*` and `?` is a wildcard, where the operator has wildcards. */
export const compileText = (operator: ConditionOperator, text: string): CompiledValue =>
  new PolicyValue(operator, text, null)

/** Does a policy value stand for true? */
export const standsForTrue = isTrue
