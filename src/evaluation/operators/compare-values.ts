import { splitArn } from '../../iam/arn'
import type { Comparison, ConditionOperator, OperatorFamily } from '../../iam/condition-operators'
import { compareDecimals, parseDecimal, type Decimal } from '../../iam/decimal'
import { parseInstant } from '../../iam/instant'
import { isInRange, parseIpAddress, parseIpRange, type IpAddress, type IpRange } from '../../iam/ip-address'
import { lowerCase } from '../../iam/lower-case'
import {
  compileGlob,
  compileParts,
  hasWildcard,
  matchGlob,
  matchWildcard,
  type Glob,
  type PatternPart,
} from '../../iam/wildcard'
import type { Reason } from '../reasons'

/** A policy value ready for comparison: does a request value fit it? Null when the request value does not parse. */
export interface Literal {
  readonly text: string
  /** False for an ARN operator whose value is no ARN: its statement then fails on the safe side. */
  readonly wellFormed: boolean
  readonly fits: (value: RequestValue) => boolean
  /** Why it does not fit. */
  readonly difference: (value: RequestValue) => Reason
}

/** A request value, parsed once for its operator's family. */
export interface RequestValue {
  readonly text: string
  readonly lower: string
  readonly decimal: Decimal | null
  readonly instant: number | null
  readonly address: IpAddress | null
  readonly arn: readonly string[] | null
}

/** Does text that does not parse match neither way (IP, ARN), or is it merely unequal (numbers, dates)? */
export const matchesNeitherWay = (family: OperatorFamily, value: RequestValue): boolean =>
  (family === 'ip' && value.address === null) || (family === 'arn' && value.arn === null)

/** Parses a request value as a family of operators needs it. */
export function readRequestValue(family: OperatorFamily, text: string): RequestValue {
  return {
    text,
    lower: family === 'stringIgnoreCase' ? lowerCase(text) : '',
    decimal: family === 'numeric' ? parseDecimal(text) : null,
    instant: family === 'date' ? parseInstant(text) : null,
    address: family === 'ip' ? parseIpAddress(text) : null,
    arn: family === 'arn' ? arnParts(text) : null,
  }
}

const arnParts = (text: string): readonly string[] | null => (text.startsWith('arn:') ? splitArn(text) : null)

const ORDER: Readonly<Record<Comparison, (sign: number) => boolean>> = {
  equals: (sign) => sign === 0,
  lessThan: (sign) => sign < 0,
  lessThanEquals: (sign) => sign <= 0,
  greaterThan: (sign) => sign > 0,
  greaterThanEquals: (sign) => sign >= 0,
}

type Build = (
  parts: readonly PatternPart[],
  text: string,
  comparison: Comparison,
) => Pick<Literal, 'fits' | 'difference'> & Partial<Pick<Literal, 'wellFormed'>>

const differs = (): Reason => 'differs'
const isTrue = (text: string): boolean => text.toLowerCase() === 'true'
const BASE64 = /^(?:[A-Z\d+/]{4})*(?:[A-Z\d+/]{2}==|[A-Z\d+/]{3}=)?$/i

