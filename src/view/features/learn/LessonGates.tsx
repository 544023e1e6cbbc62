import { useMemo, useState } from 'react'
import { diagnose } from '../../../diagnosis/diagnose'
import type { Draft } from '../../../draft/draft'
import type { Diagram, Gate } from '../../../explanation/explanation'
import { GatesDiagram } from '../../shared/GatesDiagram'
import { Sentence } from '../../shared/Sentence'
import type { Layer } from '../../../iam/layers'

interface LessonGatesProps {
  readonly draft: Draft
  /** The gate that the story is at. */
  readonly current?: Layer | undefined
  /** The gates that the story has come to; left out: all of them. */
  readonly told?: ReadonlySet<Layer>
}

const NO_DIAGRAM: Diagram = { lanes: [], end: 'depends' }
const NONE_AHEAD: ReadonlySet<Gate> = new Set()

/** The gates of a case, and the sentence of the one that is told of or pointed at. */
export function LessonGates({ draft, current, told }: LessonGatesProps) {
  const [visited, visit] = useState<Gate | null>(null)
  const { built, explanation } = useMemo(() => diagnose(draft), [draft])
  const diagram = explanation?.diagram ?? NO_DIAGRAM
  const gates = diagram.lanes.flatMap((lane) => lane.gates)
  const shown = visited ?? gates.find(({ layer }) => layer === current) ?? null
  return (
    <div>
      <GatesDiagram
        diagram={diagram}
        action={built?.accessCase.request.action ?? ''}
        current={shown}
        ahead={told === undefined ? NONE_AHEAD : new Set(gates.filter(({ layer }) => !told.has(layer)))}
        onVisit={visit}
        onOpen={visit}
      />
      <p className="mt-2 min-h-10 text-sm text-muted print:min-h-0">
        {shown && (
          <>
            <span className="font-medium text-ink">{shown.name}. </span>
            <Sentence words={shown.sentence} />
          </>
        )}
      </p>
    </div>
  )
}
