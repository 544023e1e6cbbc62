import { memo, useRef, type CSSProperties, type KeyboardEvent } from 'react'
import type { Diagram, Gate } from '../../explanation/explanation'
import { plainText } from '../../text/phrase'
import { diagramSignature, gateLook, laneEnd, railsOf, type Rail } from './gate-look'
import { SEALS } from './gate-seals'
import './gates.css'
import { Sign } from './Sign'
import { Name } from '../ui/Name'

const END_TEXT: Readonly<Record<Diagram['end'], string>> = {
  allowed: 'allowed',
  denied: 'allowed: not reached',
  depends: 'allowed?',
}

interface GatesDiagramProps {
  readonly diagram: Diagram
  /** What the request is, for the pill at the top. */
  readonly action: string
  /** The gate whose sentence is read below. */
  readonly current: Gate | null
  /** The gates that the request has not met yet, while they are played. */
  readonly ahead: ReadonlySet<Gate>
  readonly onVisit: (gate: Gate | null) => void
  readonly onOpen: (gate: Gate) => void
}

/** The request on its way through one gate a layer, in one lane or two. */
export const GatesDiagram = memo(function GatesDiagram({
  diagram,
  action,
  current,
  ahead,
  onVisit,
  onOpen,
}: GatesDiagramProps) {
  const list = useRef<HTMLDivElement>(null)
  const two = diagram.lanes.length > 1

  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const next = buttons[buttons.findIndex((button) => button === document.activeElement) + step]
    if (!next) return
    event.preventDefault()
    next.focus()
  }

  return (
    <div className="gates" key={diagramSignature(diagram)}>
      <div className="gates-pill">
        request{' '}
        <span className="term">
          <Name text={action} />
        </span>
      </div>
      <Entry two={two} />
      <div ref={list} role="list" aria-label="Layers" className="gates-lanes" onKeyDown={move}>
        {diagram.lanes.map((lane) => (
          <div key={lane.side} className="gates-lane">
            {two && <p className="mb-0.5 text-center text-2xs font-medium text-muted">{lane.title}</p>}
            {lane.gates.map((gate, row) => (
              <GateRow
                key={gate.layer}
                gate={gate}
                row={row}
                rail={railsOf(lane.gates)[row] ?? 'through'}
                isCurrent={gate === current}
                isAhead={ahead.has(gate)}
                onVisit={onVisit}
                onOpen={onOpen}
              />
            ))}
            <div className="relative flex-1" style={rowStyle(lane.gates.length)}>
              <span className="gate-way" data-rail={laneEnd(lane.gates)} />
            </div>
          </div>
        ))}
      </div>
      <Exit diagram={diagram} />
      <div className="gates-pill gates-end" data-end={diagram.end}>
        {END_TEXT[diagram.end]}
      </div>
    </div>
  )
})

const rowStyle = (row: number): CSSProperties => ({ '--row': row }) as CSSProperties

function Entry({ two }: { readonly two: boolean }) {
  return two ? (
    <div className="gates-fork" />
  ) : (
    <div className="gates-way" style={rowStyle(0)}>
      <span className="gate-way" data-rail="through" />
    </div>
  )
}

function Exit({ diagram }: { readonly diagram: Diagram }) {
  const ends = diagram.lanes.map((lane) => laneEnd(lane.gates))
  const worst = (['beyond', 'perhaps', 'through'] as const).find((rail) => ends.includes(rail)) ?? 'through'
  if (ends.length < 2) return <ExitWay rail={worst} row={diagram.lanes[0]?.gates.length ?? 0} />
  return (
    <>
      <div className="gates-join">
        {ends.map((rail: Rail, index) => (
          <span key={index} data-rail={rail} />
        ))}
      </div>
      <p className="my-0.5 text-center text-2xs text-muted">both accounts must say yes</p>
      <ExitWay rail={worst} row={0} />
    </>
  )
}

function ExitWay({ rail, row }: { readonly rail: Rail; readonly row: number }) {
  return (
    <div className="gates-way" style={rowStyle(row)}>
      <span className="gate-way" data-rail={rail} />
    </div>
  )
}

interface GateRowProps extends Pick<GatesDiagramProps, 'onVisit' | 'onOpen'> {
  readonly gate: Gate
  readonly row: number
  readonly rail: Rail
  readonly isCurrent: boolean
  readonly isAhead: boolean
}

function GateRow({ gate, row, rail, isCurrent, isAhead, onVisit, onOpen }: GateRowProps) {
  const look = gateLook(gate)
  const seal = SEALS[look]?.(gate)
  return (
    <div
      role="listitem"
      aria-label={gate.label}
      data-layer={gate.layer}
      data-status={gate.status}
      data-blocking={gate.blocking || gate.stopped}
      style={rowStyle(row)}
    >
      <button
        type="button"
        className="gate"
        data-look={look}
        data-status={gate.status}
        data-current={isCurrent}
        data-ahead={isAhead}
        aria-label={gate.label}
        aria-description={plainText(gate.sentence)}
        onClick={() => onOpen(gate)}
        onFocus={() => onVisit(gate)}
        onMouseEnter={() => onVisit(gate)}
        onMouseLeave={() => onVisit(null)}
        onBlur={() => onVisit(null)}
      >
        <span className="gate-way" data-rail={rail} />
        <span className="gate-name">{gate.name}</span>
        <span className="gate-status">{gate.statusText}</span>
        <span className="gate-bar">
          <span className="gate-leaf" />
          <span className="gate-leaf" />
          {seal && (
            <span className="gate-seal">
              <Sign name={seal} size={look === 'stopped' ? 22 : 14} />
            </span>
          )}
        </span>
      </button>
    </div>
  )
}
