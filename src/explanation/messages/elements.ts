import type { CaseRequest } from '../../case/access-case'
import type { ElementResult, Truth } from '../../evaluation/evaluation'
import { code, codes, say, type Phrase } from '../words'
import { actualClause, clauseOf, writtenValues } from './conditions'

type Say = (element: ElementResult, request: CaseRequest) => Phrase

const matched = (element: ElementResult): readonly string[] =>
  element.values.filter(({ matches }) => matches === 'yes').map(({ text }) => text)

const simple = (asked: (request: CaseRequest) => string): Readonly<Record<Truth, Say>> => ({
  yes: (element, request) => say`${codes(matched(element))} covers ${code(asked(request))}.`,
  no: (element, request) => say`${codes(writtenValues(element), 'or')} does not cover ${code(asked(request))}.`,
  unknown: (element, request) =>
    say`Whether ${codes(writtenValues(element), 'or')} covers ${code(asked(request))} is not known.`,
})

const negated = (asked: (request: CaseRequest) => string): Readonly<Record<Truth, Say>> => ({
  yes: (element, request) =>
    say`Everything but ${codes(writtenValues(element))}, and ${code(asked(request))} is not among these.`,
  no: (element, request) => say`Everything but ${codes(writtenValues(element))}, which covers ${code(asked(request))}.`,
  unknown: (element, request) =>
    say`Everything but ${codes(writtenValues(element))}; whether that covers ${code(asked(request))} is not known.`,
})

const action = ({ action: asked }: CaseRequest): string => asked
const resource = ({ resource: asked }: CaseRequest): string => asked
const principal = ({ principal: asked }: CaseRequest): string => asked

/** What became of one element, by its kind. */
const BY_KIND: Readonly<Record<ElementResult['element'], Readonly<Record<Truth, Say>>>> = {
  Action: simple(action),
  NotAction: negated(action),
  Resource: simple(resource),
  NotResource: negated(resource),
  Principal: simple(principal),
  NotPrincipal: negated(principal),
  Condition: {
    yes: (element) => say`Holds: ${clauseOf(element)}; ${actualClause(element)}.`,
    no: (element) => say`Does not hold: ${clauseOf(element)}; ${actualClause(element)}.`,
    unknown: (element) => say`Not known: whether ${clauseOf(element)}.`,
  },
  Effect: {
    yes: () => say`The effect is valid.`,
    no: () => say`The effect is neither Allow nor Deny, so the statement does nothing.`,
    unknown: () => say`The effect cannot be read.`,
  },
}

/** What became of one element, in words. */
export const elementSentence = (element: ElementResult, request: CaseRequest): Phrase =>
  BY_KIND[element.element][element.matches](element, request)
