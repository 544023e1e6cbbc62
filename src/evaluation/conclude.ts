import type { CaseReading } from '../case/case-reading'
import type { CompiledLayer } from './compile/compile-layers'
import { blockingLayers, decide, OPEN_VERDICT, type Circumstances, type Verdicts } from './decide/decide'
import type { Decision } from './evaluation'
import type { Outcome } from './match/evaluate-statement'
import type { JudgedLayer } from './decide/judge-layer'
import { UNKNOWN } from './kleene'
import { layerVerdict, type LayerOutcomes, type LayerVerdict, type Reading } from './decide/layer-verdict'
import { mayBeAbsent, type EvaluatedRequest } from './compile/request'
import { refusalByS3 } from './services/s3-access'
import {
  bothMustAllow,
  isTrustAction,
  needsResourcePolicy,
  refusalOf,
  relationOf,
  NEEDS_NO_PERMISSION,
  type Refusal,
} from './services/service-rules'
import { solveUnknowns, type Sought, type Solution } from './unknowns/solve-unknowns'
import type { AssumedLayers } from './unknowns/assumptions'
import { caseLayerOf, type CaseLayer, type Layer } from '../iam/layers'

/** What the layers come to together. */
export interface Conclusion {
  readonly decision: Decision
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

/** The decision and the layers that stand in the way, from what each layer did. */
export function conclude(
  reading: CaseReading,
  request: EvaluatedRequest,
  compiled: readonly CompiledLayer[],
  judged: readonly JudgedLayer[],
  sought: Sought,
): Conclusion {
  const isTrust = isTrustAction(request.lowerAction)
  const refusal = refusalOf(request, reading.facts) ?? refusalByS3(request, reading.facts, compiled)
  const free =
    refusal === null && request.principal.kind !== 'anonymous' && NEEDS_NO_PERMISSION.has(request.lowerAction)
  const circumstances: Circumstances = {
    kind: request.principal.kind,
    relation: relationOf(request),
    bothMustAllow: bothMustAllow(
      request,
      judged.some(({ layer, state }) => layer === 'resource' && state !== 'none'),
    ),
    isTrust,
    needsResource: needsResourcePolicy(request),
    refusedIn: refusal?.layer ?? null,
  }
  const plain: Reading = {
    layer: openLayer,
    exempt: () => UNKNOWN,
    unreadable: reading.open ? openLayer : null,
  }
  const verdicts = verdictsOf(judged, plain, {})
  const first = free ? 'allowed' : decide(verdicts, circumstances)
  const verdictsUnder = ({ layers, reading: how }: AssumedLayers): Verdicts => verdictsOf(layers, how, verdicts)
  const decideUnder = (assumed: AssumedLayers): Decision => decide(verdictsUnder(assumed), circumstances)
  const settled =
    first === 'depends'
      ? solveUnknowns(judged.filter(isOpen), plain, decideUnder, (key) => mayBeAbsent(key, request), sought)
      : null
  const decision = settled?.decision ?? first
  const ways = settled === null || settled.ways.length === 0 ? [verdicts] : settled.ways.map(verdictsUnder)
  const blocking = decision === 'allowed' ? [] : inTheWay(ways, circumstances).map((key) => nameOf(key, isTrust))
  const layer = decision === 'allowed' ? 'none' : (blocking[0] ?? 'none')
  return { decision, layer, blocking, circumstances, plain, verdicts, refusal, free, settled }
}

/** Layers that stand in the way: those that do however the unknown turns out, then those that may. */
function inTheWay(ways: readonly Verdicts[], circumstances: Circumstances): readonly CaseLayer[] {
  const lists = ways.map((verdicts) => blockingLayers(verdicts, circumstances))
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
function verdictsOf(judged: readonly LayerOutcomes[], how: Reading, known: Partial<Verdicts>): Verdicts {
  const out: { -readonly [key in CaseLayer]?: LayerVerdict } = { ...known }
  for (const one of judged) out[caseLayerOf(one.layer)] = layerVerdict(one, how)
  return out as Verdicts
}
