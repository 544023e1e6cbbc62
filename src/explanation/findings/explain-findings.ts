import type { Finding } from '../explanation'
import { FINDING_MESSAGES, type FindingCode, type FindingFacts } from '../messages/findings'
import { ACTION_RULES } from './action-findings'
import { CEILING_RULES } from './ceiling-findings'
import { CONDITION_RULES } from './condition-findings'
import { DENY_RULES } from './deny-findings'
import type { ExplainFindings } from './find-findings'
import { FINDING_PAGES } from './finding-pages'
import { PLAIN_RULES } from './plain-findings'
import { RESOURCE_RULES } from './resource-findings'
import { findingContextOf, type Rules, type FindingContext } from './finding-context'
import { TRUST_RULES } from './trust-findings'

/** The rule of each finding. */
export const FINDING_RULES: Rules<FindingCode> = {
  ...PLAIN_RULES,
  ...DENY_RULES,
  ...CEILING_RULES,
  ...TRUST_RULES,
  ...ACTION_RULES,
  ...RESOURCE_RULES,
  ...CONDITION_RULES,
}

/** All codes, in the order in which findings are read. */
export const FINDING_CODES = Object.keys(FINDING_MESSAGES) as readonly FindingCode[]

/** Findings of one kind that are shown; more say nothing new. */
const MAX_OF_A_KIND = 5

const findingsOf = <Code extends FindingCode>(code: Code, scene: FindingContext): readonly Finding[] => {
  const message = FINDING_MESSAGES[code] as (facts: FindingFacts<Code>) => Finding['sentence']
  return FINDING_RULES[code](scene)
    .slice(0, MAX_OF_A_KIND)
    .map(({ facts, evidence }) => ({ code, sentence: message(facts), evidence, page: FINDING_PAGES[code] }))
}

/** All findings of a case, in reading order. */
export const explainFindings: ExplainFindings = (judged, reference) => {
  const scene = findingContextOf(judged, reference)
  return FINDING_CODES.flatMap((code) => findingsOf(code, scene))
}
