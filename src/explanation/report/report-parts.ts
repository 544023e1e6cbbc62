import { evaluateFurther } from '../../evaluation/evaluate-linked'
import type { Reference } from '../../reference/reference'
import { assumedValues } from '../causes/assumed-values'
import { outcomeOf, worstOf, type CallOutcome, type JudgedCheck } from '../../evaluation/call-outcome'
import { ALL_PARTS } from '../all-said'
import { explainWith } from '../explain-with'
import type { Explanation, Fix, NextStep } from '../explanation'
import type { Instruction } from '../instruction'
import { answerFixes } from '../fixes/answer-fixes'
import { whatToDo } from '../fixes/what-to-do'
import { ASSUMED } from '../messages/assumed'
import { checkWords } from '../messages/call'
import { factWords, type FactWords } from '../messages/facts'
import { judgedWith, remembering, type JudgedCase } from '../judged-case'
import { explainNextSteps } from '../steps/next-steps'
import { REPORT_MESSAGES } from '../messages/report'
import { plainText, uniquePhrases, type Phrase } from '../../text/phrase'

/** What is said of one case. */
export interface CaseParts {
  readonly judged: JudgedCase
  readonly explanation: Explanation
  /** What to do that changes no policy. */
  readonly instructions: readonly Instruction[]
  readonly fixes: readonly Fix[]
  /** What is still to be fetched. */
  readonly steps: readonly NextStep[]
}

/** One check of the call. */
export interface CheckParts {
  readonly action: string
  readonly resource: string
  /** What became of it, in a few words. */
  readonly words: string
  readonly outcome: CallOutcome
  /** Does the call end here? Then its verdict is that of the whole. */
  readonly isDecisive: boolean
  /** Null: it is not whole, so nothing is judged. */
  readonly parts: CaseParts | null
}

/** What is answered: the headline, what it rests on, and what else is worth saying. */
export interface ReportedAnswer {
  readonly lines: readonly Phrase[]
  readonly notes: readonly Phrase[]
}

/** What a report is made of. */
export interface ReportParts {
  /** The request. */
  readonly first: CaseParts
  /** The answer to the whole call: that of the request, or of the further check where the call ends. */
  readonly says: ReportedAnswer
  /** The checks of the call, the request first; none where it has no further ones. */
  readonly checks: readonly CheckParts[]
  readonly outcome: CallOutcome
  /** What no policy says, and what is assumed. */
  readonly facts: readonly FactWords[]
}

function partsOf(judged: JudgedCase, explanation: Explanation): CaseParts {
  const fixes = answerFixes(judged, explanation.answer)
  return {
    judged,
    explanation,
    instructions: whatToDo(judged, explanation.answer, fixes),
    fixes: fixes.filter(({ least }, at) => least || at === 0),
    steps: explainNextSteps(judged).filter(({ needed }) => needed),
  }
}

const stepKey = ({ sentence, commands }: NextStep): string =>
  JSON.stringify([plainText(sentence), commands.map(({ bash }) => bash)])

/** Checks of one principal ask for the same policies: each is asked for once. */
function withoutRepeats(all: readonly CheckParts[]): readonly CheckParts[] {
  const seen = new Set<string>()
  return all.map(({ parts, ...check }) => {
    const steps = parts?.steps.filter((step) => !seen.has(stepKey(step))) ?? []
    for (const step of steps) seen.add(stepKey(step))
    return { ...check, parts: parts && { ...parts, steps } }
  })
}

const checkParts = (judged: Omit<JudgedCheck, 'outcome'>, resource: string, parts: CaseParts | null) => {
  const outcome = outcomeOf(judged.decision, judged.evaluation)
  const check: CheckParts = {
    action: judged.action,
    resource,
    words: checkWords({ ...judged, outcome }),
    outcome,
    isDecisive: false,
    parts,
  }
  return { check, rank: { decision: judged.decision, outcome } }
}

/** The answer of an explanation, as a report says it. */
export const reportedAnswer = ({ answer: { headline, fact, said, notes } }: Explanation): ReportedAnswer => {
  const told = fact === null ? '' : plainText(fact.sentence)
  return {
    lines: [headline, ...(fact === null ? [] : [fact.sentence])],
    notes: uniquePhrases([said, ...notes].filter((words) => words.length > 0 && plainText(words) !== told)),
  }
}

const answerOf = (decisive: CheckParts | null, first: CaseParts): ReportedAnswer =>
  decisive !== null && decisive.parts === null
    ? { lines: [REPORT_MESSAGES['check-not-whole'](decisive.action)], notes: [] }
    : reportedAnswer((decisive?.parts ?? first).explanation)

/** What a report of a case is made of; null where there is nothing to judge. */
export function reportParts(given: JudgedCase, explanation: Explanation, reference?: Reference): ReportParts | null {
  const { decision } = explanation.decided
  if (decision === 'none') return null
  const judged = remembering(given)
  const { accessCase, evaluation, policyMemory } = judged
  const first = partsOf(judged, explanation)
  const { action, resource } = accessCase.request
  const further = evaluateFurther(accessCase, judgedWith(judged))
  const all = [
    checkParts({ action, evaluation, decision }, resource, first),
    ...further.map(({ accessCase: own, evaluation: judged }) => {
      const { action: asked, resource: on } = own.request
      const isWhole = on !== ''
      const seen: JudgedCase = { accessCase: own, evaluation: judged, denial: null, policyMemory }
      const parts = isWhole ? partsOf(seen, explainWith({ ...seen, reference, parts: ALL_PARTS })) : null
      return checkParts({ action: asked, evaluation: judged, decision: isWhole ? judged.decision : null }, on, parts)
    }),
  ]
  const worst = worstOf(all.map(({ rank }) => rank))
  const checks =
    all.length > 1 ? withoutRepeats(all.map(({ check }, at) => ({ ...check, isDecisive: at === worst }))) : []
  return {
    first,
    says: answerOf(all[worst]?.check ?? null, first),
    checks,
    outcome: all[worst]?.check.outcome ?? 'depends',
    facts: [
      ...factWords(accessCase.facts),
      ...assumedValues(accessCase).map(([hole, value]) => ({ label: ASSUMED.fact(hole), values: [value] })),
    ],
  }
}
