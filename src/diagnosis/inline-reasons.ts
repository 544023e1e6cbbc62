import type { CaseRequest } from '../case/access-case'
import type { ElementResult, Truth } from '../evaluation/evaluation'

/** What stands at the end of an element's line: short, because the policy's own words are on that line. */
type Remark = (element: ElementResult, request: CaseRequest) => string

const LONGEST_VALUE = 56

/** A value of the request, shortened in its middle: the ends of an ARN tell it apart. */
function shorten(value: string): string {
  if (value.length <= LONGEST_VALUE) return value
  const half = (LONGEST_VALUE - 1) >> 1
  return `${value.slice(0, half)}…${value.slice(-half)}`
}

function listed(values: readonly string[]): string {
  const [first = '""', second, ...more] = values.map(shorten)
  if (second === undefined) return first
  return more.length > 0 ? `${first}, ${second} and ${more.length} more` : `${first} and ${second}`
}

/** What the request carries under a condition's key. */
const carried: Remark = ({ actual, values }) => {
  const unfilled = values.find(({ reason }) => reason === 'variable-without-value')
  if (unfilled) return `${shorten(unfilled.text)} has no value here`
  if (actual === undefined) return 'unknown'
  if (actual === null) return 'the request does not carry this key'
  return actual.length === 0 ? 'is an empty list' : `is ${listed(actual)}`
}

const names = (asked: (request: CaseRequest) => string): Readonly<Record<Truth, Remark>> => ({
  yes: (_, request) => `covers ${shorten(asked(request))}`,
  no: (_, request) => `not ${shorten(asked(request))}`,
  unknown: () => 'unknown',
})

const excepts = (asked: (request: CaseRequest) => string): Readonly<Record<Truth, Remark>> => ({
  yes: (_, request) => `${shorten(asked(request))} is not among them`,
  no: (_, request) => `leaves out ${shorten(asked(request))}`,
  unknown: () => 'unknown',
})

const action = (request: CaseRequest) => request.action
const resource = (request: CaseRequest) => request.resource
const principal = (request: CaseRequest) => request.principal

const REMARKS: Readonly<Record<ElementResult['element'], Readonly<Record<Truth, Remark>>>> = {
  Action: names(action),
  NotAction: excepts(action),
  Resource: names(resource),
  NotResource: excepts(resource),
  Principal: names(principal),
  NotPrincipal: excepts(principal),
  Condition: { yes: carried, no: carried, unknown: carried },
  Effect: { yes: () => '', no: () => 'neither Allow nor Deny', unknown: () => 'cannot be read' },
}

/** The remark on an element, for the end of its line. */
export function inlineReason(element: ElementResult, request: CaseRequest): string {
  return REMARKS[element.element][element.matches](element, request)
}
