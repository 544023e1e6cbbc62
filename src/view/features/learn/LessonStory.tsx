import { useEffect, useEffectEvent, useRef } from 'react'
import type { Lesson } from '../../../lessons/lesson'
import { Button } from '../../ui/Button'
import { CopyLinkButton } from '../../ui/CopyLinkButton'
import { setAddress } from '../../state/address'
import { lessonFragment } from './learn-route'
import { LessonGates } from './LessonGates'

interface LessonStoryProps {
  readonly lesson: Lesson
  /** The step that the address asks for, from 1. */
  readonly asked: number | null
}

/** The gates of a lesson and what is told at each of them, a step at a time; each step is an address. */
export function LessonStory({ lesson, asked }: LessonStoryProps) {
  const { id, draft, reveal: steps } = lesson
  const shown = asked ?? 1
  const place = useRef<HTMLDivElement>(null)
  const goThere = useEffectEvent(() => {
    if (asked !== null) place.current?.scrollIntoView({ block: 'start' })
  })
  useEffect(() => {
    // After the frame has gone to the top of the new page.
    const frame = requestAnimationFrame(() => goThere())
    return () => cancelAnimationFrame(frame)
  }, [])
  const go = (step: number) => setAddress(lessonFragment(id, step))
  const told = steps.slice(0, shown)
  const isOver = shown >= steps.length
  return (
    <>
      <div ref={place} className="scroll-mt-16" />
      <LessonGates draft={draft} current={told.at(-1)?.gate} />
      <ol aria-live="polite" className="list-decimal space-y-2 pl-5 marker:text-muted">
        {told.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ol>
      <div className="flex items-center gap-2">
        <Button disabled={shown === 1} onClick={() => go(shown - 1)}>
          Step back
        </Button>
        <Button look={isOver ? 'secondary' : 'primary'} disabled={isOver} onClick={() => go(shown + 1)}>
          Next step
        </Button>
        <CopyLinkButton
          label="Copy link to this step"
          make={() => window.location.origin + window.location.pathname + lessonFragment(id, shown)}
        />
      </div>
    </>
  )
}
