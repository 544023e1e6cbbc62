import { isDenial, type HowDenied } from '../iam/how-denied'
import { own } from '../text/own'
import type { AccessCase } from '../case/access-case'
import type { CaseLayer } from '../iam/layers'
import type { Simulation } from './simulation'

/** A layer that the simulator's answer points at, and what it does there. */
export interface SimulatedLayer {
  readonly layer: Extract<CaseLayer, 'scp' | 'boundary' | 'identity' | 'resource'>
  readonly decision: HowDenied
}

/** The kinds of policies as the simulator calls them, of statements and of decisions across accounts. */
const LAYER_OF: Readonly<Record<string, SimulatedLayer['layer']>> = {
  'IAM Policy': 'identity',
  'Resource Policy': 'resource',
  'Permissions Boundary Policy': 'boundary',
}

/**
 * The layers that an answer which denies narrows the cause to. Where SCPs deny nothing else is said; an explicit deny
 * names its statements; across accounts each kind of policy has its decision; and a boundary that does not allow says so.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_EvaluationResult.html
 */
export function simulatedLayers(simulation: Simulation): readonly SimulatedLayer[] {
  const { decision, statements, details, allowedByBoundary, allowedByOrganization } = simulation
  if (decision === 'allowed') return []
  if (allowedByOrganization === false) return [{ layer: 'scp', decision }]
  if (decision === 'explicitDeny') {
    const named = statements.flatMap(({ sourceType, layer }) => own(LAYER_OF, sourceType) ?? layer ?? [])
    return [...new Set(named)].map((layer) => ({ layer, decision }))
  }
  const told = Object.entries(details).flatMap(([kind, each]): SimulatedLayer[] => {
    const layer = own(LAYER_OF, kind)
    return layer && isDenial(each) ? [{ layer, decision: each }] : []
  })
  if (told.length > 0) return told
  return [{ layer: allowedByBoundary === false ? 'boundary' : 'identity', decision }]
}

/** What is known to be wrong or silent in the simulator, where it bears on an answer. */
export type SimulationNote = 'trust-ignored' | 'scps-not-told'

/** The notes that bear on an answer. */
export const simulationNotes = ({ request }: AccessCase, simulation: Simulation): readonly SimulationNote[] => [
  ...(/^sts:assume/i.test(request.action) ? (['trust-ignored'] as const) : []),
  ...(simulation.allowedByOrganization === false ? (['scps-not-told'] as const) : []),
]
