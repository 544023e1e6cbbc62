import { ArrowRight } from 'lucide-react'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { buildCase } from '../../../draft/build/build-case'
import { applyRepair } from '../../../lessons/check-repair'
import { COURSE } from '../../../lessons/course/course'
import type { Lesson, Option } from '../../../lessons/lesson'
import { message } from '../../../text/message'
import { plainText } from '../../../text/phrase'
import { CodeInProse } from '../../shared/CodeInProse'
import { Button, buttonClass } from '../../ui/Button'
import { classNames } from '../../ui/class-names'
import { Notice } from '../../ui/Notice'
import { useIntake } from '../../state/intake'
import { ErrorText, PolicyTexts, RequestTable } from './CaseSheet'
import { ChoiceForm } from './ChoiceForm'
import { LearnFrame } from './LearnFrame'
import { RepairPart } from './lazy-repair'
import { LessonStory } from './LessonStory'
import { LessonSteps, type LessonStep } from './LessonSteps'
import { GUESS_WORDS, LESSON_WORDS } from './messages'
import { noteProgress } from './progress'

interface PartProps {
  readonly title: string
  /** Has the reader just come to it? Then the focus goes on here. */
  readonly isReached?: boolean
  readonly children: ReactNode
}

function Part({ title, isReached = false, children }: PartProps) {
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (isReached) heading.current?.focus({ preventScroll: true })
  }, [isReached])
  return (
    <section aria-labelledby={id} className="mt-6">
      <h2 id={id} ref={heading} tabIndex={-1} className="text-lg font-semibold outline-none">
        {title}
      </h2>
      <div className="mt-3 space-y-4">{children}</div>
    </section>
  )
}

interface LessonPageProps {
  readonly id: string
  /** The step of the story that the address asks for, from 1. */
  readonly step: number | null
}

/** One lesson: read, predict, watch the evaluation, repair, remember. */
export function LessonPage({ id, step }: LessonPageProps) {
  const index = COURSE.findIndex((one) => one.id === id)
  const lesson = COURSE[index]
  if (!lesson) {
    return (
      <LearnFrame title="Learn">
        <h1 className="text-2xl font-semibold tracking-tight">There is no such lesson</h1>
        <p className="mt-3">
          <a href="#/learn" className="text-accent underline underline-offset-2">
            All lessons
          </a>
        </p>
      </LearnFrame>
    )
  }
  const told = step !== null && step <= lesson.reveal.length ? step : null
  return <Player lesson={lesson} number={index + 1} next={COURSE[index + 1]} step={told} />
}

/** What is said to who chose an option; that it was wrong comes first. */
function replyTo(option: Option | undefined): string {
  const { right = false, reply = '' } = option ?? {}
  return right ? reply : plainText(message(GUESS_WORDS.no, { reply }))
}

interface PlayerProps {
  readonly lesson: Lesson
  readonly number: number
  readonly next: Lesson | undefined
  /** The step of the story to show, also before an answer was given. */
  readonly step: number | null
}

