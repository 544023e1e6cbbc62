import {
  compileParts,
  fitsPattern,
  matchGlob,
  matchWildcard,
  patternOf,
  textOfParts,
  type PatternPart,
} from '../../iam/wildcard'
import type { ValuesElement } from '../../policy/policy'
import type { ElementResult, ValueResult } from '../evaluation'
import { expandVariables, fittingRequirement, fittingValues } from './expand-variables'
import { and, NO, not, or, truthOf, UNKNOWN, YES, type Kleene } from '../kleene'
import { hasMark, marksIn } from '../../case/holes'
import type { Filling } from '../holes/filling'
import { askFreely, askTest, comparison, fitRequirement, holeRequirement } from '../holes/hole-question'
import type { HoleTest } from '../holes/hole-test'
import { asPattern } from '../holes/marked-text'
import { matchMarked } from '../holes/match-marked'
import { anyOf, noneOf, textProbe, type Question } from '../question'
import type { ReasonCode } from '../reason-codes'
import { withKey, type EvaluatedRequest } from '../compile/request'
import { resourceDifference } from './resource-difference'
import { wholeApiArn } from '../../iam/short-api-arn'
import { compilePattern, completeArn, loosely, type ResourcePattern } from './resource-pattern'

/** How the element does with a resource. */
interface ResourceMatch {
  readonly result: ElementResult
  readonly matches: Kleene
  /** What an unknown match hangs on. */
  readonly question: Question | null
}

/** Resource or NotResource, ready for matching. */
export interface CompiledResource {
  readonly element: ValuesElement
  readonly patterns: readonly ResourcePattern[]
  readonly variablesOff: boolean
  /** What became of resources of one case, where nothing else of the request bears on it. */
  readonly known: Map<string, ResourceMatch> | null
}

/** Prepares Resource or NotResource, which `kept` says is judged many times; variables work in version 2012-10-17 only. */
export function compileResource(
  element: ValuesElement,
  variablesOn: boolean,
  completesArns: boolean,
  kept: boolean,
): CompiledResource {
  const rules = { variablesOn, completesArns }
  const patterns = element.values.map((source) => compilePattern(source, rules))
  const hasVariables = patterns.some(({ variables }) => variables !== null)
  return { element, variablesOff: !variablesOn, patterns, known: kept && !hasVariables ? new Map() : null }
}

interface Outcome {
  readonly matches: Kleene
  readonly reason: ReasonCode
  readonly question: Question | null
}

const MATCH: Outcome = { matches: YES, reason: 'matches', question: null }
const miss = (reason: ReasonCode): Outcome => ({ matches: NO, reason, question: null })

function matchPattern(pattern: ResourcePattern, request: EvaluatedRequest, variablesOff: boolean): Outcome {
  const { source, rules, variables, misplaced } = pattern
  const { resource, arn } = request
  if (source.text === '*') return MATCH
  const text = wholeApiArn(source.text, resource)
  if (text !== null) return matchPattern(compilePattern({ ...source, text }, rules), request, variablesOff)
  if (!request.holes.none && !misplaced) {
    const open = matchOpenPattern(pattern, request)
    if (open !== null) return open
  }
  if (variables === null) {
    if (matchesCompleted(source.text, resource, rules)) return MATCH
    if (variablesOff && source.text.includes('${')) return miss('variables-need-version-2012')
    return miss(resourceDifference(source.text, resource, arn))
  }
  if (misplaced) return miss('variable-before-fifth-colon')
  const expansion = expandVariables(variables, request)
  if (expansion.state === 'noValue') return miss(expansion.reason)
  if (expansion.state === 'unknown') {
    // With anything at all in the place of the variables, could it match?
    if (!matchGlob(compileParts(variables.map(loosely)), resource)) return miss('resource-differs')
    return { matches: UNKNOWN, reason: 'variable-unknown', question: ask(pattern, expansion.keys, request) }
  }
  const { parts } = expansion
  const expanded = textOfParts(parts)
  return fitsPattern(patternOf(expanded, parts), resource) ? MATCH : miss(resourceDifference(expanded, resource, arn))
}

/** Does a pattern without variables match, completed where an incomplete ARN is? */
function matchesCompleted(pattern: string, resource: string, { completesArns }: ResourcePattern['rules']): boolean {
  if (matchWildcard(pattern, resource)) return true
  const completed = completesArns ? completeArn(pattern) : null
  return completed !== null && matchWildcard(completed, resource)
}

/** Where pattern, variables or resource hold holes: does it fit whatever they are? Null where none does. */
function matchOpenPattern(pattern: ResourcePattern, request: EvaluatedRequest): Outcome | null {
  const { source, variables } = pattern
  const { resource, holes } = request
  const expansion = variables === null ? null : expandVariables(variables, request)
  if (expansion?.state === 'noValue') return null
  const parts = expansion === null ? asPattern(source.text) : expansion.state === 'ready' ? expansion.parts : null
  const texts = (parts ?? []).map(({ text }) => text)
  if (!hasMark(source.text) && marksIn(resource, ...texts).length === 0) return null
  if (parts === null) {
    const loose = matchMarked((variables ?? []).map(loosely), resource, holes)
    if (loose === NO) return miss('resource-differs')
    const keys = expansion?.state === 'unknown' ? expansion.keys : []
    const text = source.text
    const question = askFreely(`resource ${text} ${resource}`, keys, marksIn(resource, text), (holds) => [
      holeRequirement(resource, 'StringLike', [text], holds, holes),
    ])
    return { matches: UNKNOWN, reason: 'hole-unknown', question }
  }
  const fits = or(matchMarked(parts, resource, holes), matchCompleted(pattern, request))
  if (fits === YES) return MATCH
  if (fits === NO) return miss(openDifference(source.text, request))
  const completed = pattern.rules.completesArns && variables === null ? completeArn(source.text) : null
  const whole = completed === null ? parts : asPattern(completed)
  const one = comparison('resource', whole, resource, (filling) => passes(pattern, filling, request), holes)
  const test = completed === null ? one : asCompleted(one, source.text, whole, resource)
  const question = askTest(test, (holds) => fitRequirement(whole, resource, holds, holes))
  return { matches: UNKNOWN, reason: 'hole-unknown', question }
}

