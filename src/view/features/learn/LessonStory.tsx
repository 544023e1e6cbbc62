import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Layer } from '../../../iam/layers'
import type { Lesson, RevealStep } from '../../../lessons/lesson'
import { CodeInProse } from '../../shared/CodeInProse'
import { Button } from '../../ui/Button'
import { CopyLinkButton } from '../../ui/CopyLinkButton'
import { setAddress } from '../../state/address'
import { lessonFragment } from './learn-route'
import { LessonGates } from './LessonGates'
import { STORY_WORDS } from './messages'
import { pageAddress } from '../../ui/page-address'
import { useInterval } from '../../ui/use-interval'

interface LessonStoryProps {
  readonly lesson: Lesson
  /** The step that the address asks for, from 1. */
  readonly asked: number | null
  /** Where to go once the story is over. */
  readonly children: ReactNode
}

const MILLISECONDS_A_STEP = 3_500

const toldGates = (told: readonly RevealStep[]): ReadonlySet<Layer> => new Set(told.flatMap(({ gate }) => gate ?? []))

/** The gates of a lesson and what is told at each of them, a step at a time; each step is an address. */
export function LessonStory({ lesson, asked, children }: LessonStoryProps) {
  const { id, draft, reveal: steps } = lesson
  const shown = asked ?? 1
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    // What is told last stays above the buttons.
    if (shown > 1) list.current?.lastElementChild?.scrollIntoView({ block: 'nearest' })
  }, [shown])
  const [isPlaying, setPlaying] = useState(false)
  const turn = (step: number) => setAddress(lessonFragment(id, step))
  const go = (step: number) => {
    setPlaying(false)
    turn(step)
  }
  const goOn = () => {
    if (shown < steps.length) turn(shown + 1)
    if (shown + 1 >= steps.length) setPlaying(false)
  }
  useInterval(goOn, MILLISECONDS_A_STEP, isPlaying)
  const play = () => {
    if (!isPlaying) turn(1)
    setPlaying(!isPlaying)
  }
  const told = steps.slice(0, shown)
  const isOver = shown >= steps.length
  return (
    <>
      <LessonGates draft={draft} current={told.at(-1)?.gate} {...(isOver ? {} : { told: toldGates(told) })} />
      <ol ref={list} aria-live="polite" className="list-decimal space-y-2 pl-5 marker:text-muted">
        {told.map(({ text }) => (
          <li key={text} className="scroll-mb-16">
            <CodeInProse text={text} />
          </li>
        ))}
      </ol>
      <div className="sticky bottom-0 flex flex-wrap items-center gap-2 bg-canvas py-2">
        <Button onClick={play}>{isPlaying ? STORY_WORDS.pause : STORY_WORDS.watch}</Button>
        <Button disabled={shown === 1} onClick={() => go(shown - 1)}>
          Step back
        </Button>
        {isOver ? (
          children
        ) : (
          <Button look="primary" onClick={() => go(shown + 1)}>
            Next step
          </Button>
        )}
        <CopyLinkButton label="Copy link to this step" make={() => pageAddress(lessonFragment(id, shown))} />
      </div>
    </>
  )
}