function Player({ lesson, number, next, step }: PlayerProps) {
  const { openDraft } = useIntake()
  const [answer, setAnswer] = useState<number | null>(null)
  const [at, setAt] = useState<LessonStep>(step === null ? 'predict' : 'watch')
  const [hasMoved, setMoved] = useState(false)
  const [isRepaired, setRepaired] = useState(false)
  const [hasRepair, setHasRepair] = useState(false)
  const { question, draft } = lesson
  const go = (to: LessonStep) => {
    setAt(to)
    setMoved(true)
    if (to === 'repair') setHasRepair(true)
    // Newer browsers give a promise, which is nothing to wait for.
    void window.scrollTo({ top: 0 })
  }
  return (
    <LearnFrame title={lesson.title}>
      <p className="text-sm text-muted">
        Lesson {number} of {COURSE.length}
      </p>
      <h1 className="mt-1 text-2xl font-semibold tracking-tight">{lesson.title}</h1>
      {at === 'predict' && (
        <p className="mt-3 text-lg text-muted">
          <CodeInProse text={lesson.idea} />
        </p>
      )}
      <LessonSteps at={at} isOpen={answer !== null || step !== null} onGo={go} />
      <div role="status" className="mt-4 empty:hidden">
        {answer !== null && (at === 'predict' || at === 'watch') && (
          <Notice tone={question.options[answer]?.right ? 'allow' : 'deny'}>
            <CodeInProse text={replyTo(question.options[answer])} />
          </Notice>
        )}
      </div>

      {at === 'predict' && (
        <>
          <Part title="Read" isReached={hasMoved}>
            <TheCase lesson={lesson} />
          </Part>
          <Part title="Predict">
            <ChoiceForm
              question={question.text}
              options={question.options.map(({ text }) => text)}
              answered={
                answer === null ? null : { chosen: answer, right: question.options.findIndex(({ right }) => right) }
              }
              onAnswer={(chosen) => {
                setAnswer(chosen)
                noteProgress(lesson.id, 'answered')
                go('watch')
              }}
            />
          </Part>
        </>
      )}

      {at === 'watch' && (
        <Part title="Watch the evaluation" isReached={hasMoved}>
          <LessonStory lesson={lesson} asked={step}>
            <Button look="primary" onClick={() => go('repair')}>
              {LESSON_WORDS.toRepair}
            </Button>
          </LessonStory>
          <CaseAgain lesson={lesson} />
        </Part>
      )}

      {/* What was written there stays while another step is looked at. */}
      {hasRepair && (
        <div hidden={at !== 'repair'}>
          <Part title="Repair" isReached={at === 'repair'}>
            <p>
              <CodeInProse text={lesson.repair.task} />
            </p>
            <RepairPart
              task={lesson}
              hint={lesson.repair.hint}
              solution={applyRepair(lesson, 'solution')}
              waiting={<p className="text-sm text-muted">Loading the editor…</p>}
              onResult={({ outcome }) => {
                setRepaired(outcome === 'works')
                if (outcome === 'works') noteProgress(lesson.id, 'repaired')
              }}
            />
            <CaseAgain lesson={lesson} />
          </Part>
        </div>
      )}

      {/* What was repaired is looked at once more, beside what it teaches. */}
      {(at === 'remember' || (at === 'repair' && isRepaired)) && (
        <Part title="Remember" isReached={at === 'remember'}>
          <p className="border-l-2 border-accent pl-3 text-lg">
            <CodeInProse text={lesson.remember} />
          </p>
          <p className="text-sm text-muted">
            AWS:{' '}
            <a
              href={lesson.page.url}
              target="_blank"
              rel="noreferrer"
              className="text-accent underline underline-offset-2"
            >
              {lesson.page.title}
            </a>
          </p>
          <div className="flex flex-wrap gap-3 print:hidden">
            {next ? (
              <a href={`#/learn/${next.id}`} className={classNames(buttonClass('primary'), 'max-w-full')}>
                <span className="truncate">Next: {next.title}</span>
                <ArrowRight size={15} aria-hidden />
              </a>
            ) : (
              <a href="#/learn" className={buttonClass('primary')}>
                All lessons
              </a>
            )}
            <Button onClick={() => openDraft(draft)}>Open this case in the workbench</Button>
          </div>
        </Part>
      )}
    </LearnFrame>
  )
}

/** What a lesson is of: the error, what to look at in it, and the policies. */
function TheCase({ lesson: { draft, look } }: Pick<PlayerProps, 'lesson'>) {
  return (
    <>
      <ErrorText text={draft.paste} />
      {Object.keys(draft.context).length > 0 && <RequestTable built={buildCase(draft)} />}
      <div>
        <h3 className="eyebrow">What to look at</h3>
        <ul className="mt-1 list-disc space-y-1 pl-5 marker:text-faint">
          {look.map(({ text }) => (
            <li key={text}>
              <CodeInProse text={text} />
            </li>
          ))}
        </ul>
      </div>
      <PolicyTexts draft={draft} />
    </>
  )
}

/** The same, for who looks it up while another step is shown. */
const CaseAgain = ({ lesson }: Pick<PlayerProps, 'lesson'>) => (
  <details className="print:hidden">
    <summary className="py-1 text-sm text-muted hover:text-ink">{LESSON_WORDS.case}</summary>
    <div className="mt-2 space-y-4">
      <TheCase lesson={lesson} />
    </div>
  </details>
)
