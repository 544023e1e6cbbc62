import { ANSWER_TEXTS } from './answer-messages'
import { ChevronLeft, ChevronRight, Pause, Play, X } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { Gate } from '../../../explanation/explanation'
import { IconButton } from '../../ui/Button'
import { Sentence } from '../../shared/Sentence'
import { useInterval } from '../../ui/use-interval'

const MILLISECONDS_A_STEP = 2200

interface GatesPlayerProps {
  readonly steps: readonly Gate[]
  /** The step that is shown; null shows the whole picture. */
  readonly step: Gate | null
  /** The gate pointed at, whose sentence is read instead. */
  readonly visited: Gate | null
  readonly onStep: (gate: Gate | null) => void
  /** What hands out the link to a step, from 1; null: to the whole picture. */
  readonly linkTo: (step: number | null) => ReactNode
  /** What stands at the end of the row. */
  readonly children?: ReactNode
}

/** Plays the gates one after the other, and reads the sentence of the one that is shown. */
export function GatesPlayer({ steps, step, visited, onStep, linkTo, children }: GatesPlayerProps) {
  const [isPlaying, setPlaying] = useState(false)
  const at = step === null ? -1 : steps.indexOf(step)
  const told = visited ?? step

  const goOn = () => {
    const next = steps[at + 1]
    if (next) onStep(next)
    else setPlaying(false)
  }
  useInterval(goOn, MILLISECONDS_A_STEP, isPlaying)

  const go = (to: number) => {
    setPlaying(false)
    onStep(steps[to] ?? null)
  }
  const play = () => {
    if (!isPlaying && (at < 0 || at === steps.length - 1)) onStep(steps[0] ?? null)
    setPlaying(!isPlaying)
  }

  return (
    <div className="mt-1 flex flex-wrap items-center gap-x-2">
      <div role="group" aria-label="Step through the layers" className="flex shrink-0 items-center">
        <IconButton label="Step back" size="small" disabled={at < 0} onClick={() => go(at - 1)}>
          <ChevronLeft size={15} aria-hidden />
        </IconButton>
        <IconButton label={isPlaying ? 'Pause' : 'Play the steps'} size="small" onClick={play}>
          {isPlaying ? <Pause size={14} aria-hidden /> : <Play size={14} aria-hidden />}
        </IconButton>
        <IconButton label="Step forward" size="small" disabled={at === steps.length - 1} onClick={() => go(at + 1)}>
          <ChevronRight size={15} aria-hidden />
        </IconButton>
        {step !== null && (
          <IconButton label="Show the whole picture" size="small" onClick={() => go(-1)}>
            <X size={14} aria-hidden />
          </IconButton>
        )}
        {linkTo(step === null ? null : at + 1)}
      </div>
      {/* A row of its own: beside the buttons a sentence would be a narrow column that moves all below it. */}
      <p aria-live="polite" className="order-last min-h-10 basis-full px-2 text-sm text-muted">
        {told ? (
          <>
            <span className="font-medium text-ink">{told.name}</span>
            {step === told && (
              <span className="text-faint tabular-nums">
                {' '}
                {at + 1}/{steps.length}
              </span>
            )}
            <span>
              {': '}
              <Sentence words={told.sentence} />
            </span>
          </>
        ) : (
          <span className="text-faint">{ANSWER_TEXTS.pointAtALayer}</span>
        )}
      </p>
      <div className="ml-auto">{children}</div>
    </div>
  )
}
