import type { CaseRequest, ContextValue } from '../case/access-case'
import { buildCase } from '../draft/build/build-case'
import type { Draft } from '../draft/draft'
import { compileDecisions } from '../evaluation/evaluate'
import type { Sample } from '../evaluation/operators/representatives'
import { isAccountId } from '../iam/arn'
import { CASE_LAYERS, PRINCIPAL_LAYERS, type CaseLayer } from '../iam/layers'
import { parsePrincipal } from '../iam/principal'
import { append } from '../text/append'
import { callersOf, EVERYTHING, valuesOf, type Caller } from './callers'
import { changeLayers } from './change-layers'
import type { LayerChange } from './lesson'
import { policy } from './sketch'
import { actionSamples, askedIn, contextSamples, keySamples, resourceSamples, type Told } from './equivalence-classes'
import { own } from '../text/own'

/** A request that passes now, and passes neither before the change nor by the repair that was asked for. */
export interface Opening {
  /** False where it passes by what nobody knows, such as a part of a policy that is masked. */
  readonly isSure: boolean
  /**
   * Null: such a request passes. Else it only passes this layer: it leaves room for it, should the other policies ever
   * allow it.
   */
  readonly layer: CaseLayer | null
  readonly action: string
  readonly resource: string
  /** Null where it is the caller of the case. */
  readonly principal: string | null
  /** What the request has otherwise than that of the case, by key; null: absent. */
  readonly context: Readonly<Record<string, ContextValue | null>>
}

/** What a change opens beside what is wanted. */
export interface OpenedBeside {
  /** Some of what was found, each by another action, resource, caller or key. */
  readonly openings: readonly Opening[]
  /** Do the requests that were tried stand for all? Where not, nothing found is no proof. */
  readonly isProven: boolean
}

const MOST_REQUESTS = 40_000
const MOST_OPENINGS = 12
const MOST_CALLERS = 12

/** The layers in which two drafts differ. */
const changedLayers = (before: Draft, after: Draft): readonly CaseLayer[] =>
  CASE_LAYERS.filter((layer) => JSON.stringify(before.layers[layer]) !== JSON.stringify(after.layers[layer]))

/** Layers that bear on callers of whom the case says nothing. */
const FOR_OTHERS: ReadonlySet<CaseLayer> = new Set<CaseLayer>(['resource', 'rcp', 'scp', 'endpoint'])

/** Of these layers a resource's policy that is open to anybody hides nothing: they stand before it. */
const BEFORE_THE_RESOURCE: ReadonlySet<CaseLayer> = new Set<CaseLayer>(['rcp', 'endpoint'])

const FOR_ANYBODY = policy('for anybody', [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }])

/** A resource's policy that leaves everything to the caller's account. */
const delegating = (account: string) =>
  policy('delegating', [
    { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: '*', Resource: '*' },
  ])

/** A draft in which no other layer stands in the way, so that this one alone decides. */
function onlyLayer(draft: Draft, layer: CaseLayer, account: string): Draft {
  const open: LayerChange = {
    identity: [EVERYTHING],
    resource: [BEFORE_THE_RESOURCE.has(layer) ? FOR_ANYBODY : delegating(account)],
    boundary: [],
    session: [],
    scp: [],
    rcp: [],
    endpoint: [],
  }
  return changeLayers(draft, Object.fromEntries(Object.entries(open).filter(([other]) => other !== layer)))
}

const OF_CALLER: ReadonlySet<CaseLayer> = new Set(PRINCIPAL_LAYERS)

/** The case about a resource of that account; null: as it is. */
const ofOwner = (draft: Draft, resourceAccount: string | null): Draft =>
  resourceAccount === null ? draft : { ...draft, request: { ...draft.request, resourceAccount } }

/** What of a request is otherwise than in the one of the case. */
function differences(from: CaseRequest, to: CaseRequest): Opening['context'] {
  const [before, after] = [from.context ?? {}, to.context ?? {}]
  const changed = Object.entries(after).filter(
    ([key, value]) => JSON.stringify(own(before, key)) !== JSON.stringify(value),
  )
  const gone = Object.keys(before).filter((key) => !Object.hasOwn(after, key))
  return Object.fromEntries([...changed, ...gone.map((key) => [key, null] as const)])
}

/** The drafts that are compared: what passes in the first, and in none of the others, is new. */
type Compared = readonly [after: Draft, before: Draft, wanted: Draft]

interface Search {
  readonly compared: Compared
  readonly layer: CaseLayer | null
  readonly callers: readonly Caller[]
}

/** What the requests are made of. */
interface Samples {
  readonly actions: readonly string[]
  readonly resources: readonly string[]
  readonly keys: ReadonlyMap<string, Told<Sample>>
}

/** How far a request passes. */
const PASSES = { explicitDeny: 0, implicitDeny: 0, depends: 1, allowed: 2 } as const

