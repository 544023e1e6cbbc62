import { nameOfAction } from '../../iam/action'
import type { RequestPrincipal } from '../../iam/principal'
import type { Reach } from '../../policy/reach'
import { namedRole, principalTest } from './named-role'
import type { Situation } from '../situation'
import { contextValue, stepFacts } from '../steps/step-facts'
import { only } from '../../policy/reach'
import type { Layer } from '../../iam/layers'

/** A statement as JSON, in the order in which people write it. */
export type StatementJson = Readonly<Record<string, unknown>>

interface Named {
  readonly principal: unknown
  readonly condition: Readonly<Record<string, Readonly<Record<string, string>>>> | null
  /** For the reach: the principal's ARN, where it is one. */
  readonly arn: string | null
}

/** Claims of a token that a trust policy must test, so that not every token of the provider passes. */
const CLAIMS = [':sub', ':aud'] as const

/** Says for which resource or account a service acts. https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html */
const SOURCES = [
  ['ArnLike', 'aws:SourceArn'],
  ['StringEquals', 'aws:SourceAccount'],
] as const

const claimTests = (situation: Situation): Readonly<Record<string, string>> =>
  Object.fromEntries(
    situation.evaluation.context.flatMap(({ key, values }) => {
      const value = values?.[0]
      return value !== undefined && CLAIMS.some((claim) => key.toLowerCase().endsWith(claim)) ? [[key, value]] : []
    }),
  )

const ofProvider = (situation: Situation, caller: RequestPrincipal): Named | null => {
  const claims = claimTests(situation)
  const isTested = Object.keys(claims).some((key) => key.toLowerCase().endsWith(':sub'))
  if (!isTested) return null
  return { principal: { Federated: caller.text }, condition: { StringEquals: claims }, arn: null }
}

const ofService = (situation: Situation, caller: RequestPrincipal): Named => {
  const tests = SOURCES.flatMap(([operator, key]) => {
    const value = contextValue(situation.evaluation.context, key)
    return value === null ? [] : [[operator, { [key]: value }] as const]
  })
  return {
    principal: { Service: caller.text },
    condition: tests.length > 0 ? Object.fromEntries(tests) : null,
    arn: null,
  }
}

/** What is offered to everybody on the internet at times. An unsigned request for anything else was meant to be signed. */
const FOR_EVERYBODY = /^(?:s3|execute-api|lambda):/i

/** How a resource-based policy names the caller; null where it had better not. */
export const namedCaller = (situation: Situation): Named | null => {
  const { caller, entity } = stepFacts(situation)
  if (caller === null) return null
  if (caller.kind === 'identityProvider') return ofProvider(situation, caller)
  if (caller.kind === 'service') return ofService(situation, caller)
  if (caller.kind === 'anonymous')
    return FOR_EVERYBODY.test(situation.accessCase.request.action)
      ? { principal: '*', condition: null, arn: null }
      : null
  const arn = entity?.arn ?? caller.text
  return { ...namedRole(arn), arn }
}

/**
 * The resource of a request as a pattern that covers it: a `*` in it is AWS's own, as in "instance/*"; a `${` is none of
 * a variable, but for one that stands for something unknown, which is the same in a policy.
 */
export const exactly = ({ accessCase: { request, holes = [] } }: Situation, hasVariables: boolean): string =>
  hasVariables && !holes.some((hole) => hole.startsWith('${') && request.resource.includes(hole))
    ? request.resource.replaceAll('${', '${$}{')
    : request.resource

const sidOf = (action: string): string => `Allow${nameOfAction(action).replace(/[^a-z0-9]/gi, '')}`

/** The least statement that lets the request pass a layer, and what it reaches; null where none can be named. */
export interface LeastStatement {
  readonly statement: StatementJson
  readonly reach: Reach
}

const grant = (action: string, taken: string): StatementJson => {
  const sid = sidOf(action)
  return { ...(taken.includes(`"${sid}"`) ? {} : { Sid: sid }), Effect: 'Allow' }
}

/** Endpoint policies name principals by condition. https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html */
const throughEndpoint = (situation: Situation): Named => {
  const arn = contextValue(situation.evaluation.context, 'aws:PrincipalArn')
  if (arn === null) return { principal: '*', condition: null, arn }
  const { is, value } = principalTest(arn)
  return { principal: '*', condition: { [is]: { 'aws:PrincipalArn': value } }, arn }
}

/** Layers whose statements name a principal. */
const NAMES_PRINCIPAL: Readonly<Record<Layer, ((situation: Situation) => Named | null) | null>> = {
  identity: null,
  resource: namedCaller,
  trust: namedCaller,
  boundary: null,
  session: null,
  scp: null,
  // Its Allow is implied: no statement is added to let a request pass.
  rcp: null,
  endpoint: throughEndpoint,
}

const whenOf = (condition: Named['condition']): Reach['when'] =>
  Object.values(condition ?? {}).flatMap((tests) =>
    Object.entries(tests)
      .filter(([key]) => key !== 'aws:PrincipalArn')
      .map(([key, value]) => ({ key, values: [value] })),
  )

/** Builds the least statement for a layer. `taken` is the text it goes into. */
export const leastStatement = (
  situation: Situation,
  layer: Layer,
  resource: string,
  taken: string,
): LeastStatement | null => {
  const { action } = situation.accessCase.request
  const start = grant(action, taken)
  const reach: Reach = { actions: only(action), resources: only(resource), principal: null, when: [] }
  const named = NAMES_PRINCIPAL[layer]?.(situation)
  if (named === undefined) return { statement: { ...start, Action: action, Resource: resource }, reach }
  if (named === null) return null
  const isKey = action.toLowerCase().startsWith('kms:') && layer === 'resource'
  const resources = layer === 'trust' ? {} : { Resource: isKey ? '*' : resource }
  return {
    statement: {
      ...start,
      Principal: named.principal,
      Action: action,
      ...resources,
      ...(named.condition ? { Condition: named.condition } : {}),
    },
    reach: {
      ...reach,
      resources: layer === 'trust' || isKey ? only('*') : reach.resources,
      principal: named.arn,
      when: whenOf(named.condition),
    },
  }
}
