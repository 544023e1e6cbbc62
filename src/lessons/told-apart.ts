import { statesOf, type Sample } from '../evaluation/operators/representatives'
import { likePattern, textClasses } from '../evaluation/operators/text-classes'
import type { ComparisonProbe } from '../evaluation/question'
import { parseOperator } from '../iam/condition-operators'
import { compileGlob, matchGlob } from '../iam/wildcard'

/** What the statements of some policies ask of a request, by the element that asks. */
export interface Asked {
  readonly actions: readonly string[]
  readonly resources: readonly string[]
  readonly principals: readonly string[]
  readonly conditions: readonly AskedCondition[]
}

/** A test of a condition key. */
export interface AskedCondition {
  readonly operator: string
  readonly key: string
  readonly values: readonly string[]
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? (value as unknown[]) : [value]).flatMap((one) =>
    typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean' ? [String(one)] : [],
  )

/** An element of a statement in whatever case it is written. */
const elements = (statement: Fields, ...names: readonly string[]): readonly unknown[] =>
  Object.entries(statement).flatMap(([name, value]) => (names.includes(name.toLowerCase()) ? [value] : []))

function statementsOf(text: string): readonly Fields[] {
  try {
    const document: unknown = JSON.parse(text)
    if (!isFields(document)) return []
    return elements(document, 'statement')
      .flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : [value]))
      .filter(isFields)
  } catch {
    return []
  }
}

/** Everything that the statements of these policy texts ask. A text that is no JSON asks nothing. */
export function askedIn(texts: readonly string[]): Asked {
  const statements = texts.flatMap(statementsOf)
  const all = (...names: readonly string[]) => [
    ...new Set(statements.flatMap((one) => elements(one, ...names).flatMap(textsOf))),
  ]
  const principals = statements
    .flatMap((one) => elements(one, 'principal', 'notprincipal'))
    .flatMap((value) => (isFields(value) ? Object.values(value).flatMap(textsOf) : textsOf(value)))
  const conditions = statements
    .flatMap((one) => elements(one, 'condition'))
    .filter(isFields)
    .flatMap((block) => Object.entries(block))
    .flatMap(([operator, tests]) =>
      isFields(tests) ? Object.entries(tests).map(([key, values]) => ({ operator, key, values: textsOf(values) })) : [],
    )
  return {
    actions: all('action', 'notaction'),
    resources: all('resource', 'notresource'),
    principals: [...new Set(principals)],
    conditions,
  }
}

/** Samples of something, and whether they stand for all of it. */
export interface Told<T> {
  readonly samples: readonly T[]
  readonly complete: boolean
}

/** Services whose actions a pattern of no service stands for. */
const SOME_SERVICES = ['s3', 'ec2', 'iam', 'sts', 'kms', 'lambda', 'sqs', 'dynamodb', 'organizations', 'secretsmanager']

/**
 * Actions of which one stands for all that the patterns and the service do not tell apart. `all` are the actions of AWS's
 * reference; without it only what is written out is known.
 */
export function actionSamples(
  patterns: readonly string[],
  all: readonly string[],
  always: readonly string[],
): Told<string> {
  const globs = patterns.map((pattern) => compileGlob(pattern.toLowerCase()))
  const byClass = new Map<string, string>()
  for (const action of [...always, ...all]) {
    const lower = action.toLowerCase()
    const service = lower.slice(0, lower.indexOf(':'))
    const matched = globs.map((glob) => (matchGlob(glob, lower) ? '1' : '0')).join('')
    const isNamed = patterns.some((pattern) => pattern.toLowerCase().startsWith(`${service}:`))
    if (!isNamed && !SOME_SERVICES.includes(service) && byClass.has(`other ${matched}`)) continue
    const id = isNamed || SOME_SERVICES.includes(service) ? `${service} ${matched}` : `other ${matched}`
    if (!byClass.has(id)) byClass.set(id, action)
  }
  return { samples: [...new Set([...always, ...byClass.values()])], complete: all.length > 0 }
}

/** Is this an ARN with all its parts? */
const isArn = (text: string) => /^arn:[a-z-]+:[a-z\d-]+:[^:]*:[^:]*:./.test(text)

/** The resources around one: of the same folder, of the same kind, and what holds it. */
function around(resource: string): readonly string[] {
  const cuts = [...resource].flatMap((char, at) => (char === '/' || char === ':' ? [at] : []))
  const inside = cuts.filter((at) => at > resource.indexOf(':', resource.indexOf(':', 12) + 1))
  return inside.flatMap((at) => [resource.slice(0, at), `${resource.slice(0, at + 1)}outside`]).filter(isArn)
}

/** Resources of every class that the patterns tell apart, and those around the ones that are asked for. */
export function resourceSamples(patterns: readonly string[], always: readonly string[]): Told<string> {
  const plain = patterns.filter((pattern) => !pattern.includes('${'))
  const classes = textClasses([], plain.map(likePattern))
  const filled = patterns.map((pattern) =>
    pattern
      .replace(/\$\{[^}]*\}/g, 'outside')
      .replaceAll('*', 'outside')
      .replaceAll('?', 'x'),
  )
  const services = new Set(
    [...always, ...patterns].flatMap((text) => /^arn:[a-z-]+:([a-z\d-]+):/.exec(text)?.[1] ?? []),
  )
  const account = always.map((text) => text.split(':')[4] ?? '').find((id) => id !== '') ?? '111122223333'
  const outside = [...services].flatMap((service) => [
    `arn:aws:${service}:::outside/outside`,
    `arn:aws:${service}:eu-west-1:${account}:outside/outside`,
  ])
  const samples = [...always, ...always.flatMap(around), ...filled, ...(classes ?? []), ...outside].filter(isArn)
  // Of what may be a resource of any service, or of any account in its middle, no few samples stand for all.
  const isClear = plain.every((pattern) => pattern === '*' || /^arn:[a-z-]+:[a-z\d-]+:[^*?]*:[^*?]*:/.test(pattern))
  return { samples: [...new Set(samples)], complete: classes !== null && isClear && plain.length === patterns.length }
}

/** The states of each key that the conditions tell apart. */
export function keySamples(conditions: readonly AskedCondition[]): ReadonlyMap<string, Told<Sample>> {
  const byKey = new Map<string, { key: string; probes: ComparisonProbe[]; isKnown: boolean }>()
  for (const { operator, key, values } of conditions) {
    const lower = key.toLowerCase()
    const entry = byKey.get(lower) ?? { key, probes: [], isKnown: true }
    byKey.set(lower, entry)
    const parsed = parseOperator(operator)
    const texts = values.filter((value) => !value.includes('${'))
    if (parsed === null || texts.length < values.length) entry.isKnown = false
    if (parsed === null) continue
    entry.probes.push({
      family: parsed.family,
      core: `${parsed.base} ${values.join(' ')}`,
      negated: parsed.negated,
      set: parsed.set !== null,
      texts,
      literalWildcards: false,
    })
  }
  return new Map(
    [...byKey].map(([lower, { key, probes, isKnown }]) => {
      const { samples, complete } = statesOf(key, true, probes, [])
      return [lower, { samples, complete: complete && isKnown }]
    }),
  )
}
