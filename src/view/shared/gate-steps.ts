import type { Diagram, Gate } from '../../explanation/explanation'

/** The gates in the order in which the request meets them, one lane after the other; those that do not apply are no step. */
export function gateSteps(diagram: Diagram): readonly Gate[] {
  return diagram.lanes.flatMap((lane) => lane.gates.filter((gate) => gate.status !== 'notApplicable'))
}

/** The gates that the request has not met yet at a step; none where no step is chosen. */
export function gatesAhead(diagram: Diagram, step: Gate | null): ReadonlySet<Gate> {
  if (step === null) return new Set()
  const gates = diagram.lanes.flatMap((lane) => lane.gates)
  return new Set(gates.slice(gates.indexOf(step) + 1))
}
