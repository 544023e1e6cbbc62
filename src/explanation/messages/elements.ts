import type { ReasonCode } from '../../evaluation/reason-codes'
import type { CaseRequest } from '../../case/access-case'
import type { ElementResult, Truth, ValueResult } from '../../evaluation/evaluation'
import { codes, say, sentence, type Phrase } from '../../text/phrase'
import { clauseOf, writtenValues } from './conditions'
import { reasonClause, type ReasonFacts } from './reasons'

const ASKED: Readonly<Record<ElementResult['element'], (request: CaseRequest) => string>> = {
  Action: ({ action }) => action,
  NotAction: ({ action }) => action,
  Resource: ({ resource }) => resource,
  NotResource: ({ resource }) => resource,
  Principal: ({ principal }) => principal,
  NotPrincipal: ({ principal }) => principal,
  Condition: () => '',
  Effect: () => '',
}

const factsOf = (element: ElementResult, request: CaseRequest, written: string): ReasonFacts => ({
  written,
  asked: ASKED[element.element](request),
  key: element.key ?? '',
  operator: element.operator ?? '',
  actual: element.actual ?? [],
  action: request.action,
})

const CONDITION: Readonly<Record<Truth, (element: ElementResult, reason: Phrase) => Phrase>> = {
  yes: (element, reason) => say`Met: ${clauseOf(element)}. ${sentence(reason)}.`,
  no: (element, reason) => say`Not met: ${clauseOf(element)}. ${sentence(reason)}.`,
  unknown: (element, reason) => say`Unknown: ${clauseOf(element)}. ${sentence(reason)}.`,
}

const EFFECT: Readonly<Record<Truth, Phrase>> = {
  yes: say`The effect is valid.`,
  no: say`The effect is neither Allow nor Deny, so the statement does nothing.`,
  unknown: say`The effect can’t be read.`,
}

/** The value that says most about its element: the one that matched, or the only one. */
const tellingValue = ({ matches, values }: ElementResult): ValueResult | null => {
  const same = values.filter((value) => value.matches === matches)
  return matches === 'yes' || values.length === 1 ? (same[0] ?? null) : null
}

const isNot = ({ element }: ElementResult): boolean => element.startsWith('Not')

/** What became of one element, in a sentence. */
export const elementSentence = (element: ElementResult, request: CaseRequest): Phrase => {
  if (element.element === 'Effect') return EFFECT[element.matches]
  const value = element.element === 'Condition' || isNot(element) ? null : tellingValue(element)
  if (value) return say`${sentence(valueClause(element, value, request))}.`
  const reason = reasonClause(element.reason, factsOf(element, request, ''))
  if (element.element === 'Condition') return CONDITION[element.matches](element, reason)
  if (isNot(element)) return say`Everything except ${codes(writtenValues(element))}: ${reason}.`
  return say`${sentence(reason)}: ${codes(writtenValues(element))}.`
}

/** What became of one value of an element, as a clause. */
export const valueClause = (element: ElementResult, value: ValueResult, request: CaseRequest): Phrase =>
  reasonClause(value.reason, factsOf(element, request, value.text))

/** Why a layer stands as it does, as a clause. */
export const layerClause = (reason: ReasonCode, request: CaseRequest): Phrase =>
  reasonClause(reason, { written: '', asked: '', key: '', operator: '', actual: [], action: request.action })