/** An incomplete ARN fits as it is or completed; one with holes may be completed otherwise with each. */
function asCompleted(
  { fits: _fits, ...test }: HoleTest,
  text: string,
  whole: readonly PatternPart[],
  resource: string,
): HoleTest {
  if (hasMark(text)) return test
  return { ...test, fits: [asPattern(text), whole].map((pattern) => ({ pattern, text: resource })) }
}

/** An incomplete ARN is completed; how far is not known where holes may hold colons. */
function matchCompleted({ source, rules, variables }: ResourcePattern, request: EvaluatedRequest): Kleene {
  const { resource, holes } = request
  if (!rules.completesArns || variables !== null || source.text.split(':').length >= 6) return NO
  if (hasMark(source.text)) return and(matchMarked(asPattern(`${source.text}:*`), resource, holes), UNKNOWN)
  const completed = completeArn(source.text)
  return completed === null ? NO : matchMarked(asPattern(completed), resource, holes)
}

/** Does a pattern match with its holes filled? */
function passes({ source, rules, variables }: ResourcePattern, filling: Filling, request: EvaluatedRequest): boolean {
  const text = filling.fill(source.text)
  if (variables === null) return matchesCompleted(text, filling.fill(request.resource), rules)
  const asked = request.filled(filling)
  return asked !== null && matchPattern(compilePattern({ ...source, text }, rules), asked, false).matches === YES
}

const openDifference = (pattern: string, { resource, arn, holes }: EvaluatedRequest): ReasonCode =>
  resourceDifference(pattern, resource, arn, (part, text) => matchMarked(asPattern(part), text, holes) !== NO)

function ask(pattern: ResourcePattern, keys: readonly string[], request: EvaluatedRequest): Question {
  const [key] = keys
  const { variables } = pattern
  const fitting =
    key === undefined || variables === null || keys.length !== 1
      ? null
      : fittingValues(variables, key, request.resource, request, (parts) =>
          fitsPattern(patternOf(textOfParts(parts), parts), request.resource),
        )
  return {
    id: `resource ${pattern.source.text}`,
    keys,
    answer:
      keys.length !== 1 || key === undefined
        ? null
        : (state) => matchPattern(pattern, withKey(request, key.toLowerCase(), state), false).matches === YES,
    requirements: (holds) => [fittingRequirement(key ?? '', fitting ?? { values: [], orAbsent: false }, holds)],
    probe: fitting === null ? null : textProbe(pattern.source.text, fitting.values),
    samples: fitting?.values ?? [],
  }
}

/** Does the element take the request's resource in? */
export function matchResource(
  compiled: CompiledResource,
  request: EvaluatedRequest,
  questions: Question[],
): ResourceMatch {
  const { known } = compiled
  const { resource } = request
  let match = known?.get(resource)
  if (match === undefined) {
    match = judgeResource(compiled, request)
    if (known !== null && known.size < MAX_KNOWN) known.set(resource, match)
  }
  if (match.question !== null) questions.push(match.question)
  return match
}

const MAX_KNOWN = 64

function judgeResource(
  { element, patterns, variablesOff }: CompiledResource,
  request: EvaluatedRequest,
): ResourceMatch {
  const values = new Array<ValueResult>(patterns.length)
  const open: Question[] = []
  let found: Kleene = NO
  for (let i = 0; i < patterns.length; i++) {
    const pattern = patterns[i] as ResourcePattern
    const { matches, reason, question } = matchPattern(pattern, request, variablesOff)
    found = or(found, matches)
    if (question !== null) open.push(question)
    values[i] = { text: pattern.source.text, span: pattern.source.span, matches: truthOf(matches), reason }
  }
  const matches = element.not ? not(found) : found
  return {
    matches,
    question: matches !== UNKNOWN ? null : element.not ? noneOf(open) : anyOf(open),
    result: {
      element: element.not ? 'NotResource' : 'Resource',
      matches: truthOf(matches),
      reason: element.not ? notReason(found) : plainReason(found, values),
      span: element.span,
      values,
    },
  }
}

const notReason = (found: Kleene): ReasonCode =>
  found === YES ? 'not-element-excludes' : found === NO ? 'not-element-includes' : 'not-element-unknown'

function plainReason(found: Kleene, values: readonly ValueResult[]): ReasonCode {
  if (found === YES) return 'matches'
  if (found === UNKNOWN) return 'value-unknown'
  const [only] = values
  return values.length === 1 && only !== undefined ? only.reason : 'no-value-matches'
}
