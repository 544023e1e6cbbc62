import { describe, expect, it } from 'vitest'
import { readBuilt } from '../../../.ci/built-reference'
import { decodeManagedPolicies, type ManagedPoliciesFile, type ManagedPolicy } from '../../reference/reference'
import { checkPolicy } from '../checks/check-policy'
import { parsePolicy } from '../parse-policy'
import { policySchema, type JsonSchema } from './policy-schema'
import { CASE_LAYERS, LAYERS, READING_ORDER, type CaseLayer, type Layer } from '../../iam/layers'
import { vectorsIn } from '../../testing/read-vectors'

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Does a value follow a schema? As draft-07 says, each keyword speaks only of values of its own kind. */
function holds(schema: JsonSchema | boolean, value: unknown): boolean {
  if (typeof schema === 'boolean') return schema
  const { type, properties = {}, additionalProperties = true, required = [], items } = schema
  const kind = Array.isArray(value) ? 'array' : typeof value
  if (type && type !== kind) return false
  if (schema.enum && !schema.enum.some((one) => one === value)) return false
  if (items && Array.isArray(value) && !value.every((item) => holds(items, item))) return false
  if (isObject(value)) {
    if (!required.every((name) => Object.hasOwn(value, name))) return false
    for (const [name, each] of Object.entries(value))
      if (!holds(Object.hasOwn(properties, name) ? properties[name]! : additionalProperties, each)) return false
  }
  if (schema.not && holds(schema.not, value)) return false
  if (schema.allOf && !schema.allOf.every((each) => holds(each, value))) return false
  if (schema.anyOf && !schema.anyOf.some((each) => holds(each, value))) return false
  return !schema.oneOf || schema.oneOf.filter((each) => holds(each, value)).length === 1
}

const follows = (type: Layer, statement: object) =>
  holds(policySchema(type), { Version: '2012-10-17', Statement: [statement] })

const TYPES = READING_ORDER
const ATTACHED: readonly Layer[] = ['identity', 'boundary', 'session', 'scp']
const without = (...types: readonly Layer[]) => TYPES.filter((type) => !types.includes(type))

/** A statement that each type takes. */
const plain = (type: Layer) => ({
  Effect: 'Deny',
  Action: 's3:GetObject',
  ...(ATTACHED.includes(type) ? {} : { Principal: '*' }),
  ...(type === 'trust' ? {} : { Resource: '*' }),
})

const leave = (statement: object, name: string) =>
  Object.fromEntries(Object.entries(statement).filter(([key]) => key !== name))

/** What some types take and others do not. */
const DIFFERENCES: readonly (readonly [
  what: string,
  takers: readonly Layer[],
  change: (statement: object) => object,
])[] = [
  ['Principal', without(...ATTACHED), (statement) => ({ ...statement, Principal: '*' })],
  ['no Principal', ATTACHED, (statement) => leave(statement, 'Principal')],
  [
    'NotPrincipal',
    ['resource', 'endpoint', 'trust'],
    (statement) => ({ ...leave(statement, 'Principal'), NotPrincipal: { AWS: '111122223333' } }),
  ],
  ['Resource', without('trust'), (statement) => ({ ...statement, Resource: '*' })],
  ['no Resource', ['resource', 'trust'], (statement) => leave(statement, 'Resource')],
  [
    'NotResource',
    without('trust'),
    (statement) => ({ ...leave(statement, 'Resource'), NotResource: 'arn:aws:s3:::a' }),
  ],
  ['NotAction', without('rcp'), (statement) => ({ ...leave(statement, 'Action'), NotAction: 's3:GetObject' })],
  ['Allow', without('rcp'), (statement) => ({ ...statement, Effect: 'Allow' })],
  [
    'a named principal',
    ['resource', 'endpoint', 'trust'],
    (statement) => ({ ...statement, Principal: { AWS: 'arn:aws:iam::111122223333:root' } }),
  ],
  ['Action and NotAction', [], (statement) => ({ ...statement, NotAction: 's3:*' })],
  ['no Action', [], (statement) => leave(statement, 'Action')],
  ['no Effect', [], (statement) => leave(statement, 'Effect')],
  ['an unknown element', [], (statement) => ({ ...statement, Actions: 's3:*' })],
  ['a list of actions', TYPES, (statement) => ({ ...statement, Action: ['s3:GetObject', 's3:PutObject'] })],
  [
    'a condition with several values',
    TYPES,
    (statement) => ({ ...statement, Condition: { Bool: { 'aws:SecureTransport': [false, 'false'] } } }),
  ],
]

interface Given {
  readonly type: Layer
  readonly document: unknown
}

const layerOfKey = (key: string): CaseLayer | undefined => CASE_LAYERS.find((layer) => LAYERS[layer].key === key)

/** All documents in a part of a vector. */
function documentsIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap(documentsIn)
  if (!isObject(value)) return []
  return 'document' in value ? [value.document] : Object.values(value).flatMap(documentsIn)
}

const vectors = vectorsIn<unknown>('evaluation/vectors')

const given = vectors.flatMap((vector): readonly Given[] => {
  if (!isObject(vector) || !isObject(vector.policies) || !isObject(vector.request)) return []
  const isTrust = String(vector.request.action).startsWith('sts:')
  return Object.entries(vector.policies).flatMap(([key, policies]) => {
    const type = layerOfKey(key)
    if (!type) return []
    return documentsIn(policies).map((document) => ({
      type: type === 'resource' && isTrust ? 'trust' : type,
      document,
    }))
  })
})

describe('policySchema', () => {
  it.each(TYPES)('takes the plain statement of a policy of type %s, and an Id where AWS does', (type) => {
    expect(follows(type, plain(type))).toBe(true)
    const hasId = holds(policySchema(type), { Id: 'a', Statement: plain(type) })
    expect(hasId).toBe(['resource', 'endpoint', 'trust'].includes(type))
  })

  it.each(DIFFERENCES)('tells apart the types that take %s', (_, takers, change) => {
    expect(new Set(TYPES.filter((type) => follows(type, change(plain(type)))))).toEqual(new Set(takers))
  })

  it('takes the one Allow of resource control policies', () => {
    const full = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }
    expect(follows('rcp', full)).toBe(true)
    expect(follows('rcp', { ...full, Condition: {} })).toBe(false)
  })

  it('takes every AWS managed policy', () => {
    const policies = decodeManagedPolicies(readBuilt<ManagedPoliciesFile>('managed-policies.json'))
    const schema = policySchema('identity')
    const refused = policies.filter(
      ({ name }) => !holds(schema, readBuilt<ManagedPolicy>(`managed/${name}.json`).document),
    )
    expect(policies.length).toBeGreaterThan(1500)
    expect(refused).toEqual([])
  })

  it('takes what the parser and the checks take without an error', () => {
    const clean = given.filter(({ type, document }) => {
      const policy = parsePolicy(typeof document === 'string' ? document : JSON.stringify(document), type)
      const findings = checkPolicy(policy, { type }).filter(({ severity }) => severity === 'error')
      return policy.problems.length + findings.length === 0
    })
    const refused = clean.filter(({ type, document }) => {
      const read: unknown = typeof document === 'string' ? JSON.parse(document) : document
      return !holds(policySchema(type), read)
    })
    expect(clean.length).toBeGreaterThan(300)
    expect(refused).toEqual([])
  })
})
