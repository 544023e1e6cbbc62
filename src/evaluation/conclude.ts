import type { CaseReading } from '../case/case-reading'
import type { CompiledLayer } from './compile/compile-layers'
import {
  blockingLayers,
  decisionOf,
  OPEN_VERDICT,
  outlookOf,
  type Circumstances,
  type Outlook,
  type Verdicts,
} from './decide/decide'
import type { Decision } from './evaluation'
import type { Outcome } from './match/evaluate-statement'
import type { JudgedLayer } from './decide/judge-layer'
import type { CaseFacts } from '../case/access-case'
import { kleene, NO, or, UNKNOWN, YES, type Kleene } from './kleene'
import { layerVerdict, type LayerOutcomes, type LayerVerdict, type Reading } from './decide/layer-verdict'
import { mayBeAbsent, type EvaluatedRequest } from './compile/request'
import { refusalsByS3 } from './services/s3-access'
import {
  bothMustAllow,
  isTrustAction,
  needsResourcePolicy,
  refusalsOf,
  relationOf,
  NEEDS_NO_PERMISSION,
  type PossibleRefusal,
  type Refusal,
} from './services/service-rules'
import { solveUnknowns, type Sought, type Solution } from './unknowns/solve-unknowns'
import { solveOnce, type SolvedBefore } from './unknowns/solved-before'
import type { AssumedLayers } from './unknowns/assumptions'
import { byCaseLayer, caseLayerOf, type CaseLayer, type Layer } from '../iam/layers'

/** What the layers come to together. */
export interface Conclusion {
  readonly decision: Decision
  /** It is denied, and only that is open whether a layer denies explicitly. */
  readonly isDenied: boolean
  /** The layer that AWS would name. */
  readonly layer: Layer | 'none'
  readonly blocking: readonly Layer[]
  readonly circumstances: Circumstances
  /** What is known for certain, and the verdicts under it. */
  readonly plain: Reading
  readonly verdicts: Verdicts
  /** Where a service refuses besides all policies. */
  readonly refusal: Refusal | null
  /** The action needs no permission. */
  readonly free: boolean
  /** Where it depends on something at first sight. */
  readonly settled: Solution | null
}

/** How much of what a decision hangs on is sought, and what was found for other readings of the request. */
export interface Search {
  readonly sought: Sought
  readonly solved: SolvedBefore
}

/** The decision and the layers that stand in the way, from what each layer did. */
export function conclude(
  reading: CaseReading,
  request: EvaluatedRequest,
  compiled: readonly CompiledLayer[],
  judged: readonly JudgedLayer[],
  { sought, solved }: Search,
): Conclusion {
  const isTrust = isTrustAction(request.lowerAction)
  const refusals = refusalsFor(request, reading.facts, compiled)
  const refusal = refusals.find(({ when }) => when === null) ?? null
  const free =
    refusals.length === 0 && request.principal.kind !== 'anonymous' && NEEDS_NO_PERMISSION.has(request.lowerAction)
  const both = bothMustAllow(
    request,
    judged.some(({ layer, state }) => layer === 'resource' && state !== 'none'),
  )
  const { kind } = request.principal
  const relation = relationOf(request)
  const needsResource = needsResourcePolicy(request)
  const circumstancesUnder = ({ answer }: Reading): Circumstances => {
    let refused: Kleene = NO
    let refusedIn: Circumstances['refusedIn'] = null
    for (const { when, layer } of refusals) {
      const holds = when === null ? YES : answer(when)
      if (holds > refused) refusedIn = layer
      refused = or(refused, holds)
    }
    return {
      kind,
      relation,
      bothMustAllow: typeof both === 'boolean' ? kleene(both) : answer(both),
      isTrust,
      needsResource,
      refused,
      refusedIn,
    }
  }
  const plain: Reading = {
    layer: openLayer,
    answer: () => UNKNOWN,
    unreadable: reading.open ? openLayer : null,
  }
  const circumstances = circumstancesUnder(plain)
  const verdicts = verdictsOf(judged, plain, NO_VERDICTS)
  const outlook = free ? 'allowed' : outlookOf(verdicts, circumstances)
  const first = decisionOf(outlook)
  const verdictsUnder = ({ layers, reading: how }: AssumedLayers): Verdicts => verdictsOf(layers, how, verdicts)
  const decideUnder = (assumed: AssumedLayers): Outlook =>
    outlookOf(verdictsUnder(assumed), circumstancesUnder(assumed.reading))
  const solve = (): Solution => {
    const layers = judged.filter(isOpen)
    const asked = [...(typeof both === 'boolean' ? [] : [both]), ...refusals.flatMap(({ when }) => when ?? [])]
    const search = (): Solution =>
      solveUnknowns(
        { layers, asked, holes: request.holes, fillings: fillingsFor(reading) },
        plain,
        decideUnder,
        (key) => mayBeAbsent(key, request),
        sought,
      )
    if (reading.others.length === 0) return search()
    return solveOnce(solved, { request, layers, asked, refusals, verdicts, circumstances }, search)
  }
  const settled = first === 'depends' && sought !== 'nothing' ? solve() : null
  const decision = settled?.decision ?? first
  const ways = settled === null || settled.ways.length === 0 ? null : settled.ways
  const inTheWayNow = (): readonly CaseLayer[] =>
    ways === null
      ? blockingLayers(verdicts, circumstances)
      : inTheWay(ways.map((one) => blockingLayers(verdictsUnder(one), circumstancesUnder(one.reading))))
  const blocking = decision === 'allowed' ? [] : inTheWayNow().map((key) => nameOf(key, isTrust))
  const layer = decision === 'allowed' ? 'none' : (blocking[0] ?? 'none')
  return {
    decision,
    isDenied: outlook === 'denied',
    layer,
    blocking,
    circumstances,
    plain,
    verdicts,
    refusal,
    free,
    settled,
  }
}

