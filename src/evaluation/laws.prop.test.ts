import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AccessCase, CasePolicies, CasePolicy, ContextValue } from '../case/access-case'
import { knownCase, layers, openCase, arbitraryPolicy, rolePath } from '../testing/arbitrary-case'
import { context, arbitraryValue } from '../testing/arbitrary-condition'
import { carried, filled } from '../testing/arbitrary-filling'
import { evaluate } from './evaluate'
import type { Evaluation, LayerResult, Requirement } from './evaluation'
import { CASE_LAYERS, LAYERS, canGrant, hasLevels, holdsOne } from '../iam/layers'
import { levelsOf, policiesIn } from '../case/layer-policies'

const numRuns = Number(process.env.LAWS_RUNS ?? 300)

/** A law holds for every generated case. */
function law<T extends [unknown, ...unknown[]]>(
  name: string,
  arbitraries: { [I in keyof T]: fc.Arbitrary<T[I]> },
  check: (...values: T) => void,
): void {
  const all = fc.tuple(...(arbitraries as readonly fc.Arbitrary<unknown>[]))
  test(name, () =>
    fc.assert(
      fc.property(all, (values) => check(...(values as unknown as T))),
      { numRuns },
    ),
  )
}

const applicable = ({ status }: LayerResult) => status !== 'notApplicable'
const matching = (layer: LayerResult, effect: 'Allow' | 'Deny') =>
  layer.statements.some((statement) => statement.effect === effect && statement.matches === 'yes')

const DENIES = new Set(['explicitDeny', 'implicitDeny'])

law('a matching Deny in an applicable layer is an explicit deny', [openCase], (accessCase) => {
  const got = evaluate(accessCase)
  const denied = got.layers.some((layer) => applicable(layer) && layer.status === 'explicitDeny')
  const matched = got.layers.some(
    (layer) => applicable(layer) && matching(layer, 'Deny') && !layer.reason.startsWith('maybe-'),
  )
  expect(denied).toBe(matched)
  if (matched) expect(got.decision).toBe('explicitDeny')
})

law(
  'allowed needs a matching Allow of a granting layer, or the root user of the own account',
  [knownCase],
  (accessCase) => {
    const got = evaluate(accessCase)
    if (got.decision !== 'allowed') return
    const granting = got.layers.filter(({ layer }) => layer === 'identity' || layer === 'resource' || layer === 'trust')
    const isRoot = accessCase.request.principal.endsWith(':root') && got.relation === 'sameAccount'
    expect(isRoot || granting.some((layer) => matching(layer, 'Allow'))).toBe(true)
  },
)

law('with every layer known to be empty the request is implicitly denied', [knownCase], ({ request }) => {
  const got = evaluate({ version: 1, request, policies: {} })
  const isRoot = request.principal.endsWith(':root') && got.relation === 'sameAccount'
  const needsPolicy = request.action.startsWith('kms:') || request.action.startsWith('sts:')
  expect(got.decision).toBe(isRoot && !needsPolicy ? 'allowed' : 'implicitDeny')
})

const parsed = ({ name, document }: CasePolicy): CasePolicy => ({
  name,
  document: typeof document === 'string' ? JSON.parse(document) : document,
})
function shuffledPolicy(one: CasePolicy): CasePolicy {
  const { name, document } = parsed(one)
  const { Statement, ...rest } = document as { Statement: unknown[] }
  const list = [...(Array.isArray(Statement) ? Statement : [Statement])]
  return { name, document: { ...rest, Statement: [...list.reverse(), ...list] } }
}
const shuffledList = (list: readonly CasePolicy[]) => [
  ...list.map(shuffledPolicy).reverse(),
  ...list.map(shuffledPolicy),
]
function shuffled(policies: CasePolicies): CasePolicies {
  const changed = CASE_LAYERS.flatMap((layer): [string, unknown][] => {
    const { key } = LAYERS[layer]
    if (policies[key] === undefined) return []
    const levels = levelsOf(policies, layer).map((level) => ({ ...level, policies: shuffledList(level.policies) }))
    const [only, ...more] = policiesIn(policies, { layer, level: null })
    if (hasLevels(layer)) return [[key, levels.reverse()]]
    return [[key, holdsOne(layer) && only ? shuffledPolicy(only) : shuffledList(only ? [only, ...more] : [])]]
  })
  return { ...policies, ...Object.fromEntries(changed) }
}

law('order and duplicates of policies and statements change nothing', [openCase], (accessCase) => {
  const got = evaluate(accessCase)
  const other = evaluate({ ...accessCase, policies: shuffled(accessCase.policies) })
  expect(other.decision).toBe(got.decision)
  expect(other.layer).toBe(got.layer)
  expect(other.blocking).toEqual(got.blocking)
})

