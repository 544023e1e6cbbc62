import { classNames } from '../../ui/class-names'
import { LESSON_WORDS } from './messages'

/** The steps of a lesson, in order. */
export const LESSON_STEPS = ['predict', 'watch', 'repair', 'remember'] as const

/** A step of a lesson. */
export type LessonStep = (typeof LESSON_STEPS)[number]

interface LessonStepsProps {
  readonly at: LessonStep
  /** Are the steps after the first open? */
  readonly isOpen: boolean
  readonly onGo: (step: LessonStep) => void
}

/** Where the reader is in a lesson, and what comes next; it stays in sight. */
export function LessonSteps({ at, isOpen, onGo }: LessonStepsProps) {
  return (
    <nav aria-label={LESSON_WORDS.steps} className="sticky top-0 z-10 mt-5 border-b border-line bg-canvas print:hidden">
      <ol className="flex gap-1">
        {LESSON_STEPS.map((step, index) => (
          <li key={step}>
            <button
              type="button"
              aria-current={step === at ? 'step' : undefined}
              disabled={!isOpen && step !== at}
              onClick={() => onGo(step)}
              className={classNames(
                'inline-flex h-9 shrink-0 items-center gap-1.5 border-b-2 px-2.5 text-sm whitespace-nowrap transition-colors disabled:opacity-50',
                step === at
                  ? 'border-accent-solid font-medium text-ink forced-colors:border-b-4'
                  : 'border-transparent text-muted hover:text-ink',
              )}
            >
              <span aria-hidden className="text-xs text-faint tabular-nums max-sm:hidden">
                {index + 1}
              </span>
              {LESSON_WORDS[step]}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
