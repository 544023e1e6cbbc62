import { isDenial } from '../iam/how-denied'
import { isTrustAction } from '../iam/trust-actions'
import type { CaseReading } from '../case/case-reading'
import type { CompiledLayer } from './compile/compile-layers'
import {
  blockingLayers,
  blockingLists,
  decisionOf,
  OPEN_VERDICT,
  outlookOf,
  type Circumstances,
  type Outlook,
  type Verdicts,
} from './decide/decide'
import type { Decision } from './evaluation'
import type { CaseFacts } from '../case/access-case'
import { kleene, NO, or, UNKNOWN, YES, type Kleene } from './kleene'
import { layerVerdict, type LayerOutcomes, type LayerVerdict, type Reading } from './decide/layer-verdict'
import { mayBeAbsent, type EvaluatedRequest } from './compile/request'
import { refusalsByS3 } from './services/s3-access'
import {
  bothMustAllow,
  needsResourcePolicy,
  refusalsOf,
  relationOf,
  NEEDS_NO_PERMISSION,
  type PossibleRefusal,
  type Refusal,
} from './services/service-rules'
import { solveUnknowns, type Solution } from './unknowns/solve-unknowns'
import { solveOnce, type SolvedBefore, isOpenMatch } from './unknowns/solved-before'
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
  /** It is denied for certain, and which layer denies hangs on what is not known. */
  readonly isLayerOpen: boolean
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

/** Is it looked for what a decision that depends at first sight comes to, and what was found for other readings of the request? */
export interface Search {
  readonly isSought: boolean
  readonly solved: SolvedBefore
}

/** A request and what each layer does with it. */
interface Judged {
  readonly reading: CaseReading
  readonly request: EvaluatedRequest
  readonly compiled: readonly CompiledLayer[]
  readonly judged: readonly LayerOutcomes[]
  readonly search: Search
}

/** What bears on a request besides its layers, as far as it is certain or asked of the unknown. */
interface Bearing {
  readonly isTrust: boolean
  readonly refusals: readonly PossibleRefusal[]
  /** The action needs no permission. */
  readonly free: boolean
  readonly both: ReturnType<typeof bothMustAllow>
  readonly fixed: Pick<Circumstances, 'kind' | 'relation' | 'isTrust' | 'needsResource'>
}

function bearingOf(
  request: EvaluatedRequest,
  facts: CaseFacts,
  compiled: readonly CompiledLayer[],
  judged: readonly LayerOutcomes[],
): Bearing {
  const isTrust = isTrustAction(request.lowerAction)
  const refusals = refusalsFor(request, facts, compiled)
  const { kind } = request.principal
  const hasResourcePolicy = judged.some(({ layer, state }) => layer === 'resource' && state !== 'none')
  return {
    isTrust,
    refusals,
    free: refusals.length === 0 && kind !== 'anonymous' && NEEDS_NO_PERMISSION.has(request.lowerAction),
    both: bothMustAllow(request, hasResourcePolicy),
    fixed: { kind, relation: relationOf(request), isTrust, needsResource: needsResourcePolicy(request) },
  }
}

/** What bears on the request where the unknown is read in one way. */
function circumstancesUnder({ refusals, both, fixed }: Bearing, { answer }: Reading): Circumstances {
  let refused: Kleene = NO
  let refusedIn: Circumstances['refusedIn'] = null
  for (const { when, layer } of refusals) {
    const holds = when === null ? YES : answer(when)
    if (holds > refused) refusedIn = layer
    refused = or(refused, holds)
  }
  // Written out: it is asked for each way in which the unknown can turn out, and a spread is not free.
  return {
    kind: fixed.kind,
    relation: fixed.relation,
    isTrust: fixed.isTrust,
    needsResource: fixed.needsResource,
    bothMustAllow: typeof both === 'boolean' ? kleene(both) : answer(both),
    refused,
    refusedIn,
  }
}

/** What is seen at first sight, while the unknown stays unknown. */
interface FirstSight {
  readonly plain: Reading
  readonly circumstances: Circumstances
  readonly verdicts: Verdicts
  readonly outlook: Outlook
}

