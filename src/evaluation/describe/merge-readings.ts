import type { CaseReading } from '../../case/case-reading'
import { marksIn, type Holes, type RequestPart } from '../../case/holes'
import type { Layer } from '../../iam/layers'
import type { EvaluatedRequest } from '../compile/request'
import { whichReading } from './which-reading'
import type {
  Decision,
  DependsOn,
  ElementResult,
  Evaluation,
  LayerResult,
  LevelResult,
  Requirement,
  SufficientCondition,
  StatementResult,
  Truth,
  ValueResult,
} from '../evaluation'
import { own, setOwn } from '../../text/own'

/** One reading of a request that is only partly known, and what it comes to. */
export interface ReadingResult {
  readonly request: EvaluatedRequest
  readonly evaluation: Evaluation
}

const MAX_CONDITIONS = 4

/** The decision that all readings end in, else "depends", and the layer that AWS would name. */
export function commonDecision(
  results: readonly {
    readonly decision: Decision
    readonly layer: Layer | 'none'
    readonly blocking: readonly Layer[]
  }[],
): { decision: Decision; layer: Layer | 'none'; blocking: readonly Layer[] } {
  const decisions = new Set(results.map(({ decision }) => decision))
  const [decision = 'depends'] = decisions
  if (decisions.size > 1 || decision === 'allowed' || decision === 'depends') {
    return { decision: decisions.size > 1 ? 'depends' : decision, layer: 'none', blocking: [] }
  }
  const all = [...new Set(results.flatMap(({ blocking }) => blocking))]
  const isAlways = (layer: Layer): boolean => results.every(({ blocking }) => blocking.includes(layer))
  const blocking = [...all.filter(isAlways), ...all.filter((layer) => !isAlways(layer))]
  return { decision, layer: blocking[0] ?? 'none', blocking }
}

/** What the readings of a request come to together: what they do not agree on is open. */
export function mergeReadings(results: readonly ReadingResult[], reading: CaseReading): Evaluation {
  const evaluations = results.map(({ evaluation }) => evaluation)
  const [first] = evaluations as [Evaluation]
  const { decision, layer, blocking } = commonDecision(evaluations)
  const isSame = <T>(of: (one: Evaluation) => T): boolean =>
    evaluations.every((one) => JSON.stringify(of(one)) === JSON.stringify(of(first)))
  const isLayerOpen =
    layer !== 'none' && evaluations.some((one) => one.isLayerOpen === true || !one.blocking.includes(layer))
  const decisive = decision === 'explicitDeny' && isSame((one) => one.decisive) ? first.decisive : null
  const { isLayerOpen: _, ...common } = first
  return {
    ...common,
    decision,
    layer,
    ...(isLayerOpen && { isLayerOpen }),
    blocking,
    decisive,
    policy: decisive !== null && isSame(({ policy }) => policy) ? first.policy : null,
    sid: decisive !== null && isSame(({ sid }) => sid) ? first.sid : null,
    layers: first.layers.map((one, i) =>
      mergeLayers(
        evaluations.flatMap(({ layers }) => layers[i] ?? []),
        one,
        blocking,
      ),
    ),
    dependsOn: decision === 'depends' ? mergedDependence(results, reading) : first.dependsOn,
    sufficientConditions: decision === 'depends' ? mergedConditions(results) : [],
    relation: isSame(({ relation }) => relation) ? first.relation : 'unknown',
    context: commonContext(evaluations, first),
    limits: [...new Set(evaluations.flatMap(({ limits }) => limits))],
  }
}

/** What every reading's request says of its keys. */
function commonContext(evaluations: readonly Evaluation[], first: Evaluation): Evaluation['context'] {
  const texts = evaluations.map(({ context }) => new Set(context.map((entry) => JSON.stringify(entry))))
  return first.context.filter((entry) => {
    const text = JSON.stringify(entry)
    return texts.every((one) => one.has(text))
  })
}

