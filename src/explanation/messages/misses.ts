import { hasBlank } from '../../text/blank'
import type { ElementResult, ValueResult } from '../../evaluation/evaluation'
import type { ReasonCode } from '../../evaluation/reason-codes'
import { tellingElements, type Miss } from '../../evaluation/describe/nearest-miss'
import { parseArn, roleArnOfSession } from '../../iam/arn'
import { isRightButFor } from '../../iam/arn-fields'
import { code, codes, list, say, strong, type Phrase } from '../../text/phrase'
import { clauseAndActual, clauseOf, writtenValues } from './conditions'
import { actionsPhrase } from './statements'

interface MissFacts {
  readonly miss: Miss
  readonly action: string
  readonly resource: string
  readonly principal: string
}

type Say = (failed: ElementResult, facts: MissFacts) => Phrase

/** What the request is for. */
const asked = (resource: string): Phrase =>
  resource === ''
    ? say`this request’s resource is unknown`
    : resource === '*'
      ? say`this request names no resource`
      : say`this request is for ${code(resource)}`

const FIELD_NAMES = { account: 'account', region: 'Region' } as const

/** An ARN has an account and a Region, or none, by its type: one that leaves out what is there never matches. */
const leftOut = (written: string, resource: string, field: keyof typeof FIELD_NAMES): Phrase | null => {
  const [mine, asked] = [written, resource].map((text) => parseArn(text)?.[field])
  if (mine === '' && asked !== undefined)
    return say`, which has no ${FIELD_NAMES[field]} and so never matches ${code(resource)}`
  if (asked === '' && mine !== undefined)
    return say`, which names ${field === 'region' ? 'a' : 'an'} ${FIELD_NAMES[field]}; ${code(resource)} has none, so it never matches`
  return null
}

/** Of several resources the one that would match, were it not for a field that its type has or has not. */
const nearlyRight = (values: readonly ValueResult[], resource: string): Phrase | null => {
  for (const field of ['account', 'region'] as const) {
    for (const { text } of values) {
      const told = isRightButFor(field, text, resource) ? leftOut(text, resource, field) : null
      if (told !== null) return say`. One is ${code(text)}${told}`
    }
  }
  return null
}

