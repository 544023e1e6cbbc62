import { useMemo, useState } from 'react'
import { buildCase } from '../../draft/build-case'
import type { Draft } from '../../draft/draft'
import { evaluate } from '../../evaluation/evaluate'
import type { Layer } from '../../evaluation/evaluation'
import { explain } from '../../explanation/explain'
import type { Gate } from '../../explanation/explanation'
import { GatesDiagram } from '../diagnosis/GatesDiagram'
import { Sentence } from '../diagnosis/Sentence'

export interface LessonGatesProps {
  readonly draft: Draft
  /** The gates that the story has come to; all others are still ahead. Left out: the whole picture. */
  readonly told?: ReadonlySet<Layer>
  readonly current?: Layer | undefined
}

/** The gates of a case, as far as a lesson has told of them. */
export function LessonGates({ draft, told, current }: LessonGatesProps) {
  const [visited, visit] = useState<Gate | null>(null)
  const explained = useMemo(() => {
    const { accessCase, denial } = buildCase(draft)
    return { action: accessCase.request.action, ...explain(evaluate(accessCase), accessCase, denial) }
  }, [draft])
  const gates = explained.diagram.lanes.flatMap((lane) => lane.gates)
  const ahead = new Set(told ? gates.filter(({ layer }) => !told.has(layer)) : [])
  const shown = visited ?? gates.find(({ layer }) => layer === current) ?? null
  return (
    <div>
      <GatesDiagram
        diagram={explained.diagram}
        action={explained.action}
        current={shown}
        ahead={ahead}
        onVisit={visit}
        onOpen={visit}
      />
      <p className="mt-2 min-h-10 text-sm text-muted">
        {shown && !ahead.has(shown) && (
          <>
            <span className="font-medium text-ink">{shown.name}. </span>
            <Sentence words={shown.sentence} />
          </>
        )}
      </p>
    </div>
  )
}