/** Texts for holes that are tried in all, and at least in each reading of the request. */
const MAX_FILLINGS = 600
const MIN_FILLINGS = 48

const fillingsFor = ({ others }: CaseReading): number =>
  Math.max(MIN_FILLINGS, Math.floor(MAX_FILLINGS / (others.length + 1)))

/** What a service refuses besides all policies, or may. */
function refusalsFor(
  request: EvaluatedRequest,
  facts: CaseFacts,
  compiled: readonly CompiledLayer[],
): readonly PossibleRefusal[] {
  const refusals = refusalsOf(request, facts)
  if (refusals.some(({ when }) => when === null)) return refusals
  const byS3 = refusalsByS3(request, facts, compiled)
  return byS3.length === 0 ? refusals : [...refusals, ...byS3]
}

/** Layers that stand in the way: those that do however the unknown turns out, then those that may. */
function inTheWay(lists: readonly (readonly CaseLayer[])[]): readonly CaseLayer[] {
  const [only] = lists
  if (lists.length === 1 && only !== undefined) return only
  const all = [...new Set(lists.flat())]
  const isAlways = (key: CaseLayer): boolean => lists.every((list) => list.includes(key))
  return [...all.filter(isAlways), ...all.filter((key) => !isAlways(key))]
}

/** Can what a layer says turn out in more than one way? */
const isOpen = ({ state, levels, grants, maybeExempt }: JudgedLayer): boolean =>
  state === 'unknown' ||
  maybeExempt !== null ||
  levels.some(({ unreadable, outcomes }) => unreadable || outcomes.some(mayMatch)) ||
  grants.some(mayMatch)

const mayMatch = ({ matches }: Outcome): boolean => matches === UNKNOWN

const openLayer = (): LayerVerdict => OPEN_VERDICT

/** Under which name a layer is told: the policy of a role is its trust policy. */
const nameOf = (layer: CaseLayer, isTrust: boolean): Layer => (layer === 'resource' && isTrust ? 'trust' : layer)

/** What these layers say; of the others what is known. */
function verdictsOf(judged: readonly LayerOutcomes[], how: Reading, known: Verdicts): Verdicts {
  const out: { -readonly [key in CaseLayer]: LayerVerdict } = { ...known }
  for (const one of judged) out[caseLayerOf(one.layer)] = layerVerdict(one, how)
  return out
}

const NO_VERDICTS: Verdicts = byCaseLayer(openLayer, openLayer)
