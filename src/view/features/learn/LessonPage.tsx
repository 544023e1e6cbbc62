import { ArrowRight } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import { buildCase } from '../../../draft/build/build-case'
import { applyRepair } from '../../../lessons/check-repair'
import { COURSE } from '../../../lessons/course/course'
import type { Lesson, Option } from '../../../lessons/lesson'
import { message } from '../../../text/message'
import { plainText } from '../../../text/phrase'
import { CodeInProse } from '../../shared/CodeInProse'
import { Button, buttonClass } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import { useIntake } from '../../state/intake'
import { ErrorText, PolicyTexts, RequestTable } from './CaseSheet'
import { ChoiceForm } from './ChoiceForm'
import { LearnFrame } from './LearnFrame'
import { RepairPart } from './lazy-repair'
import { LessonStory } from './LessonStory'
import { GUESS_WORDS } from './messages'
import { noteProgress } from './progress'

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="mt-10">
      <h2 id={id} className="text-lg font-semibold">
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
  const { question, look, draft } = lesson
  const answered = () => noteProgress(lesson.id, 'answered')
  return (
    <LearnFrame title={lesson.title}>
      <p className="text-sm text-muted">
        Lesson {number} of {COURSE.length}
      </p>
      <h1 className="mt-1 text-2xl font-semibold tracking-tight">{lesson.title}</h1>
      <p className="mt-3 text-lg text-muted">
        <CodeInProse text={lesson.idea} />
      </p>

      <Part title="Read">
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
            answered()
          }}
        />
        <div role="status">
          {answer !== null && (
            <Notice tone={question.options[answer]?.right ? 'allow' : 'deny'}>
              <CodeInProse text={replyTo(question.options[answer])} />
            </Notice>
          )}
        </div>
      </Part>

      {(answer !== null || step !== null) && (
        <>
          <Part title="Watch the evaluation">
            <LessonStory key={answer ?? 'linked'} lesson={lesson} asked={step} isAnswered={answer !== null} />
          </Part>
          <Part title="Repair">
            <p>
              <CodeInProse text={lesson.repair.task} />
            </p>
            <RepairPart
              task={lesson}
              hint={lesson.repair.hint}
              solution={applyRepair(lesson, 'solution')}
              waiting={<p className="text-sm text-muted">Loading the editor…</p>}
              onResult={({ outcome }) => outcome === 'works' && noteProgress(lesson.id, 'repaired')}
            />
          </Part>
          <Part title="Remember">
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
                <a href={`#/learn/${next.id}`} className={buttonClass('primary')}>
                  Next: {next.title}
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
        </>
      )}
    </LearnFrame>
  )
}
