import { PROBLEM_MESSAGES } from '../policy/problem-messages'
import type { DraftPolicy } from '../draft/draft'
import type { CheckFinding, PolicyBeside, QuickFix } from '../policy/checks/check'
import { CHECK_MESSAGES } from '../policy/checks/check-messages'
import { checkPolicy } from '../policy/checks/check-policy'
import { QUICK_FIX_MESSAGES } from '../policy/checks/fix-messages'
import { parsePolicy } from '../policy/parse-policy'
import { NO_REFERENCE, type Reference } from '../reference/reference'
import type { PolicyProblem } from '../policy/policy-messages'
import type { Severity } from '../text/problem'
import { createSource } from '../text/source'
import type { Span } from '../text/span'
import { textOfCode } from '../text/message-text'
import type { Layer } from '../iam/layers'

/** A change of the text that answers a problem. */
export interface ProblemFix {
  readonly title: string
  readonly edits: QuickFix['edits']
}

type AnyProblem = PolicyProblem | CheckFinding

/** What is wrong with a policy's text, in a sentence and with its line. */
export interface WordedProblem {
  readonly code: AnyProblem['code']
  readonly severity: Severity
  readonly span: Span | null
  readonly line: number
  readonly sentence: string
  /** The AWS page behind it; null where there is none. */
  readonly page: string | null
  readonly fixes: readonly ProblemFix[]
}

const RANKS: readonly Severity[] = ['error', 'securityWarning', 'warning', 'suggestion']
const rank = ({ severity }: AnyProblem) => RANKS.indexOf(severity)

/** Broken JSON is told alone: what is missing behind the fault would be told as missing. */
const isBroken = ({ code }: AnyProblem) => code.startsWith('json-') && code !== 'json-duplicate-key'

function worded(problem: AnyProblem): Pick<WordedProblem, 'sentence' | 'page' | 'fixes'> {
  if (!isFinding(problem))
    return { sentence: textOfCode(PROBLEM_MESSAGES[problem.code], problem.data), page: null, fixes: [] }
  const { sentence, page } = CHECK_MESSAGES[problem.code]
  return {
    sentence: textOfCode(sentence, problem.data),
    page,
    fixes: problem.fixes.map((fix) => ({
      title: textOfCode(QUICK_FIX_MESSAGES[fix.code], fix.data),
      edits: fix.edits,
    })),
  }
}

const isFinding = (problem: AnyProblem): problem is CheckFinding => problem.code in CHECK_MESSAGES && 'fixes' in problem

const read = (policies: readonly DraftPolicy[], type: Layer): readonly PolicyBeside[] =>
  policies.map(({ name, text }) => ({ name, policy: parsePolicy(text, type) }))

/**
 * Everything wrong or doubtful in a policy's text, the gravest first, and each kind in the order of the text.
 * `namedByAws`: actions that AWS's own message names; `beside`: the other policies of the same holder.
 */
export function policyProblems(
  text: string,
  type: Layer = 'identity',
  reference: Reference = NO_REFERENCE,
  namedByAws: readonly string[] = [],
  beside: readonly DraftPolicy[] = [],
): readonly WordedProblem[] {
  if (text.trim() === '') return []
  const source = createSource(text)
  const policy = parsePolicy(text, type)
  const broken = policy.problems.filter(isBroken)
  const problems =
    broken.length > 0
      ? broken
      : [...policy.problems, ...checkPolicy(policy, { type, text, reference, namedByAws, beside: read(beside, type) })]
  return problems
    .toSorted((a, b) => rank(a) - rank(b) || (a.span?.[0] ?? 0) - (b.span?.[0] ?? 0))
    .map((problem) => ({
      code: problem.code,
      severity: problem.severity,
      span: problem.span,
      line: source.positionAt(problem.span?.[0] ?? 0).line,
      ...worded(problem),
    }))
}
