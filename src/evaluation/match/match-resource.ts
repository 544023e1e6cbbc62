import { splitArn } from '../../iam/arn'
import { parseVariables, type VariablePart } from '../../iam/policy-variables'
import { compileGlob, compileParts, matchGlob, type Glob, type PatternPart } from '../../iam/wildcard'
import type { PolicyText, ValuesElement } from '../../policy/policy'
import type { ElementResult, ValueResult } from '../evaluation'
import { expandVariables, fittingRequirement, fittingValues } from './expand-variables'
import { NO, not, or, truthOf, UNKNOWN, YES, type Kleene } from '../kleene'
import { anyOf, noneOf, textProbe, type Question } from '../operators/question'
import type { Reason } from '../reasons'
import { withKey, type EvaluatedRequest } from '../compile/request'
import { resourceDifference } from './resource-difference'

/** A resource pattern: its variables, or its wildcards; completed where an incomplete ARN is. */
interface ResourcePattern {
  readonly source: PolicyText
  readonly variables: readonly VariablePart[] | null
  /** A variable stands where it cannot work. */
  readonly misplaced: boolean
  readonly globs: readonly Glob[]
}

/** Resource or NotResource, ready for matching. */
export interface CompiledResource {
  readonly element: ValuesElement
  readonly patterns: readonly ResourcePattern[]
  readonly variablesOff: boolean
}

/** Prepares Resource or NotResource; variables work in version 2012-10-17 only. */
export function compileResource(
  element: ValuesElement,
  variablesOn: boolean,
  completesArns: boolean,
): CompiledResource {
  return {
    element,
    variablesOff: !variablesOn,
    patterns: element.values.map((source) => {
      const variables = variablesOn ? parseVariables(source.text) : null
      // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-where
      const misplaced = variables !== null && splitArn(source.text.slice(0, source.text.indexOf('${'))) === null
      const globs = variables === null ? [compileGlob(source.text)] : []
      const completed = completesArns && variables === null ? completeArn(source.text) : null
      if (completed !== null) globs.push(compileGlob(completed))
      return { source, variables, misplaced, globs }
    }),
  }
}

/**
 * An ARN with fewer than six fields is completed with `*` fields, in identity-based policies only.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
function completeArn(text: string): string | null {
  if (!text.startsWith('arn:')) return null
  const fields = text.split(':').length
  return fields >= 6 ? null : text + ':*'.repeat(6 - fields)
}

interface Outcome {
  readonly matches: Kleene
  readonly reason: Reason
  readonly question: Question | null
}

const MATCH: Outcome = { matches: YES, reason: 'matches', question: null }
const miss = (reason: Reason): Outcome => ({ matches: NO, reason, question: null })

function matchPattern(pattern: ResourcePattern, request: EvaluatedRequest, variablesOff: boolean): Outcome {
  const { source, variables, misplaced, globs } = pattern
  const { resource } = request
  if (source.text === '*') return MATCH
  if (variables === null) {
    if (globs.some((glob) => matchGlob(glob, resource))) return MATCH
    if (variablesOff && source.text.includes('${')) return miss('variables-need-version-2012')
    return miss(resourceDifference(source.text, resource))
  }
  if (misplaced) return miss('variable-before-fifth-colon')
  const expansion = expandVariables(variables, request)
  if (expansion.state === 'noValue') return miss(expansion.reason)
  if (expansion.state === 'unknown') {
    // With anything at all in the place of the variables, could it match?
    if (!matchGlob(compileParts(variables.map(loosely)), resource)) return miss('resource-differs')
    return { matches: UNKNOWN, reason: 'variable-unknown', question: ask(pattern, expansion.keys, request) }
  }
  if (matchGlob(compileParts(expansion.parts), resource)) return MATCH
  return miss(resourceDifference(expansion.parts.map(({ text }) => text).join(''), resource))
}

const loosely = (part: VariablePart): PatternPart =>
  part.kind === 'text' || part.kind === 'escape'
    ? { text: part.text, literal: part.kind === 'escape' }
    : { text: '*', literal: false }

function ask(pattern: ResourcePattern, keys: readonly string[], request: EvaluatedRequest): Question {
  const [key] = keys
  const { variables } = pattern
  const fitting =
    key === undefined || variables === null || keys.length !== 1
      ? null
      : fittingValues(variables, key, request.resource, request, (parts) =>
          matchGlob(compileParts(parts), request.resource),
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
): { result: ElementResult; matches: Kleene } {
  const { element, patterns, variablesOff } = compiled
  const values: ValueResult[] = []
  const open: Question[] = []
  let found: Kleene = NO
  for (const pattern of patterns) {
    const { matches, reason, question } = matchPattern(pattern, request, variablesOff)
    found = or(found, matches)
    if (question !== null) open.push(question)
    values.push({ text: pattern.source.text, span: pattern.source.span, matches: truthOf(matches), reason })
  }
  const matches = element.not ? not(found) : found
  if (matches === UNKNOWN) questions.push(element.not ? noneOf(open) : anyOf(open))
  return {
    matches,
    result: {
      element: element.not ? 'NotResource' : 'Resource',
      matches: truthOf(matches),
      reason: element.not ? notReason(found) : plainReason(found, values),
      span: element.span,
      values,
    },
  }
}

const notReason = (found: Kleene): Reason =>
  found === YES ? 'not-element-excludes' : found === NO ? 'not-element-includes' : 'not-element-unknown'

function plainReason(found: Kleene, values: readonly ValueResult[]): Reason {
  if (found === YES) return 'matches'
  if (found === UNKNOWN) return 'value-unknown'
  const [only] = values
  return values.length === 1 && only !== undefined ? only.reason : 'no-value-matches'
}