/** How each family reads a policy value, and compares. */
const FAMILIES: Readonly<Record<OperatorFamily, Build>> = {
  string: (_parts, text) => ({
    fits: (value) => value.text === text,
    difference: (value) => {
      if (value.text.toLowerCase() === text.toLowerCase()) return 'case-differs'
      return hasWildcard(text) && matchWildcard(text, value.text) ? 'wildcard-is-literal' : 'differs'
    },
  }),
  stringIgnoreCase: (_parts, text) => {
    const lower = lowerCase(text)
    return {
      fits: (value) => value.lower === lower,
      difference: (value) =>
        hasWildcard(text) && matchWildcard(lower, value.lower) ? 'wildcard-is-literal' : 'differs',
    }
  },
  stringLike: (parts, text) => {
    const glob = compileParts(parts)
    return {
      fits: (value) => matchGlob(glob, value.text),
      difference: (value) => (matchWildcard(text.toLowerCase(), value.text.toLowerCase()) ? 'case-differs' : 'differs'),
    }
  },
  numeric: (_parts, text, comparison) => {
    const literal = parseDecimal(text)
    const holds = ORDER[comparison]
    return {
      fits: ({ decimal }) => decimal !== null && literal !== null && holds(compareDecimals(decimal, literal)),
      difference: ({ decimal }) => unread(literal, decimal),
    }
  },
  date: (_parts, text, comparison) => {
    const literal = parseInstant(text)
    const holds = ORDER[comparison]
    return {
      fits: ({ instant }) => instant !== null && literal !== null && holds(instant - literal),
      difference: ({ instant }) => unread(literal, instant),
    }
  },
  bool: truthValue,
  null: truthValue,
  // Captured: only the canonical spelling of the same bytes is equal.
  binary: (_parts, text) => {
    const wellFormed = BASE64.test(text)
    return {
      fits: (value) => wellFormed && value.text === text,
      difference: () => (wellFormed ? 'differs' : 'literal-malformed'),
    }
  },
  ip: (_parts, text) => {
    const range = parseIpRange(text)
    return {
      fits: ({ address }) => address !== null && range !== null && isInRange(address, range),
      difference: ({ address }) => rangeDifference(range, address),
    }
  },
  arn: (parts, text) => {
    const globs = arnGlobs(parts, text)
    return {
      wellFormed: globs !== null,
      fits: ({ arn }) => arn !== null && globs !== null && globs.every((glob, i) => matchGlob(glob, arn[i] ?? '')),
      difference: ({ text: asked }) => {
        if (globs === null) return 'literal-not-arn'
        if (!asked.startsWith('arn:')) return 'request-value-not-arn'
        return matchWildcard(text.toLowerCase(), asked.toLowerCase()) && !matchWildcard(text, asked)
          ? 'case-differs'
          : 'differs'
      },
    }
  },
}

/** Any text but "true" stands for false, on both sides. */
function truthValue(_parts: readonly PatternPart[], text: string): ReturnType<Build> {
  const literal = isTrue(text)
  return { fits: (value) => isTrue(value.text) === literal, difference: differs }
}

function unread(literal: unknown, value: unknown): Reason {
  if (literal === null) return 'literal-malformed'
  return value === null ? 'request-value-malformed' : 'differs'
}

function rangeDifference(range: IpRange | null, address: IpAddress | null): Reason {
  if (range === null) return 'literal-malformed'
  if (address === null) return 'request-value-not-ip'
  if (range.version !== address.version) return 'other-address-family'
  return range.misaligned ? 'host-bits-set' : 'outside-range'
}

/** Six patterns, one for each part of an ARN; null when the value is no ARN. A variable may hold colons of its own. */
function arnGlobs(parts: readonly PatternPart[], text: string): readonly Glob[] | null {
  const split = splitArn(text)
  if (split === null) return null
  if (parts.every(({ literal }) => !literal)) return split[0] === 'arn' ? split.map(compileGlob) : null
  const fields: PatternPart[][] = [[], [], [], [], [], []]
  let field = 0
  for (const { text: piece, literal } of parts) {
    const pieces = piece.split(':')
    pieces.forEach((run, i) => {
      if (i > 0) {
        if (field < 5) field++
        else fields[5]?.push({ text: ':', literal })
      }
      fields[field]?.push({ text: run, literal })
    })
  }
  return fields[0]?.map(({ text: piece }) => piece).join('') === 'arn' ? fields.map(compileParts) : null
}

/** Prepares a policy value for an operator; its parts say which text is literal. */
export function compileLiteral(operator: ConditionOperator, parts: readonly PatternPart[]): Literal {
  let text = ''
  for (const part of parts) text += part.text
  const { wellFormed = true, fits, difference } = FAMILIES[operator.family](parts, text, operator.comparison)
  return { text, wellFormed, fits, difference }
}

/** Does a policy value stand for true? */
export const standsForTrue = isTrue