law(
  'adding a Deny never turns a deny into allowed',
  [knownCase, arbitraryPolicy('identity', ['Deny'])],
  (accessCase, added) => {
    const before = evaluate(accessCase)
    const identity = [...(accessCase.policies.identity ?? []), added]
    const after = evaluate({ ...accessCase, policies: { ...accessCase.policies, identity } })
    if (before.decision !== 'allowed') expect(after.decision).not.toBe('allowed')
  },
)

law(
  'adding an Allow never makes an explicit deny, nor takes an allowed away',
  [knownCase, arbitraryPolicy('identity', ['Allow'])],
  (accessCase, added) => {
    const before = evaluate(accessCase)
    const identity = [...(accessCase.policies.identity ?? []), added]
    const after = evaluate({ ...accessCase, policies: { ...accessCase.policies, identity } })
    expect(after.decision === 'explicitDeny').toBe(before.decision === 'explicitDeny')
    if (before.decision === 'allowed') expect(after.decision).toBe('allowed')
  },
)

law(
  'replacing an unknown by any value never contradicts a decision',
  [openCase, context, fc.boolean().chain((isTrust) => layers(isTrust)), rolePath],
  (accessCase, keys, attached, path) => {
    const got = evaluate(accessCase)
    const known = evaluate(filled(accessCase, keys, attached, path))
    expect(known.decision).not.toBe('depends')
    if (got.decision !== 'depends') expect(known.decision).toBe(got.decision)
  },
)

law('a decision that depends names what it hangs on, and no other does', [openCase], (accessCase) => {
  const { decision, dependsOn, sufficientConditions } = evaluate(accessCase)
  const names = dependsOn.keys.length + dependsOn.layers.length
  if (decision === 'depends') expect(names).toBeGreaterThan(0)
  else expect([names, sufficientConditions.length]).toEqual([0, 0])
})

law(
  'what a decision does not hang on does not change it',
  [
    openCase,
    context,
    fc
      .constantFrom(
        'aws:SourceIp',
        'aws:PrincipalTag/team',
        'aws:TagKeys',
        'aws:MultiFactorAuthAge',
        'app:Any',
        'app:List',
      )
      .chain((key) => fc.tuple(fc.constant(key), arbitraryValue(key))),
  ],
  (accessCase, keys, [key, value]) => {
    const got = evaluate(accessCase)
    if (accessCase.request.otherContext !== 'unknown' || got.dependsOn.keys.some((one) => one === key)) return
    if (accessCase.request.context?.[key] !== undefined) return
    if (!(key in carried({ [key]: value }, accessCase.request))) return
    const without = Object.fromEntries(Object.entries(keys).filter(([name]) => name !== key))
    if (accessCase.policies.otherLayers === 'unknown') return
    const decide = (filling: typeof keys) => evaluate(filled(accessCase, filling, {}, '')).decision
    expect(decide({ ...without, [key]: value })).toBe(decide(without))
  },
)

type KeyRequirement = Extract<Requirement, { kind: 'key' }>

/** What the request says of its caller. */
function derivedContext(request: AccessCase['request']): Record<string, ContextValue> {
  const { context: entries } = evaluate({ version: 1, request, policies: {} })
  return Object.fromEntries(
    entries.flatMap(({ key, values, origin }) =>
      values === null || origin === 'given' ? [] : [[key, values[0] ?? '']],
    ),
  )
}

const lowered = (context: Record<string, ContextValue>): Record<string, unknown> =>
  Object.fromEntries(Object.keys(context).map((key) => [key.toLowerCase(), true]))

/** Does the request meet what a sufficient condition asks of a key? A policy with that condition alone says it. */
function meets({ request }: AccessCase, { operator, key, values, holds }: KeyRequirement): boolean {
  const condition = { [operator]: { [key]: values } }
  const Statement = { Effect: 'Allow', Action: '*', Resource: '*', Condition: condition }
  const document = { Version: '2012-10-17', Statement }
  const { resourceAccount: _, ...asked } = request
  const principal = 'arn:aws:iam::111122223333:user/any'
  const context = { ...derivedContext(request), ...request.context }
  const { decision } = evaluate({
    version: 1,
    request: {
      ...asked,
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::bucket',
      principal,
      context,
      absentContext: key.toLowerCase() in lowered(context) ? [] : [key],
    },
    policies: { identity: [{ name: 'p', document }] },
  })
  return (decision === 'allowed') === holds
}

// A value that is no ARN counts otherwise in an Allow than in a Deny, and a variable otherwise in another request.
law(
  'what a sufficient condition asks is enough for its decision',
  [openCase, context, rolePath],
  (accessCase, keys, path) => {
    if (accessCase.policies.otherLayers === 'unknown') return
    const { sufficientConditions } = evaluate(accessCase)
    const known = filled(accessCase, keys, {}, path)
    for (const { decision, requirements } of sufficientConditions) {
      if (
        requirements.every(
          (one) =>
            one.kind === 'key' &&
            !one.values.some((value) => value.includes('${') || value === 'no arn') &&
            meets(known, one),
        )
      ) {
        expect(evaluate(known).decision).toBe(decision)
      }
    }
  },
)

