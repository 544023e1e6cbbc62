import { isDenial } from '../../iam/how-denied'
import type { Diagram, Gate } from '../../explanation/explanation'

/** How a gate is drawn; each look has its own shape. */
export type GateLook =
  | 'open'
  /** The gate that stopped the request. */
  | 'stopped'
  /** Another gate that would stop it too. */
  | 'shut'
  /** Denies implicitly, which does not count here. */
  | 'bypassed'
  | 'ajar'
  /** AWS says that it stopped the request, and no policy here shows it. */
  | 'claimed'
  | 'notGiven'
  | 'empty'
  | 'absent'

/** What of the request's way runs through a gate's row. */
export type Rail =
  | 'through'
  /** Ends here: the request was stopped. */
  | 'arrives'
  /** Goes on, but only if something unknown is settled. */
  | 'perhaps'
  /** Where the request would have gone. */
  | 'beyond'

/** The look of a gate. */
export function gateLook(gate: Gate): GateLook {
  if (gate.toldAs) return gate.toldAs
  if (gate.stopped) return 'stopped'
  const denies = isDenial(gate.status)
  if (denies && gate.blocking) return 'shut'
  switch (gate.status) {
    case 'allows':
      return 'open'
    case 'explicitDeny':
      return 'shut'
    case 'implicitDeny':
      return 'bypassed'
    case 'depends':
      return 'ajar'
    case 'notGiven':
      return 'notGiven'
    case 'none':
      return gate.blocking ? 'shut' : 'empty'
    case 'notApplicable':
      return 'absent'
  }
}

const STOPS: readonly GateLook[] = ['stopped', 'claimed', 'shut']
const DOUBTS: readonly GateLook[] = ['ajar', 'notGiven']

/**
 * The request's way through one lane: to the gate that stopped it, else to the first that would. Where no gate of the
 * lane stops it, the way is certain as far as the first gate that is unknown.
 */
export function railsOf(gates: readonly Gate[]): readonly Rail[] {
  const looks = gates.map(gateLook)
  const named = looks.findIndex((look) => look === 'stopped' || look === 'claimed')
  const stop = named >= 0 ? named : looks.findIndex((look) => STOPS.includes(look))
  if (stop >= 0) return looks.map((_, index) => (index < stop ? 'through' : index === stop ? 'arrives' : 'beyond'))
  const doubt = looks.findIndex((look) => DOUBTS.includes(look))
  return looks.map((_, index) => (doubt < 0 || index < doubt ? 'through' : 'perhaps'))
}

/** How the way leaves a lane. */
export function laneEnd(gates: readonly Gate[]): 'through' | 'perhaps' | 'beyond' {
  const last = railsOf(gates).at(-1) ?? 'through'
  return last === 'arrives' ? 'beyond' : last
}

/** Changes when the picture does, so that its animation plays for news only. */
export function diagramSignature(diagram: Diagram): string {
  return diagram.lanes
    .map((lane) => lane.gates.map((gate) => `${gate.layer}:${gateLook(gate)}`).join(','))
    .join('|')
    .concat(`>${diagram.end}`)
}
