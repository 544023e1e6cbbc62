import type { AccessCase } from '../case/access-case'
import { evaluateCase, type Known } from './compile-case'
import type { Evaluation } from './evaluation'

export { compileCase, compileDecisions, type CompiledCase, type Known } from './compile-case'
export { createPolicyMemory, type PolicyMemory } from './compile/parsed-policy'

/**
 * Evaluates an authorization question: which layer decides, why, and what it hangs on. Pure and total; what is wrong
 * with the case, or with a policy in it, stands in `problems`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export const evaluate = (accessCase: AccessCase, options: Known = {}): Evaluation => evaluateCase(accessCase, options)