function firstSight(bearing: Bearing, judged: readonly LayerOutcomes[], { open }: CaseReading): FirstSight {
  const plain: Reading = { layer: openLayer, answer: () => UNKNOWN, unreadable: open ? openLayer : null }
  const circumstances = circumstancesUnder(bearing, plain)
  const verdicts = verdictsOf(judged, plain, NO_VERDICTS)
  return { plain, circumstances, verdicts, outlook: bearing.free ? 'allowed' : outlookOf(verdicts, circumstances) }
}

const verdictsUnder = ({ layers, reading }: AssumedLayers, known: Verdicts): Verdicts =>
  verdictsOf(layers, reading, known)

/** Looks for what the decision depends on, through each way in which the unknown can turn out. */
function solve(
  { reading, request, judged, search: { solved } }: Judged,
  bearing: Bearing,
  { plain, circumstances, verdicts }: FirstSight,
): Solution {
  const { refusals, both } = bearing
  const layers = judged.filter(canTurnOut)
  const asked = [...(typeof both === 'boolean' ? [] : [both]), ...refusals.flatMap(({ when }) => when ?? [])]
  const decideUnder = (assumed: AssumedLayers): Outlook =>
    outlookOf(verdictsUnder(assumed, verdicts), circumstancesUnder(bearing, assumed.reading))
  const search = (): Solution =>
    solveUnknowns({ layers, asked, holes: request.holes, fillings: fillingsFor(reading) }, plain, decideUnder, (key) =>
      mayBeAbsent(key, request),
    )
  if (reading.others.length === 0) return search()
  return solveOnce(solved, { request, layers, asked, refusals, verdicts, circumstances }, search)
}

/** The layers that stand in the way of a request that is not allowed: in the ways that were found, else at first sight. */
function blockersOf(
  bearing: Bearing,
  { verdicts, circumstances }: FirstSight,
  settled: Solution | null,
): readonly Layer[] {
  const keys =
    settled === null || settled.ways.length === 0
      ? blockingLayers(verdicts, circumstances)
      : inTheWay(
          settled.ways.map((one) =>
            blockingLayers(verdictsUnder(one, verdicts), circumstancesUnder(bearing, one.reading)),
          ),
        )
  return keys.map((key) => nameOf(key, bearing.isTrust))
}

/** Does no layer stand in the way of a request in each way in which the unknown can turn out? */
function isAnotherEachTime(
  bearing: Bearing,
  { verdicts, circumstances }: FirstSight,
  settled: Solution | null,
): boolean {
  const lists =
    settled === null || settled.ways.length === 0
      ? blockingLists(verdicts, circumstances)
      : settled.ways.flatMap((one) =>
          blockingLists(verdictsUnder(one, verdicts), circumstancesUnder(bearing, one.reading)),
        )
  const [first = [], ...others] = lists
  return others.length > 0 && !first.some((key) => others.every((list) => list.includes(key)))
}

/** The decision and the layers that stand in the way, from what each layer did. */
export function conclude(input: Judged): Conclusion {
  const { reading, request, compiled, judged, search } = input
  const bearing = bearingOf(request, reading.facts, compiled, judged)
  const sight = firstSight(bearing, judged, reading)
  const first = decisionOf(sight.outlook)
  const settled = first === 'depends' && search.isSought ? solve(input, bearing, sight) : null
  const decision = settled?.decision ?? first
  const blocking = decision === 'allowed' ? [] : blockersOf(bearing, sight, settled)
  const { plain, circumstances, verdicts, outlook } = sight
  return {
    decision,
    isDenied: outlook === 'denied',
    layer: blocking[0] ?? 'none',
    blocking,
    isLayerOpen: isDenial(decision) && isAnotherEachTime(bearing, sight, settled),
    circumstances,
    plain,
    verdicts,
    refusal: bearing.refusals.find(({ when }) => when === null) ?? null,
    free: bearing.free,
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
  const all = [...new Set(lists.flat())]
  const isAlways = (key: CaseLayer): boolean => lists.every((list) => list.includes(key))
  return [...all.filter(isAlways), ...all.filter((key) => !isAlways(key))]
}

/** Can what a layer says turn out in more than one way? */
const canTurnOut = ({ state, levels, grants, maybeExempt }: LayerOutcomes): boolean =>
  state === 'unknown' ||
  maybeExempt !== null ||
  levels.some(({ unreadable, outcomes }) => unreadable || outcomes.some(isOpenMatch)) ||
  grants.some(isOpenMatch)

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
