import { splitArn } from '../../iam/arn'
import type { Comparison, ConditionOperator, OperatorFamily } from '../../iam/condition-operators'
import { compareDecimals, parseDecimal, type Decimal } from '../../iam/decimal'
import { parseInstant } from '../../iam/instant'
import { isInRange, parseIpAddress, parseIpRange, type IpAddress, type IpRange } from '../../iam/ip-address'
import { lowerCase } from '../../iam/lower-case'
import { compileParts, hasWildcard, matchGlob, matchWildcard, type PatternPart } from '../../iam/wildcard'
import type { ReasonCode } from '../reasons'
import { arnGlobs } from './arn-globs'
import { addressesAround, instantsAround, numbersAround } from './neighbours'
import { ANY_ARN, arnPattern, ignoreCasePattern, likePattern, type TextPattern } from './text-classes'
import type { CompiledValue, Compared, FamilyComparison, Representatives, RequestValue } from './family-comparison'

const family = <T>(row: FamilyComparison<T>): FamilyComparison<unknown> => row

const MEETS: Readonly<Record<Comparison, (sign: number) => boolean>> = {
  equals: (sign) => sign === 0,
  lessThan: (sign) => sign < 0,
  lessThanEquals: (sign) => sign <= 0,
  greaterThan: (sign) => sign > 0,
  greaterThanEquals: (sign) => sign >= 0,
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

/** What is compared by an order, of which `sign` says on which side of the policy's value a request's value lies. */
function ordered<T>(parse: (text: string) => T | null, sign: (value: T, bound: T) => number) {
  return (_parts: readonly PatternPart[], text: string, comparison: Comparison): Compared<T> => {
    const bound = parse(text)
    const meets = MEETS[comparison]
    return {
      fits: ({ read }) => read !== null && bound !== null && meets(sign(read, bound)),
      difference: ({ read }) =>
        bound === null ? 'literal-malformed' : read === null ? 'request-value-malformed' : 'differs',
    }
  }
}

/** Any text but "true" stands for false, on both sides. */
const truth: Pick<FamilyComparison<boolean>, 'read' | 'unreadable' | 'compile'> = {
  read: isTrue,
  unreadable: 'differs',
  compile: (_parts, text) => {
    const asked = isTrue(text)
    return { fits: ({ read }) => read === asked, difference: differs }
  },
}

/** One row a family. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const COMPARISONS: Readonly<Record<OperatorFamily, FamilyComparison<unknown>>> = {
  string: family<string>({
    read: asText,
    unreadable: 'differs',
    compile: (_parts, text) => ({
      fits: (value) => value.text === text,
      difference: (value) => {
        if (value.text.toLowerCase() === text.toLowerCase()) return 'case-differs'
        return hasWildcard(text) && matchWildcard(text, value.text) ? 'wildcard-is-literal' : 'differs'
      },
    }),
    representatives: texts(() => 'itself'),
  }),
  stringIgnoreCase: family<string>({
    read: lowerCase,
    unreadable: 'differs',
    compile: (_parts, text) => {
      const lower = lowerCase(text)
      return {
        fits: ({ read }) => read === lower,
        difference: ({ read }) =>
          hasWildcard(text) && matchWildcard(lower, read ?? '') ? 'wildcard-is-literal' : 'differs',
      }
    },
    representatives: texts(ignoreCasePattern),
  }),
  stringLike: family<string>({
    read: asText,
    unreadable: 'differs',
    compile: (parts, text) => {
      const glob = compileParts(parts)
      return {
        fits: (value) => matchGlob(glob, value.text),
        difference: (value) =>
          matchWildcard(text.toLowerCase(), value.text.toLowerCase()) && !matchWildcard(text, value.text)
            ? 'case-differs'
            : 'differs',
      }
    },
    representatives: texts((text) => (hasWildcard(text) ? likePattern(text) : 'itself')),
  }),
  numeric: family<Decimal>({
    read: parseDecimal,
    unreadable: 'request-value-malformed',
    compile: ordered(parseDecimal, compareDecimals),
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
  date: family<number>({
    read: parseInstant,
    unreadable: 'request-value-malformed',
    compile: ordered(parseInstant, (instant, bound) => instant - bound),
    representatives: {
      kind: 'points',
      isBound: (text) => parseInstant(text) !== null,
      around: (bounds) => [...bounds.flatMap(instantsAround), '0', 'no date'],
      isComplete: (bounds) => bounds.every((text) => (parseInstant(text) ?? -1) >= 1),
    },
  }),
  bool: family<boolean>({ ...truth, representatives: texts(() => ANY_CASE_TRUE) }),
  null: family<boolean>({ ...truth, representatives: { kind: 'presence' } }),
  // Captured: only the canonical spelling of the same bytes is equal.
  binary: family<string>({
    read: asText,
    unreadable: 'differs',
    compile: (_parts, text) => {
      const wellFormed = BASE64.test(text)
      return {
        fits: (value) => wellFormed && value.text === text,
        difference: () => (wellFormed ? 'differs' : 'literal-malformed'),
      }
    },
    representatives: texts(() => 'itself'),
  }),
  ip: family<IpAddress>({
    read: parseIpAddress,
    unreadable: 'request-value-not-ip',
    compile: (_parts, text) => {
      const range = parseIpRange(text)
      return {
        fits: ({ read }) => read !== null && range !== null && isInRange(read, range),
        difference: ({ read }) => rangeDifference(range, read),
      }
    },
    representatives: {
      kind: 'points',
      isBound: (text) => parseIpRange(text) !== null,
      around: (bounds) => [...bounds.flatMap(addressesAround), '0.0.0.0', '::', 'no address'],
      isComplete: () => true,
    },
  }),
  arn: family<readonly string[]>({
    read: (text) => (text.startsWith('arn:') ? splitArn(text) : null),
    unreadable: 'request-value-not-arn',
    compile: (parts, text) => {
      const globs = arnGlobs(parts, text)
      return {
        wellFormed: globs !== null,
        fits: ({ read }) => read !== null && globs !== null && globs.every((glob, i) => matchGlob(glob, read[i] ?? '')),
        difference: ({ text: asked }) => {
          if (globs === null) return 'literal-not-arn'
          if (!asked.startsWith('arn:')) return 'request-value-not-arn'
          return matchWildcard(text.toLowerCase(), asked.toLowerCase()) && !matchWildcard(text, asked)
            ? 'case-differs'
            : 'differs'
        },
      }
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

/** Prepares a policy value for an operator; its parts say which text is literal. */
export function compileValue(operator: ConditionOperator, parts: readonly PatternPart[]): CompiledValue {
  let text = ''
  for (const part of parts) text += part.text
  const { wellFormed = true, fits, difference } = COMPARISONS[operator.family].compile(parts, text, operator.comparison)
  return { text, wellFormed, fits, difference }
}

/** Does a policy value stand for true? */
export const standsForTrue = isTrue
