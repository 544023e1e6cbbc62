import type { CaseRequest } from '../case/access-case'
import type { Draft } from '../draft/draft'
import { draftPoliciesOf } from '../draft/edit/edit-layers'
import { statesOf, type Sample } from '../evaluation/operators/representatives'
import { likePattern, textClasses } from '../evaluation/operators/text-classes'
import type { ComparisonProbe } from '../evaluation/question'
import { findHoles } from '../iam/find-holes'
import { CASE_LAYERS } from '../iam/layers'
import { compileGlob, matchGlob } from '../iam/wildcard'
import { parsePolicy } from '../policy/parse-policy'
import type { ConditionEntry, PolicyText, Statement } from '../policy/policy'

/** What the statements of some policies ask of a request, by the element that asks. */
export interface Asked {
  readonly actions: readonly string[]
  readonly resources: readonly string[]
  readonly principals: readonly string[]
  readonly conditions: readonly ConditionEntry[]
}

const textsOf = (values: readonly PolicyText[] | undefined): readonly string[] => (values ?? []).map(({ text }) => text)

/** Everything that the statements of the given policies of some drafts ask. */
export function askedIn(drafts: readonly Draft[]): Asked {
  const statements = drafts.flatMap(({ layers }) =>
    CASE_LAYERS.filter((layer) => layers[layer].state === 'given').flatMap((layer) =>
      draftPoliciesOf(layers, layer).flatMap(({ text }) => parsePolicy(text, layer).statements),
    ),
  )
  const all = (of: (statement: Statement) => readonly PolicyText[] | undefined) => [
    ...new Set(statements.flatMap((statement) => textsOf(of(statement)))),
  ]
  return {
    actions: all(({ action }) => action.values),
    resources: all(({ resource }) => resource?.values),
    principals: all(({ principal }) => principal?.values),
    conditions: statements.flatMap(({ conditions }) => conditions),
  }
}

/** Samples of something, and whether they stand for all of it. */
export interface Told<T> {
  readonly samples: readonly T[]
  readonly complete: boolean
}

/** Services whose actions a pattern of no service stands for. */
const SOME_SERVICES = ['s3', 'ec2', 'iam', 'sts', 'kms', 'lambda', 'sqs', 'dynamodb', 'organizations', 'secretsmanager']

/** Services by whose rules one action comes out otherwise than another that the same patterns take in. */
const TELLS_APART: ReadonlySet<string> = new Set(['sts', 'kms'])

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
    const own = isNamed && TELLS_APART.has(service) ? lower : service
    const id = isNamed || SOME_SERVICES.includes(service) ? `${own} ${matched}` : `other ${matched}`
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

/**
 * Resources of every class that the patterns tell apart, and those around the ones that are asked for. `values`: what
 * variables stand for, by lower-case name.
 */
export function resourceSamples(
  patterns: readonly string[],
  always: readonly string[],
  values: ReadonlyMap<string, string> = new Map(),
): Told<string> {
  const plain = patterns.filter((pattern) => !pattern.includes('${'))
  const classes = textClasses([], plain.map(likePattern))
  const filled = patterns.map((pattern) =>
    pattern
      .replace(/^arn:[^:*?]*[*?][^:]*:/, 'arn:aws:')
      .replace(/\$\{([^}]*)\}/g, (_, name: string) => values.get(name.toLowerCase()) ?? 'outside')
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
  // What is masked is no resource to ask for: what a mask stands for, nobody knows.
  const isWhole = (text: string) => always.includes(text) || findHoles(text, 'request').length === 0
  const samples = [...always, ...always.flatMap(around), ...filled, ...(classes ?? []), ...outside]
    .filter(isArn)
    .filter(isWhole)
  // Of what may be a resource of any service, or of any account in its middle, no few samples stand for all.
  const isClear = plain.every((pattern) => pattern === '*' || /^arn:[a-z-]+:[a-z\d-]+:[^*?]*:[^*?]*:/.test(pattern))
  return { samples: [...new Set(samples)], complete: classes !== null && isClear && plain.length === patterns.length }
}

/** The states of each key that the conditions tell apart. */
export function keySamples(conditions: readonly ConditionEntry[]): ReadonlyMap<string, Told<Sample>> {
  const byKey = new Map<string, { key: string; probes: ComparisonProbe[]; isKnown: boolean }>()
  for (const { operator, key, lowerKey, values } of conditions) {
    const entry = byKey.get(lowerKey) ?? { key, probes: [], isKnown: true }
    byKey.set(lowerKey, entry)
    const texts = textsOf(values).filter((value) => !value.includes('${'))
    if (texts.length < values.length) entry.isKnown = false
    entry.probes.push({
      family: operator.family,
      core: `${operator.base} ${textsOf(values).join(' ')}`,
      negated: operator.negated,
      set: operator.set !== null,
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

const MOST_CONTEXTS = 48

/** Keys that say who calls: another value is another caller. */
const OF_CALLER = /^aws:(?:principal(?:arn|account|type|isawsservice|servicename|servicenameslist)|user(?:name|id))$/

/** The request with a state of a key. */
function withState(request: CaseRequest, lower: string, state: Sample): CaseRequest {
  const context = Object.fromEntries(
    Object.entries(request.context ?? {}).filter(([key]) => key.toLowerCase() !== lower),
  )
  const absent = (request.absentContext ?? []).filter((key) => key.toLowerCase() !== lower)
  if (state === 'absent') return { ...request, context, absentContext: [...absent, lower] }
  const value = state.multivalued ? state.values : (state.values[0] ?? '')
  return { ...request, context: { ...context, [state.key]: value }, absentContext: absent }
}

/** The requests with every state of the keys that is told apart, all together where they are few, else one key at a time. */
export function contextSamples(request: CaseRequest, keys: ReadonlyMap<string, Told<Sample>>): Told<CaseRequest> {
  const entries = [...keys].filter(([lower]) => !OF_CALLER.test(lower))
  const isComplete = entries.every(([, { complete }]) => complete) && entries.length === keys.size
  const all = entries.reduce((count, [, { samples }]) => count * Math.max(samples.length, 1), 1)
  if (all <= MOST_CONTEXTS) {
    const together = entries.reduce<readonly CaseRequest[]>(
      (requests, [lower, { samples }]) =>
        requests.flatMap((one) => samples.map((state) => withState(one, lower, state))),
      [request],
    )
    return { samples: [request, ...together], complete: isComplete }
  }
  const single = entries.flatMap(([lower, { samples }]) => samples.map((state) => withState(request, lower, state)))
  return { samples: [request, ...single].slice(0, MOST_CONTEXTS), complete: false }
}