/** Tries requests until enough is found. `left` is how many may still be tried. */
function search({ compared, layer, callers }: Search, samples: Samples, left: number) {
  const openings = new Map<string, Opening>()
  let isComplete = true
  let tried = 0
  for (const { principal, ask } of callers) {
    const cases = compared.map((draft) => buildCase(ask(draft)).accessCase)
    const [first] = cases
    if (first === undefined) continue
    const contexts = contextSamples({ ...first.request, otherContext: 'absent' }, samples.keys)
    isComplete &&= contexts.complete
    for (const request of contexts.samples) {
      const [now, ...elsewhere] = cases.map((one) => compileDecisions({ ...one, request }))
      const passes = (decide: (typeof elsewhere)[number] | undefined, action: string, resource: string) =>
        PASSES[decide?.(action, resource).decision ?? 'implicitDeny']
      const isNew = (action: string, resource: string) => {
        tried += 1
        const found = passes(now, action, resource)
        return found > 0 && elsewhere.every((decide) => passes(decide, action, resource) < found)
      }
      for (const action of samples.actions) {
        const id = `${action} ${principal ?? ''}`
        if (tried > left) return { openings: [...openings.values()], isComplete: false, tried }
        if (openings.size >= MOST_OPENINGS || openings.has(id)) continue
        const resource = samples.resources.find((one) => isNew(action, one))
        if (resource === undefined) continue
        const context = differences(first.request, request)
        const isSure = passes(now, action, resource) === PASSES.allowed
        openings.set(id, { layer, action, resource, principal, context, isSure })
      }
    }
  }
  return { openings: [...openings.values()], isComplete, tried }
}

/**
 * Compares what passes after a change with what passed before and what is wanted, over every action, resource, caller and
 * value that any of the policies tells apart; and each changed layer by itself, as if no other stood in the way.
 * `actions` are all of AWS's reference, "service:Action"; `asked` are further requests of the task.
 */
export function openedBeside(
  { before, after, wanted }: { readonly before: Draft; readonly after: Draft; readonly wanted: Draft },
  actions: readonly string[],
  asked: readonly Draft['request'][] = [],
): OpenedBeside {
  const compared: Compared = [after, before, wanted]
  const told = askedIn(compared)
  const { request } = buildCase(after).accessCase
  const ofActions = actionSamples(told.actions, actions, [
    request.action,
    ...asked.flatMap(({ action }) => action ?? []),
  ])
  const ofResources = resourceSamples(
    told.resources,
    [request.resource, ...asked.flatMap(({ resource }) => resource ?? [])],
    valuesOf(request),
  )
  const samples: Samples = {
    actions: ofActions.samples,
    resources: [...ofResources.samples, '*'],
    keys: keySamples(told.conditions),
  }
  const arns = told.conditions.flatMap(({ lowerKey, values }) =>
    lowerKey === 'aws:principalarn' ? values.map(({ text }) => text) : [],
  )
  const named = callersOf(request.principal, [...told.principals, ...arns])
  const all = named.slice(0, MOST_CALLERS)
  const account = request.principal.split(':')[4] ?? ''
  const changed = changedLayers(wanted, after)
  const callersFor = (layers: readonly CaseLayer[]) =>
    layers.some((layer) => FOR_OTHERS.has(layer)) ? all : all.slice(0, 1)
  // What the caller's own policies open may be of its own account, where the case is about a resource of another.
  const ownersFor = (layer: CaseLayer) =>
    OF_CALLER.has(layer) && account !== '' && request.resourceAccount !== account ? [null, account] : [null]
  const searches: readonly Search[] = [
    { compared, layer: null, callers: callersFor(changed) },
    ...changed.flatMap((layer) =>
      ownersFor(layer).map((resourceAccount): Search => {
        const alone = (draft: Draft) => ofOwner(onlyLayer(draft, layer, account), resourceAccount)
        return { compared: [alone(after), alone(before), alone(wanted)], layer, callers: callersFor([layer]) }
      }),
    ),
  ]
  const isOne = (text: string) => isAccountId(text) || (!/[*?]/.test(text) && parsePrincipal(text) !== null)
  const isEachCallerTried = named.length === all.length && told.principals.every((text) => text === '*' || isOne(text))
  const openings: Opening[] = []
  let left = MOST_REQUESTS
  let isProven = ofActions.complete && ofResources.complete && (callersFor(changed).length === 1 || isEachCallerTried)
  for (const one of searches) {
    const found = search(one, samples, left)
    left -= found.tried
    isProven &&= found.isComplete
    const isKnown = ({ action, principal }: Opening) =>
      openings.some((other) => other.action === action && other.principal === principal)
    append(
      openings,
      found.openings.filter((opening) => !isKnown(opening)),
    )
  }
  return { openings: openings.slice(0, MOST_OPENINGS), isProven }
}