/** How the one resource that is named misses, where the way of it has a name. */
const RESOURCE_MISSES: Partial<Readonly<Record<ReasonCode, (written: string, resource: string) => Phrase>>> = {
  'bucket-not-object': (written, resource) =>
    hasBlank(resource)
      ? say`, the bucket itself, not on its objects, ${code(`${written}/*`)}`
      : say`, the bucket itself, not on its objects, for example ${code(resource)}`,
  'object-not-bucket': (_, resource) => say`, the objects, not on the bucket itself, ${code(resource)}`,
  'case-differs': (_, resource) => say`, which differs from ${code(resource)} in case`,
  'arn-account-differs': (written, resource) =>
    leftOut(written, resource, 'account') ?? say`, which isn’t in the account of ${code(resource)}`,
  'arn-region-differs': (written, resource) =>
    leftOut(written, resource, 'region') ?? say`, which isn’t in the Region of ${code(resource)}`,
  'arn-partition-differs': (written, resource) =>
    say`, which is in the partition ${code(parseArn(written)?.partition ?? '')}, not in that of ${code(resource)}`,
  'variables-need-version-2012': () =>
    say`, where the variable is plain text because the policy has no ${code('"Version": "2012-10-17"')}`,
  'variable-without-value': () => say`, where the variable has no value in this request`,
  'variable-multivalued': () => say`, where the variable is a multivalued key, which can’t be used as a variable`,
  'variable-before-fifth-colon': () =>
    say`, where the variable is plain text: it works only in the last part of an ARN`,
}

/** Why the one principal that is named is not the caller, where that has a name. */
const PRINCIPAL_MISSES: Partial<Readonly<Record<ReasonCode, Phrase>>> = {
  'principal-wildcard': say`, where the wildcard matches no one: it never matches part of a principal`,
  'group-is-no-principal': say`, a group, which can’t be a principal`,
}

/** The value that names the caller, or the role of its session, but for the case of a letter. */
function caseOfPrincipal(values: readonly ValueResult[], principal: string): Phrase | null {
  for (const caller of [principal, roleArnOfSession(principal)]) {
    const near = values.find(({ text }) => text.toLowerCase() === caller?.toLowerCase())
    if (near && caller !== null) return say`names ${code(near.text)}, which differs from ${code(caller)} only in case`
  }
  return null
}

/** Why an Allow does not reach the request, by the element that fails. */
const BY_ELEMENT: Readonly<Record<ElementResult['element'], Say>> = {
  Action: (failed, { action }) => say`allows ${codes(writtenValues(failed))}, not ${code(action)}`,
  NotAction: (failed, { action }) =>
    say`allows every action except ${codes(writtenValues(failed))}, which excludes ${code(action)}`,
  Resource: (failed, facts) => {
    const allows = say`allows ${actionsPhrase(facts.miss.statement)}, but only on ${codes(writtenValues(failed))}`
    const [only, ...others] = failed.values
    const told = only && others.length === 0 && facts.resource !== '' ? RESOURCE_MISSES[only.reason] : undefined
    const near = others.length > 0 ? nearlyRight(failed.values, facts.resource) : null
    return say`${allows}${near ?? (told ? told(only?.text ?? '', facts.resource) : say`; ${asked(facts.resource)}`)}`
  },
  NotResource: (failed, { resource }) =>
    say`allows everything except ${codes(writtenValues(failed))}; ${asked(resource)}`,
  Principal: (failed, { principal }) => {
    const [only, ...others] = failed.values
    const told = only && others.length === 0 ? PRINCIPAL_MISSES[only.reason] : undefined
    if (told) return say`names only ${codes(writtenValues(failed))}${told}`
    if (principal === '') return say`names only ${codes(writtenValues(failed))}`
    return (
      caseOfPrincipal(failed.values, principal) ?? say`names ${codes(writtenValues(failed))}, not ${code(principal)}`
    )
  },
  NotPrincipal: (failed, { principal }) =>
    say`names everyone except ${codes(writtenValues(failed))}, which excludes ${code(principal)}`,
  Condition: (failed) => say`allows it only when ${clauseAndActual(failed)}`,
  Effect: () => say`has no valid Effect`,
}

/** Several conditions that fail, with the values of the request where all are known: "only when A is x and B is y; here it is z and w". */
const severalConditions = (failed: readonly ElementResult[]): Phrase => {
  const carried = failed.flatMap(({ actual }) => (actual && actual.length > 0 ? [codes(actual)] : []))
  const wanted = say`allows it only when ${list(failed.map(clauseOf))}`
  return carried.length < failed.length ? wanted : say`${wanted}; here they are ${list(carried)}`
}

/** Why the nearest Allow of a layer does not reach the request. */
export const missFact = (facts: MissFacts): Phrase => {
  const failed = tellingElements(facts.miss)
  const first = failed[0]
  if (first === undefined) return say`has no element that applies`
  if (failed.length > 1 && failed.every((one) => one.element === 'Condition')) return severalConditions(failed)
  const telling = failed.find((one) => one.element === 'Action' || one.element === 'NotAction') ?? first
  return BY_ELEMENT[telling.element](telling, facts)
}

/** An Allow that names no action of AWS, and nearly the one that was asked for. */
export const misspelt = (written: string, action: string): Phrase =>
  say`names ${code(written)}, which isn’t an AWS action and never matches. The action is ${code(action)}`

/** All the other Allows fail on their actions too: what the layer allows instead. */
export const otherActions = (policies: readonly string[], actions: readonly string[]): Phrase =>
  policies.length === 1
    ? say`${strong(policies[0] ?? '')} allows only ${codes(actions)}`
    : say`the ${String(policies.length)} policies you pasted allow only ${codes(actions)}`
