import type { ElementResult } from '../../evaluation/evaluation'
import type { RequestChange, RequestChangeWords } from '../../facts/keys/key-row'
import { composerOf } from '../../facts/service-sessions'
import { serviceOfAction } from '../../iam/action'
import { familyFacts, parseOperator } from '../../iam/condition-operators'
import { parsePrincipal } from '../../iam/principal'
import { matchWildcard } from '../../iam/wildcard'
import { writtenValues } from '../messages/conditions'
import type { JudgedCase } from '../judged-case'

/** What a key of the request has to be for a condition to hold, or not to hold. */
export interface WantedValue {
  readonly form: keyof RequestChangeWords
  readonly values: readonly string[]
}

const otherTruth = (value: string): string => (/^true$/i.test(value) ? 'false' : 'true')

/** What the request has to carry for a condition to hold; for a Deny: not to hold. */
export const wantedOf = (element: ElementResult, effect: 'Allow' | 'Deny'): WantedValue | null => {
  const operator = parseOperator(element.operator ?? '')
  if (operator === null) return null
  const values = writtenValues(element)
  const shallHold = effect === 'Allow'
  if (operator.family === 'null') {
    const isAbsent = /^true$/i.test(values[0] ?? '') === shallHold
    return { form: isAbsent ? 'absent' : 'present', values: [] }
  }
  if (operator.comparison !== 'equals') return { form: 'compared', values }
  if (operator.family === 'bool') return { form: 'among', values: shallHold ? values : values.map(otherTruth) }
  const isBeyond = shallHold === operator.negated
  // Any value at all: that there is one is what counts.
  if (familyFacts(operator.family).takesWildcards && values.every((value) => value === '*'))
    return { form: isBeyond ? 'absent' : 'present', values: [] }
  return { form: isBeyond ? 'beyond' : 'among', values }
}

const isOfCalls = (action: string, of: readonly string[]): boolean =>
  of.some((one) => matchWildcard(one, action.toLowerCase()))

/** The row for a call that leaves the thing of the key as it is: another thing is what it can take. */
export const asOfThing = ({ accessCase }: JudgedCase, row: RequestChange): RequestChange => {
  const { wordsOfThing, of = [], never, leaves } = row
  if (wordsOfThing === undefined || isOfCalls(accessCase.request.action, of)) return row
  return { words: wordsOfThing, ...(never && { never }), ...(leaves && { leaves }) }
}

/** Can whoever calls bring the key to it? */
export const isReachable = (judged: JudgedCase, row: RequestChange, { form, values }: WantedValue): boolean => {
  const { action, principal, resource } = judged.accessCase.request
  const caller = parsePrincipal(principal)?.kind
  const service = serviceOfAction(action)
  if (caller === 'service' || row.notOf?.includes(service)) return false
  if (row.isOfCall === true && composerOf(principal, resource) !== null) return false
  if (row.of !== undefined && !isOfCalls(action, row.of)) return false
  if (row.callers !== undefined && caller !== undefined && !row.callers.includes(caller)) return false
  if (form !== 'among') return row.leaves === undefined || values.every(row.leaves)
  const reached = values.filter((value) => row.never?.(value) !== true)
  return (
    reached.length > 0 && (row.reaches === undefined || values.some((one) => row.reaches?.includes(one.toLowerCase())))
  )
}

/** What begins with anything is asked for by its beginning: `orders/*` by the prefix `orders/`. */
const asBeginnings = ({ form, values }: WantedValue): WantedValue => {
  const begun = values.map((value) => (/^[^*?]+\*$/.test(value) ? value.slice(0, -1) : value))
  return { form, values: [...new Set(begun)] }
}

/** What is wanted, without the values that no request has where it can have another one. */
export const reachable = ({ never, isBeginning }: RequestChange, asked: WantedValue): WantedValue => {
  const wanted = isBeginning === true && asked.form === 'among' ? asBeginnings(asked) : asked
  if (wanted.form !== 'among' || never === undefined) return wanted
  const values = wanted.values.filter((value) => !never(value))
  return values.length === 0 ? wanted : { ...wanted, values }
}
