import { Check, Printer } from 'lucide-react'
import { COURSE } from '../../../lessons/course/course'
import { LAYER_WORDS } from '../../shared/layer-words'
import { CodeInProse } from '../../shared/CodeInProse'
import { POLICY_TABS } from '../../shared/policy-tabs'
import { Badge } from '../../ui/Badge'
import { Button, buttonClass } from '../../ui/Button'
import { LearnFrame } from './LearnFrame'
import { CLASS_WORDS } from './messages'
import { resetProgress, useProgress, type LessonProgress } from './progress'
import { own } from '../../../text/own'

const RULES = [
  'Everything starts denied: a request that no policy allows is an implicit deny.',
  'An explicit Deny that matches, in any policy, ends it. No Allow anywhere outweighs it.',
  'Identity-based and resource-based policies grant. All others only limit: what they do not allow is denied, and what they allow is not yet granted.',
  'Within one account a grant on either side is enough. Across accounts both accounts must grant.',
  'Two resource-based policies must always agree: the policy of a KMS key, which may hand the decision to IAM, and the trust policy of a role that is assumed.',
]

const STATES: Readonly<Record<LessonProgress, { readonly tone: 'allow' | 'accent'; readonly text: string }>> = {
  repaired: { tone: 'allow', text: 'repaired' },
  answered: { tone: 'accent', text: 'answered' },
}

/** The lessons in order, how far one has come, and the rules that they teach. */
export function CoursePage() {
  const progress = useProgress()
  const done = COURSE.filter(({ id }) => own(progress, id) === 'repaired').length
  const next = COURSE.find(({ id }) => own(progress, id) !== 'repaired') ?? COURSE[0]
  return (
    <LearnFrame title="Learn">
      <h1 className="text-2xl font-semibold tracking-tight">How AWS decides</h1>
      <p className="mt-3 text-muted">
        {COURSE.length} short lessons, each built on a realistic error: read it, say what decides, watch the evaluation,
        then repair it. Any repair that works counts. You’re told when one opens too much or keeps too little.
      </p>
      <div className="mt-5 flex flex-wrap items-center gap-3 print:hidden">
        {next && (
          <a href={`#/learn/${next.id}`} className={buttonClass('primary')}>
            {done === 0 ? 'Begin' : 'Go on'}: {next.title}
          </a>
        )}
        <a href="#/learn/handout" className={buttonClass('secondary')}>
          <Printer size={15} aria-hidden />
          Handout
        </a>
        <a href="#/learn/deck" className={buttonClass('quiet')}>
          Make a deck
        </a>
        <a href="#/learn/class" className={buttonClass('quiet')}>
          {CLASS_WORDS.open}
        </a>
      </div>
      <div className="mt-8 flex items-baseline gap-3">
        <h2 className="text-lg font-semibold">Lessons</h2>
        <p className="flex-1 text-sm text-muted print:hidden">
          {done} of {COURSE.length} repaired. Kept only in this browser.
        </p>
        {Object.keys(progress).length > 0 && (
          <Button look="quiet" size="small" onClick={resetProgress}>
            Start over
          </Button>
        )}
      </div>
      <ol className="mt-3 divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
        {COURSE.map(({ id, title, idea }, index) => {
          const state = own(progress, id)
          return (
            <li key={id}>
              <a
                href={`#/learn/${id}`}
                className="flex items-start gap-3 px-4 py-3 hover:bg-hover focus-visible:outline-offset-[-2px]"
              >
                <span aria-hidden className="w-5 shrink-0 text-right text-sm text-faint tabular-nums">
                  {index + 1}
                </span>
                <span className="min-w-0 flex-1">
                  <span className="block font-medium">{title}</span>
                  <span className="block text-sm text-muted">
                    <CodeInProse text={idea} />
                  </span>
                </span>
                {state && (
                  <Badge tone={STATES[state].tone}>
                    <Check size={11} aria-hidden />
                    {STATES[state].text}
                  </Badge>
                )}
              </a>
            </li>
          )
        })}
      </ol>
      <h2 className="mt-10 text-lg font-semibold">The rules in five sentences</h2>
      <ol className="mt-3 break-inside-avoid list-decimal space-y-2 pl-5 marker:text-muted">
        {RULES.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ol>
      <h2 className="mt-10 text-lg font-semibold">The seven places a policy can be attached</h2>
      <dl className="mt-3 divide-y divide-line">
        {POLICY_TABS.map(({ layer, name }) => (
          <div key={layer} className="grid gap-x-6 py-3 sm:grid-cols-[11rem_1fr]">
            <dt className="font-medium">{name}</dt>
            <dd className="text-muted">
              {LAYER_WORDS[layer].about}{' '}
              <span className="block text-sm">Nothing attached: {LAYER_WORDS[layer].noneMeans}</span>
            </dd>
          </div>
        ))}
      </dl>
    </LearnFrame>
  )
}