const LIMITING = CASE_LAYERS.filter((layer) => !canGrant(layer))

law('a limiting layer only takes away', [knownCase], (accessCase) => {
  const before = evaluate(accessCase)
  const isFederated = accessCase.request.principal.includes(':federated-user/')
  for (const layer of LIMITING) {
    const { key } = LAYERS[layer]
    if (accessCase.policies[key] === undefined || (layer === 'session' && isFederated)) continue
    const rest = Object.fromEntries(Object.entries(accessCase.policies).filter(([name]) => name !== key))
    const without = evaluate({ ...accessCase, policies: rest })
    if (before.decision === 'allowed') expect(without.decision).toBe('allowed')
  }
})

/** Every span of an answer with what the answer says stands there. */
function* spansOf({
  layers: results,
}: Evaluation): Generator<
  readonly [statement: LayerResult['statements'][number], span: readonly [number, number], text: string | null]
> {
  for (const statement of results.flatMap((layer) => layer.statements)) {
    if (statement.span !== null) yield [statement, statement.span, null]
    for (const { span, values } of statement.elements) {
      if (span !== null) yield [statement, span, null]
      for (const value of values) if (value.span !== null) yield [statement, value.span, value.text]
    }
  }
}

law('every span lies in its source and reads back as its value', [arbitraryPolicy('identity')], ({ document }) => {
  const text = typeof document === 'string' ? document : JSON.stringify(document)
  const request = {
    principal: 'arn:aws:iam::111122223333:user/alice',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::bucket/key',
  }
  const got = evaluate({ version: 1, request, policies: { identity: [{ name: 'p', document: text }] } })
  for (const [statement, [start, end], value] of spansOf(got)) {
    expect(statement.span?.[0]).toBeLessThanOrEqual(start)
    expect(statement.span?.[1]).toBeGreaterThanOrEqual(end)
    expect(end).toBeLessThanOrEqual(text.length)
    const read: unknown = JSON.parse(
      statement.span !== null && value === null && start !== statement.span[0] ? 'null' : text.slice(start, end),
    )
    if (value !== null) expect(String(read)).toBe(value)
  }
})

law('a document says the same as a text and as a value', [openCase], (accessCase) => {
  const { policies } = accessCase
  const asValues = JSON.parse(JSON.stringify(policies, (_key, value: unknown) => value)) as CasePolicies
  const values: CasePolicies = { ...asValues, ...(policies.identity && { identity: policies.identity.map(parsed) }) }
  expect(evaluate({ ...accessCase, policies: values }).decision).toBe(evaluate(accessCase).decision)
})

law('blocking layers are named exactly where a request is denied', [openCase], (accessCase) => {
  const { decision, blocking, layer, layers: results } = evaluate(accessCase)
  if (decision === 'allowed') expect(blocking).toEqual([])
  if (DENIES.has(decision)) expect(blocking).toContain(layer)
  for (const one of results) expect(one.blocking).toBe(blocking.includes(one.layer))
})

const WHERE = ['version', 'request', 'policies', 'facts'] as const

/** A copy with any JSON value in the place of one part. */
function broken(accessCase: AccessCase, path: number[], value: unknown): unknown {
  const copy: Record<string, unknown> = JSON.parse(JSON.stringify({ facts: {}, ...accessCase }))
  let at: unknown = copy
  let set = (to: unknown) => {
    copy[WHERE[(path[0] ?? 0) % WHERE.length] as string] = to
  }
  for (const step of path) {
    if (typeof at !== 'object' || at === null) break
    const owner = at as Record<string, unknown>
    const keys = Object.keys(owner)
    const key = keys[step % Math.max(keys.length, 1)]
    if (key === undefined) break
    set = (to) => {
      owner[key] = to
    }
    at = owner[key]
  }
  set(value)
  return copy
}

law(
  'any JSON value in the place of any part of a case gives an answer',
  [openCase, fc.array(fc.nat(20), { minLength: 1, maxLength: 12 }), fc.jsonValue()],
  (accessCase, path, value) => {
    const got = evaluate(broken(accessCase, path, value) as AccessCase)
    expect(JSON.parse(JSON.stringify(got))).toEqual(got)
    if (got.decision === 'allowed') expect(got.blocking).toEqual([])
  },
)

law('any value at all gives an answer', [fc.jsonValue()], (value) => {
  expect(DENIES.has(evaluate(value as unknown as AccessCase).decision)).toBe(true)
})
