import { splitArn } from '../../iam/arn'
import { parseVariables, type VariablePart } from '../../iam/policy-variables'
import type { PatternPart } from '../../iam/wildcard'
import type { PolicyText } from '../../policy/policy'

/** A resource pattern and its variables. */
export interface ResourcePattern {
  readonly source: PolicyText
  readonly rules: PatternRules
  readonly variables: readonly VariablePart[] | null
  /** A variable stands where it cannot work. */
  readonly misplaced: boolean
}

/** By what rules a pattern is read. */
interface PatternRules {
  readonly variablesOn: boolean
  readonly completesArns: boolean
}

/** Prepares one value of Resource or NotResource. */
export function compilePattern(source: PolicyText, rules: PatternRules): ResourcePattern {
  const { text } = source
  const variables = rules.variablesOn ? parseVariables(text) : null
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-where
  const misplaced = variables !== null && splitArn(text.slice(0, text.indexOf('${'))) === null
  return { source, rules, variables, misplaced }
}

/**
 * An ARN with fewer than six fields is completed with `*` fields, in identity-based policies only.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function completeArn(text: string): string | null {
  if (!text.startsWith('arn:')) return null
  let missing = 5
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) if (--missing === 0) return null
  return text + ':*'.repeat(missing)
}

/** A part of a pattern with anything at all in the place of a variable. */
export const loosely = (part: VariablePart): PatternPart =>
  part.kind === 'text' || part.kind === 'escape'
    ? { text: part.text, literal: part.kind === 'escape' }
    : { text: '*', literal: false }