/** Where it is not, no decision holds for every action, and nothing settles it. */
export const isOperationKnown = ({ missing }: CaseReading): boolean => !missing.includes('action')

/** Of a request of which no operation is known. */
export function undecided(evaluation: Evaluation, { missing }: CaseReading): Evaluation {
  const { dependsOn } = evaluation
  return {
    ...evaluation,
    decision: 'depends',
    layer: 'none',
    policy: null,
    sid: null,
    decisive: null,
    blocking: [],
    layers: evaluation.layers.map((layer) => ({ ...layer, blocking: false })),
    sufficientConditions: [],
    dependsOn: { ...dependsOn, parts: [...new Set([...(dependsOn.parts ?? []), ...missing])] },
  }
}

/** The answer with its holes as the case spells them. */
export const asWritten = (evaluation: Evaluation, holes: Holes): Evaluation =>
  written(evaluation, (text) => holes.unmark(text))

function written<T>(value: T, unmark: (text: string) => string): T {
  if (typeof value === 'string') return unmark(value) as T
  if (typeof value !== 'object' || value === null) return value
  return (Array.isArray(value) ? writtenItems(value, unmark) : writtenFields(value, unmark)) as T
}

/** What holds no mark stays as it is, which is most of an answer. */
function writtenItems(items: readonly unknown[], unmark: (text: string) => string): readonly unknown[] {
  let changed: unknown[] | null = null
  for (let i = 0; i < items.length; i++) {
    const after = written(items[i], unmark)
    if (after !== items[i]) (changed ??= [...items])[i] = after
  }
  return changed ?? items
}

function writtenFields(fields: object, unmark: (text: string) => string): object {
  let changed: Record<string, unknown> | null = null
  for (const key of Object.keys(fields)) {
    const before = own(fields as Record<string, unknown>, key)
    // Most are words of our own, and places.
    if (key === 'span' || key === 'matches' || key === 'reason') continue
    const after = written(before, unmark)
    if (after !== before) setOwn((changed ??= { ...fields }), key, after)
  }
  return changed ?? fields
}

const sameOr = <T>(values: readonly T[], otherwise: T): T => {
  const [first] = values
  return first !== undefined && values.every((one) => one === first) ? first : otherwise
}

function mergeLayers(all: readonly LayerResult[], first: LayerResult, blocking: readonly Layer[]): LayerResult {
  const status = sameOr(
    all.map((one) => one.status),
    'depends',
  )
  const reason = sameOr(
    all.map((one) => one.reason),
    status === 'depends' ? 'layer-depends' : first.reason,
  )
  const merged: LayerResult = {
    ...first,
    status,
    reason,
    blocking: blocking.includes(first.layer),
    needed: all.some(({ needed }) => needed),
    statements: mergeStatements(all),
  }
  const levels = all.find((one) => one.levels !== undefined)?.levels
  if (levels === undefined) return merged
  return {
    ...merged,
    levels: levels.map((level, i): LevelResult => {
      const ofLevel = all.flatMap((one) => one.levels?.[i] ?? [])
      const levelStatus = sameOr(
        ofLevel.map((one) => one.status),
        'depends',
      )
      return { ...level, status: levelStatus, reason: levelStatus === level.status ? level.reason : 'layer-depends' }
    }),
  }
}

/** A layer that does not reach one of the readings has no statements there. */
function mergeStatements(all: readonly LayerResult[]): readonly StatementResult[] {
  const lists = all.map(({ statements }) => statements).filter((list) => list.length > 0)
  const [first = []] = lists
  // One that no reading takes in is the same for all of them.
  return first.map((one, i) =>
    lists.every((list) => list[i] === one) ? one : mergeStatement(lists.flatMap((list) => list[i] ?? [])),
  )
}

