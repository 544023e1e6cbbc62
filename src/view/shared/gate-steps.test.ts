import { describe, expect, it } from 'vitest'
import type { LayerStatus } from '../../evaluation/evaluation'
import type { Diagram, Gate } from '../../explanation/explanation'
import { gatesAhead, gateSteps } from './gate-steps'

const gate = (name: string, status: LayerStatus): Gate => ({
  layer: 'identity',
  label: `${name}: ${status}`,
  name,
  status,
  statusText: status,
  lane: 'caller',
  blocking: false,
  stopped: false,
  needed: true,
  sentence: [],
  evidence: null,
})

const diagram: Diagram = {
  lanes: [
    { side: 'caller', title: '', gates: [gate('scp', 'allows'), gate('session', 'notApplicable')] },
    { side: 'resource', title: '', gates: [gate('rcp', 'notGiven'), gate('resource', 'implicitDeny')] },
  ],
  end: 'denied',
}
const names = (gates: Iterable<Gate>) => [...gates].map((each) => each.name)

describe('the steps through the gates', () => {
  it('go through one lane after the other, past what does not apply', () => {
    expect(names(gateSteps(diagram))).toEqual(['scp', 'rcp', 'resource'])
  })

  it('leave ahead what the request has not met', () => {
    const [first = null, second = null, last = null] = gateSteps(diagram)
    expect(names(gatesAhead(diagram, first))).toEqual(['session', 'rcp', 'resource'])
    expect(names(gatesAhead(diagram, second))).toEqual(['resource'])
    expect(names(gatesAhead(diagram, last))).toEqual([])
    expect(names(gatesAhead(diagram, null))).toEqual([])
  })
})
