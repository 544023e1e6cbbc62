import type { CallOutcome } from '../../../../evaluation/call-outcome'
import { WHOLE_CALL } from '../../../../explanation/messages/call'
import { REPORT_MESSAGES, REPORT_TEXT } from '../../../../explanation/messages/report'
import { decisiveFirst } from '../../../../explanation/report/explain-report'
import { reportedAnswer, type CheckParts, type ReportParts } from '../../../../explanation/report/report-parts'
import { Sentence } from '../../../shared/Sentence'
import { TONE_TEXT } from '../../../ui/tone'
import { Name } from '../../../ui/Name'
import { CaseOnPaper, Part } from './CaseOnPaper'

/** An error of more characters may go over the end of a page. */
const LONG_ERROR = 2000

const OUTCOME_TEXT: Readonly<Record<CallOutcome, string>> = {
  allowed: TONE_TEXT.allow,
  denied: TONE_TEXT.deny,
  depends: TONE_TEXT.depends,
}

function Asked({ check }: { readonly check: CheckParts }) {
  return (
    <>
      <code className="term">
        <Name text={check.action} />
      </code>{' '}
      <span className="font-mono text-xs font-normal [overflow-wrap:anywhere] text-muted">
        <Name text={check.resource} />
      </span>
    </>
  )
}

/** The checks of the call, each with what became of it. */
function CheckList({ parts: { checks, outcome } }: { readonly parts: ReportParts }) {
  return (
    <Part title={REPORT_TEXT.checks}>
      <p className="mb-1">
        {REPORT_MESSAGES['count-of-checks'](checks.length)} {WHOLE_CALL[outcome]}
      </p>
      <ol className="list-decimal space-y-1 pl-5">
        {checks.map((check, index) => (
          <li key={index}>
            <Asked check={check} />
            <span className={`block font-medium ${OUTCOME_TEXT[check.outcome]}`}>{check.words}</span>
          </li>
        ))}
      </ol>
    </Part>
  )
}

/** One check of the call with everything that is said of it. */
function CheckOnPaper({ check, number }: { readonly check: CheckParts; readonly number: number }) {
  if (check.parts === null) return null
  const { lines, notes } = reportedAnswer(check.parts.explanation)
  return (
    <section className="mt-6 border-t border-line pt-3">
      <div className="break-inside-avoid break-after-avoid">
        <h2 className="text-base font-semibold">
          {number}. <Asked check={check} />
        </h2>
        {(check.isDecisive ? [] : [...lines, ...notes]).map((words, index) => (
          <p key={index} className="mt-1">
            <Sentence words={words} />
          </p>
        ))}
      </div>
      <CaseOnPaper parts={check.parts} level={3} hasGates={check.outcome !== 'allowed'} />
    </section>
  )
}

/** A case on paper: the answer, the checks of the call, the error; of each check the gates, the evidence, the fixes. */
export function PrintedReport({ parts }: { readonly parts: ReportParts }) {
  const { first, says, checks, facts } = parts
  const { error, title, request } = first.judged.accessCase
  const { claim } = first.explanation
  const [headline = [], ...rest] = says.lines
  return (
    <article className="text-sm">
      <p className="text-muted">{title ?? REPORT_TEXT.title}</p>
      <h1 className="mt-1 text-xl font-semibold">
        <Sentence words={headline} />
      </h1>
      {[...rest, ...says.notes].map((note, index) => (
        <p key={index} className="mt-1">
          <Sentence words={note} />
        </p>
      ))}
      {checks.length > 0 && <CheckList parts={parts} />}
      <Part title={REPORT_TEXT.request}>
        <dl className="grid grid-cols-[6rem_1fr] gap-x-3 gap-y-1">
          {(['principal', 'action', 'resource'] as const).map((field) => (
            <div key={field} className="contents">
              <dt className="text-muted">{REPORT_TEXT[field]}</dt>
              <dd className="term [overflow-wrap:anywhere]">
                <Name text={request[field]} />
              </dd>
            </div>
          ))}
        </dl>
      </Part>
      {facts.length > 0 && (
        <Part title={REPORT_TEXT.facts}>
          <dl className="space-y-1">
            {facts.map(({ label, values }) => (
              <div key={label}>
                <dt className="text-muted">{label}</dt>
                {values.map((value, index) => (
                  <dd key={index} className="term [overflow-wrap:anywhere]">
                    <Name text={value} />
                  </dd>
                ))}
              </div>
            ))}
          </dl>
        </Part>
      )}
      {error !== undefined && (
        <Part title={REPORT_TEXT.error} breaks={error.length > LONG_ERROR}>
          <pre className="text-xs whitespace-pre-wrap [overflow-wrap:anywhere]">{error}</pre>
        </Part>
      )}
      {claim.claim.length > 0 && (
        <Part title={REPORT_TEXT.claim}>
          <p>
            <Sentence words={claim.claim} /> <Sentence words={claim.finding} />
          </p>
        </Part>
      )}
      {checks.length === 0 && <CaseOnPaper parts={first} level={2} />}
      {decisiveFirst(checks).map(({ check, number }) => (
        <CheckOnPaper key={number} check={check} number={number} />
      ))}
    </article>
  )
}