function mergeStatement(all: readonly StatementResult[]): StatementResult {
  const fullest = all.reduce((most, one) => (one.elements.length > most.elements.length ? one : most))
  const matches = sameOr<Truth>(
    all.map((one) => one.matches),
    'unknown',
  )
  const elements = fullest.elements.map((element, i): ElementResult => {
    const own = all.flatMap((one) => one.elements[i] ?? [])
    const of = sameOr<Truth>(
      own.map((one) => one.matches),
      'unknown',
    )
    if (of === element.matches) return element
    const values = element.values.map((value, at): ValueResult => {
      const truth = sameOr<Truth>(
        own.flatMap((one) => one.values[at]?.matches ?? []),
        'unknown',
      )
      return truth === value.matches ? value : { ...value, matches: truth, reason: 'hole-unknown' }
    })
    // What the key has differs between the readings.
    const { actual: _actual, ...rest } = element
    return { ...rest, matches: of, reason: 'hole-unknown', values }
  })
  return { ...fullest, matches, elements }
}

function mergedDependence(results: readonly ReadingResult[], { missing, holes }: CaseReading): DependsOn {
  const all = results.map(({ evaluation }) => evaluation.dependsOn)
  const differs = new Set(results.map(({ evaluation }) => evaluation.decision)).size > 1
  const texts = results.flatMap(({ request }) => [request.principal.text, request.resource])
  // Where the readings end in different ways, it hangs on which of them it is.
  const open = differs ? marksIn(...texts).map((mark) => holes.of(mark)) : []
  const names = [
    ...all.flatMap((one) => one.holes ?? []),
    ...open.flatMap(({ name, part }) => (part === null ? [name] : [])),
  ]
  const ofReading: readonly RequestPart[] = differs ? missing.filter((part) => part !== 'action') : []
  const parts = [...new Set([...all.flatMap((one) => one.parts ?? []), ...ofReading])]
  return {
    keys: [...new Set(all.flatMap(({ keys }) => keys))],
    layers: [...new Set(all.flatMap(({ layers }) => layers))],
    holes: [...new Set(names)],
    ...(parts.length === 0 ? {} : { parts }),
  }
}

/** What settles each reading, with who or what it then is; ways to different decisions first. */
function mergedConditions(results: readonly ReadingResult[]): readonly SufficientCondition[] {
  const found = new Map<string, SufficientCondition>()
  const each = results.map(({ request, evaluation }) => ({ request, own: conditionsOf(evaluation) }))
  const requests = results.map(({ request }) => request)
  for (const { request, own } of each) {
    const alike = each.filter((one) => isAlike(one.request, request))
    let ofKind: readonly Requirement[] | undefined
    let ofReading: readonly Requirement[] | undefined
    for (const [id, { decision, requirements }] of own) {
      // What every caller of the kind has in common needs no more than the kind.
      const which = alike.every((one) => one.own.has(id))
        ? (ofKind ??= whichReading(request, requests, true))
        : (ofReading ??= whichReading(request, requests, false))
      const condition = { decision, requirements: [...which, ...requirements] }
      found.set(JSON.stringify(condition), condition)
    }
  }
  const all = [...found.values()].sort((a, b) => a.requirements.length - b.requirements.length)
  const firsts = all.filter((one, i) => all.findIndex(({ decision }) => decision === one.decision) === i)
  return [...firsts, ...all.filter((one) => !firsts.includes(one))].slice(0, MAX_CONDITIONS)
}

const isAlike = (a: EvaluatedRequest, b: EvaluatedRequest): boolean =>
  a.principal.kind === b.principal.kind && a.resource === b.resource

/** What settles one reading, by a text that is equal where it is the same. */
function conditionsOf({ decision, sufficientConditions }: Evaluation): ReadonlyMap<string, SufficientCondition> {
  const own = decision === 'depends' ? sufficientConditions : [{ decision, requirements: [] }]
  return new Map(own.map((one) => [JSON.stringify(one), one]))
}
