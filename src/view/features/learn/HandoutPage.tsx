import { CLASS_WORDS, LEARN_TEXTS } from './messages'
import { Printer } from 'lucide-react'
import { useState } from 'react'
import { buildCase } from '../../../draft/build/build-case'
import { COURSE } from '../../../lessons/course/course'
import { Button } from '../../ui/Button'
import { ErrorText, PolicyTexts, RequestTable } from './CaseSheet'
import { LearnFrame } from './LearnFrame'
import { PrintedQuestion } from './PrintedQuestion'

/** All lessons on paper: the cases and questions first, the answers at the end. */
export function HandoutPage() {
  const [left, leave] = useState<ReadonlySet<string>>(new Set())
  const chosen = COURSE.filter(({ id }) => !left.has(id))
  const toggle = (id: string) => {
    const next = new Set(left)
    if (!next.delete(id)) next.add(id)
    leave(next)
  }
  return (
    <LearnFrame title="Handout">
      <div className="flex items-start gap-4 print:hidden">
        <p className="flex-1 text-muted">{LEARN_TEXTS.theLessonsOnPaper}</p>
        <Button look="primary" icon={<Printer size={15} aria-hidden />} onClick={() => window.print()}>
          Print
        </Button>
      </div>
      <details className="mt-4 text-sm print:hidden">
        <summary className="cursor-pointer text-muted hover:text-ink">
          {CLASS_WORDS.chooseLessons} ({chosen.length})
        </summary>
        <ul className="mt-2 grid gap-x-6 gap-y-1 sm:grid-cols-2">
          {COURSE.map(({ id, title }) => (
            <li key={id}>
              <label className="flex items-center gap-2">
                <input
                  type="checkbox"
                  checked={!left.has(id)}
                  onChange={() => toggle(id)}
                  className="accent-(--accent)"
                />
                {title}
              </label>
            </li>
          ))}
        </ul>
      </details>
      <h1 className="mt-6 text-2xl font-semibold tracking-tight">How AWS decides: {chosen.length} cases</h1>
      {chosen.map(({ id, title, idea, draft, question }, index) => (
        <section key={id} aria-labelledby={id} className="mt-10 break-inside-avoid space-y-3">
          <h2 id={id} className="text-lg font-semibold">
            {index + 1}. {title}
          </h2>
          <p className="text-muted">{idea}</p>
          <ErrorText text={draft.paste} />
          <RequestTable built={buildCase(draft)} />
          <PolicyTexts draft={draft} />
          <PrintedQuestion text={question.text} options={question.options.map(({ text }) => text)} />
        </section>
      ))}
      <section aria-labelledby="answers" className="mt-12 break-before-page">
        <h2 id="answers" className="text-lg font-semibold">
          Answers
        </h2>
        <ol className="mt-3 list-decimal space-y-3 pl-8 marker:text-muted">
          {chosen.map(({ id, question, remember }) => (
            <li key={id} className="break-inside-avoid">
              {question.options.find(({ right }) => right)?.text}{' '}
              <span className="block text-sm text-muted">{remember}</span>
            </li>
          ))}
        </ol>
      </section>
    </LearnFrame>
  )
}
