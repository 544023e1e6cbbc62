import { hasMark, marksIn, type Holes } from '../../case/holes'
import { parseArn, splitArn } from '../../iam/arn'
import { familyFacts, type ConditionOperator, type OperatorFamily } from '../../iam/condition-operators'
import { lowerCase } from '../../iam/lower-case'
import type { PatternPart } from '../../iam/wildcard'
import { and, kleene, NO, not, or, UNKNOWN, YES, type Kleene } from '../kleene'
import { arnFields } from '../operators/arn-patterns'
import { compileValue, readRequestValue, standsForTrue } from '../operators/comparisons'
import { literally } from './marked-text'
import { matchMarked } from './match-marked'

/** A policy value with its variables replaced; without parts it has no value, or hangs on keys. */
export interface OpenValue {
  readonly parts: readonly PatternPart[] | null
  readonly unknown: boolean
}

const textOf = (parts: readonly PatternPart[]): string => parts.map(({ text }) => text).join('')

/** Is a condition met on a key with these values, where policy or request hold holes, whatever they are? */
export function testOpenValues(
  operator: ConditionOperator,
  candidates: readonly OpenValue[],
  values: readonly string[],
  effect: 'Allow' | 'Deny',
  holes: Holes,
): Kleene {
  const { family, set } = operator
  if (family === 'null') {
    let met: Kleene = NO
    for (const { parts } of candidates) {
      const text = textOf(parts ?? [])
      if (parts !== null) met = or(met, hasMark(text) ? UNKNOWN : kleene(!standsForTrue(text)))
    }
    return met
  }
  let every: Kleene = YES
  let any: Kleene = NO
  for (const value of values) {
    const one = testOne(operator, candidates, value, effect, holes)
    every = and(every, one)
    any = or(any, one)
  }
  return set === 'any' ? any : every
}

function testOne(
  operator: ConditionOperator,
  candidates: readonly OpenValue[],
  value: string,
  effect: 'Allow' | 'Deny',
  holes: Holes,
): Kleene {
  const { family, negated } = operator
  const isRead = isReadable(family, value)
  if (isRead === NO) return NO
  let found: Kleene = NO
  let isDoubtful = isRead === UNKNOWN
  for (const { parts, unknown } of candidates) {
    if (parts === null) {
      if (unknown) found = or(found, UNKNOWN)
      continue
    }
    const isFormed = family === 'arn' ? isArn(textOf(parts)) : YES
    // A value that is no ARN ends the test on the side that is safe.
    if (isFormed === NO) {
      if (found === UNKNOWN || isDoubtful) return UNKNOWN
      return kleene(effect === 'Deny')
    }
    if (isFormed === UNKNOWN) isDoubtful = true
    found = or(found, fitOpen(operator, parts, value, holes))
    if (found === YES) break
  }
  if (isDoubtful) return UNKNOWN
  return negated ? not(found) : found
}

/** Can the value of a key be compared by this family at all? */
function isReadable(family: OperatorFamily, value: string): Kleene {
  if (!familyFacts(family).isStrict) return YES
  if (family === 'arn') return isArn(value)
  return hasMark(value) ? UNKNOWN : kleene(readRequestValue(family, value).read !== null)
}

/** Is a text an ARN, whatever its holes are? Holes in its first parts hold no colon. */
function isArn(text: string): Kleene {
  if (!hasMark(text)) return kleene(text.startsWith('arn:') && splitArn(text) !== null)
  return text.startsWith('arn:') && parseArn(text) !== null ? YES : UNKNOWN
}

/** A pattern and a text, such that the pattern fits the text where a policy value fits a value of the request. */
export interface TextFit {
  readonly pattern: readonly PatternPart[]
  readonly text: string
}

type OpenFit =
  | { readonly asText: (parts: readonly PatternPart[], value: string) => TextFit }
  | { readonly compare: (parts: readonly PatternPart[], value: string, holes: Holes) => Kleene }

const nothingKnown: OpenFit = { compare: () => UNKNOWN }

/** How each family compares texts that hold holes: as a pattern and a text, or by what stands beside the holes. */
const OPEN_FITS: Readonly<Record<OperatorFamily, OpenFit>> = {
  string: { asText: (parts, value) => ({ pattern: literally(textOf(parts)), text: value }) },
  stringIgnoreCase: {
    asText: (parts, value) => ({ pattern: literally(lowerCase(textOf(parts))), text: lowerCase(value) }),
  },
  stringLike: { asText: (pattern, text) => ({ pattern, text }) },
  arn: { compare: fitArn },
  numeric: nothingKnown,
  date: nothingKnown,
  bool: nothingKnown,
  binary: nothingKnown,
  ip: nothingKnown,
  null: nothingKnown,
}

/** All that policy values and values of the request compare, as patterns and texts; null where their family compares otherwise. */
export function textFits(
  { family }: ConditionOperator,
  candidates: readonly OpenValue[],
  values: readonly string[],
): readonly TextFit[] | null {
  if (family !== 'string' && family !== 'stringLike' && family !== 'arn') return null
  if (candidates.some(({ parts }) => parts === null)) return null
  const pairs = candidates.flatMap(({ parts }) => values.map((value) => ({ parts: parts ?? [], value })))
  if (family !== 'arn') return pairs.map(({ parts, value }) => textFit(family, parts, value) as TextFit)
  if (pairs.some(({ parts, value }) => isArn(textOf(parts)) !== YES || isArn(value) !== YES)) return null
  return pairs.flatMap(({ parts, value }) => {
    const asked = splitArn(value) ?? []
    return arnFields(parts).map((pattern, i) => ({ pattern, text: asked[i] ?? '' }))
  })
}

/** A policy value and a value of the request as pattern and text; null where their family compares otherwise. */
export function textFit(family: OperatorFamily, parts: readonly PatternPart[], value: string): TextFit | null {
  const fit = OPEN_FITS[family]
  return 'asText' in fit ? fit.asText(parts, value) : null
}

function fitOpen(operator: ConditionOperator, parts: readonly PatternPart[], value: string, holes: Holes): Kleene {
  const { family } = operator
  const read = readRequestValue(family, value)
  if (!hasMark(textOf(parts)) && !hasMark(value)) return kleene(compileValue(operator, parts).fits(read))
  if (read.read === null && !hasMark(value)) return NO
  const fit = OPEN_FITS[family]
  if ('compare' in fit) return fit.compare(parts, value, holes)
  const { pattern, text } = fit.asText(parts, value)
  return matchMarked(pattern, text, holes)
}

/** Part by part: no wildcard runs over a colon, but in the last. What is plainly no ARN was told before. */
function fitArn(parts: readonly PatternPart[], value: string, holes: Holes): Kleene {
  const asked = splitArn(value) ?? []
  return arnFields(parts)
    .map((one, i) => matchMarked(one, asked[i] ?? '', holes))
    .reduce(and, YES)
}

/** Do any of these texts hold holes? */
export const holdHoles = (values: readonly OpenValue[], asked: readonly string[]): boolean =>
  marksIn(...asked, ...values.flatMap(({ parts }) => (parts ?? []).map(({ text }) => text))).length > 0
