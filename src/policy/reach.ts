import { hasWildcard } from '../iam/wildcard'
import type { ObjectNode } from '../case/case-documents'
import type { Layer } from '../iam/layers'
import { fieldsOf, textsOf, type Fields } from '../text/fields'
import { own } from '../text/own'
import { valueOfNode } from '../text/json-value'

/** Requests that a fix lets through a gate that they did not pass before: all of these together. */
export interface Reach {
  readonly actions: { readonly not: boolean; readonly patterns: readonly string[] }
  readonly resources: { readonly not: boolean; readonly patterns: readonly string[] }
  /** The one principal it is for; null: everyone whom the policy is for. */
  readonly principal: string | null
  /** Only requests that carry these values. */
  readonly when: readonly { readonly key: string; readonly values: readonly string[] }[]
  /** Keys that the statement goes on testing, besides those of `when`. */
  readonly tests?: readonly string[]
}

type Part = Reach['actions']

const NOTHING_LEFT_OUT: Part = { not: false, patterns: ['*'] }

const partOf = (statement: Fields, name: 'Action' | 'Resource'): Part => {
  const element = Object.keys(statement).findLast((key) => key === name || key === `Not${name}`)
  return element === undefined
    ? NOTHING_LEFT_OUT
    : { not: element !== name, patterns: textsOf(own(statement, element)) }
}

/** Everything that a statement speaks of. */
export const reachOfStatement = (statement: Fields): Reach => ({
  actions: partOf(statement, 'Action'),
  resources: partOf(statement, 'Resource'),
  principal: null,
  when: [],
})

/** An account that is named, or a value that nobody knows: more than one, or nobody that can be told. */
const NOT_ONE = /^(?:\d{12}|<[^<>]{1,40}>)$|:root$/

const onlyName = ([name = '', ...more]: readonly string[]): string | null =>
  more.length === 0 && name !== '' && !hasWildcard(name) && !NOT_ONE.test(name) ? name : null

/** The callers that a statement tests for, where it lets in whoever has their ARN and nobody else. */
const testedIn = ({ Condition: tests }: Fields): readonly string[] => {
  const { ArnEquals: arn, StringEquals: text } = fieldsOf(tests)
  return [arn, text].flatMap((test) =>
    Object.entries(fieldsOf(test)).flatMap(([key, value]) => (/^aws:principalarn$/i.test(key) ? textsOf(value) : [])),
  )
}

/** The one service, user or role that a statement names, or lets in alone by a test; null: several, an account, everyone. */
export const namedIn = (statement: Fields): string | null => {
  const { AWS: principals, Service: services, ...others } = fieldsOf(statement['Principal'])
  if (Object.keys(others).length > 0) return null
  return onlyName([...textsOf(principals), ...textsOf(services)]) ?? onlyName(testedIn(statement))
}

/** The same of a statement as a tree. */
export const reachOf = (statement: ObjectNode): Reach => reachOfStatement(fieldsOf(valueOfNode(statement)))

/** Exactly these texts. */
export const only = (...patterns: readonly string[]): Part => ({ not: false, patterns })

/** How wide each kind of part is. */
const WIDTHS = { one: 0, several: 1, wildcard: 2, most: 3, everything: 4 } as const

const widthOfPart = ({ not, patterns }: Part): number => {
  if (patterns.includes('*')) return WIDTHS.everything
  if (not || patterns.some((pattern) => /^[\w-]+:\*$/.test(pattern))) return WIDTHS.most
  if (patterns.some(hasWildcard)) return WIDTHS.wildcard
  return patterns.length > 1 ? WIDTHS.several : WIDTHS.one
}

/** How many principals a layer's policies are for: one account's, one resource's callers, one principal. */
const AUDIENCE: Readonly<Record<Layer, number>> = {
  scp: 4,
  rcp: 4,
  endpoint: 3,
  resource: 3,
  trust: 3,
  boundary: 1,
  identity: 1,
  session: 0,
}

const WEIGHTS = { action: 4, resource: 3, principal: 3, when: 3 } as const

/** How much a reach opens, as a number to rank by. */
export const widthOf = (layer: Layer, { actions, resources, principal, when, tests = [] }: Reach): number =>
  WEIGHTS.action * widthOfPart(actions) +
  WEIGHTS.resource * widthOfPart(resources) +
  WEIGHTS.principal * (principal === null ? AUDIENCE[layer] : 0) -
  WEIGHTS.when * Math.min(new Set([...when.map(({ key }) => key), ...tests]).size, 2)
