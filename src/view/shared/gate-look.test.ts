import { describe, expect, it } from 'vitest'
import type { LayerStatus } from '../../evaluation/evaluation'
import type { Gate } from '../../explanation/explanation'
import { diagramSignature, gateLook, laneEnd, railsOf } from './gate-look'

const gate = (status: LayerStatus, more: Partial<Gate> = {}): Gate => ({
  layer: 'identity',
  label: `Identity-based policies: ${status}`,
  name: 'Identity-based policies',
  status,
  statusText: status,
  lane: 'caller',
  blocking: false,
  stopped: false,
  needed: true,
  sentence: [],
  evidence: null,
  ...more,
})

describe('gateLook', () => {
  it.each<[string, Gate, string]>([
    ['the gate AWS names', gate('explicitDeny', { stopped: true, blocking: true }), 'stopped'],
    ['a second explicit deny', gate('explicitDeny', { blocking: true }), 'shut'],
    ['an implicit deny that counts', gate('implicitDeny', { blocking: true }), 'shut'],
    ['an implicit deny that does not count', gate('implicitDeny', { needed: false }), 'bypassed'],
    ['nothing attached where something would have to be', gate('none', { blocking: true }), 'shut'],
    ['nothing attached where nothing is needed', gate('none'), 'empty'],
    ['a layer that allows', gate('allows'), 'open'],
    ['a layer that hangs on a key', gate('depends'), 'ajar'],
    ['a layer that nobody gave', gate('notGiven'), 'notGiven'],
    ['a layer that does not apply', gate('notApplicable'), 'absent'],
  ])('%s', (_, given, look) => {
    expect(gateLook(given)).toBe(look)
  })
})

describe('railsOf', () => {
  const stopped = gate('explicitDeny', { stopped: true, blocking: true })
  const alsoShut = gate('implicitDeny', { blocking: true })

  it('goes through to the gate that stopped the request and no further', () => {
    expect(railsOf([gate('allows'), stopped, gate('allows')])).toEqual(['through', 'arrives', 'beyond'])
  })

  it('passes an earlier gate that denies too: the one AWS names is where it ends', () => {
    expect(railsOf([alsoShut, stopped])).toEqual(['through', 'arrives'])
  })

  it('ends at the first shut gate of a lane that has not the named one', () => {
    expect(railsOf([gate('allows'), alsoShut, alsoShut])).toEqual(['through', 'arrives', 'beyond'])
  })

  it('is certain up to the stop, whatever is unknown before it', () => {
    expect(railsOf([gate('notGiven'), stopped])).toEqual(['through', 'arrives'])
  })

  it('is uncertain from the first unknown gate on where nothing stops it', () => {
    expect(railsOf([gate('allows'), gate('depends'), gate('allows')])).toEqual(['through', 'perhaps', 'perhaps'])
  })

  it('leaves the lane as it went through its last gate', () => {
    expect(laneEnd([gate('allows')])).toBe('through')
    expect(laneEnd([gate('notGiven')])).toBe('perhaps')
    expect(laneEnd([stopped])).toBe('beyond')
    expect(laneEnd([])).toBe('through')
  })
})

describe('diagramSignature', () => {
  const diagram = (status: LayerStatus, sentence: string) =>
    diagramSignature({
      lanes: [{ side: 'both', title: '', gates: [gate(status, { sentence: [{ text: sentence }] })] }],
      end: 'allowed',
    })

  it('changes with the picture, not with its words', () => {
    expect(diagram('allows', 'a')).toBe(diagram('allows', 'b'))
    expect(diagram('allows', 'a')).not.toBe(diagram('none', 'a'))
  })
})
