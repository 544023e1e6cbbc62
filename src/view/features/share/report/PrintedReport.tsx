import type { ReactNode } from 'react'
import type { Gate } from '../../../../explanation/explanation'
import type { CallOutcome } from '../../../../explanation/call'
import { WHOLE_CALL } from '../../../../explanation/messages/call'
import { INSTRUCTION_TEXT } from '../../../../explanation/messages/instructions'
import { REPORT_MESSAGES, REPORT_TEXT } from '../../../../explanation/messages/report'
import { decisiveFirst, evidencePlace } from '../../../../explanation/report/explain-report'
import type { CaseParts, CheckParts, ReportParts } from '../../../../explanation/report/report-parts'
import { DiffLines } from '../../../shared/DiffLines'
import { GatesDiagram } from '../../../shared/GatesDiagram'
import { Sentence } from '../../../shared/Sentence'
import { TONE_TEXT } from '../../../ui/tone'
import { Name } from '../../../ui/Name'

interface PartProps {
  readonly title: string
  readonly level?: 2 | 3
  /** It may go on over the end of a page. */
  readonly breaks?: boolean
  readonly children: ReactNode
}

function Part({ title, level = 2, breaks = false, children }: PartProps) {
  const Title = level === 2 ? 'h2' : 'h3'
  return (
    <section className={breaks ? 'mt-5' : 'mt-5 break-inside-avoid'}>
      <Title className="eyebrow mb-1.5 break-after-avoid">{title}</Title>
      {children}
    </section>
  )
}

/** An error of more characters may go over the end of a page. */
const LONG_ERROR = 2000

const NONE_AHEAD: ReadonlySet<Gate> = new Set()
const nothing = () => undefined

/** The gates, the evidence, the fixes and what is still to be fetched, of one case. A check that passes shows no gates. */
function CaseOnPaper({
  parts,
  level,
  hasGates = true,
}: {
  readonly parts: CaseParts
  readonly level: 2 | 3
  readonly hasGates?: boolean
}) {
  const { situation, explanation, instructions, fixes, steps } = parts
  const { diagram, findings } = explanation
  const FixTitle = level === 2 ? 'h3' : 'h4'
  return (
    <>
      {hasGates && (
        <Part title={REPORT_TEXT.gates} level={level}>
          <div className="max-w-md">
            <GatesDiagram
              diagram={diagram}
              action={situation.accessCase.request.action}
              current={null}
              ahead={NONE_AHEAD}
              onVisit={nothing}
              onOpen={nothing}
            />
          </div>
        </Part>
      )}
      {findings.length > 0 && (
        <Part title={REPORT_TEXT.findings} level={level} breaks>
          <ul className="list-disc space-y-1 pl-5">
            {findings.map(({ code, sentence, evidence, page }, index) => (
              <li key={`${code} ${index}`} className="break-inside-avoid">
                <Sentence words={sentence} />
                <span className="block text-xs text-muted [overflow-wrap:anywhere]">
                  {[evidencePlace(situation, evidence), page].filter((part) => part !== '').join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {instructions.length > 0 && (
        <Part title={INSTRUCTION_TEXT.title} level={level} breaks>
          <ul className="list-disc space-y-1 pl-5">
            {instructions.map(({ sentence, commands }, index) => (
              <li key={index} className="break-inside-avoid">
                <Sentence words={sentence} />
                {commands.map((command) => (
                  <pre key={command.bash} className="text-xs whitespace-pre-wrap [overflow-wrap:anywhere]">
                    {INSTRUCTION_TEXT.commandTitle(command)}: {command.bash}
                  </pre>
                ))}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {fixes.length > 0 && (
        <Part title={REPORT_TEXT.fixes} level={level} breaks>
          {fixes.map((fix, index) => (
            <div key={index} className="mb-3 break-inside-avoid">
              <FixTitle className="font-semibold">
                {fixes.length > 1 ? `${index + 1}. ` : ''}
                <Sentence words={fix.sentence} />
              </FixTitle>
              <p className="mb-1.5">
                {REPORT_TEXT.owner}: {fix.ownerText}. <Sentence words={fix.proof} /> <Sentence words={fix.opens} />
              </p>
              {fix.changes.map(({ before, after }, change) => (
                <DiffLines key={change} before={before} after={after} />
              ))}
            </div>
          ))}
        </Part>
      )}
      {steps.length > 0 && (
        <Part title={REPORT_TEXT.steps} level={level} breaks>
          <ol className="list-decimal space-y-1 pl-5">
            {steps.map(({ code, sentence, commands }, index) => (
              <li key={`${code} ${index}`} className="break-inside-avoid">
                <Sentence words={sentence} />
                {commands.map(({ bash }) => (
                  <pre key={bash} className="text-xs whitespace-pre-wrap [overflow-wrap:anywhere]">
                    {bash}
                  </pre>
                ))}
              </li>
            ))}
          </ol>
        </Part>
      )}
    </>
  )
}

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
  const { sentence, notes } = check.parts.explanation.verdict
  return (
    <section className="mt-6 border-t border-line pt-3">
      <div className="break-inside-avoid break-after-avoid">
        <h2 className="text-base font-semibold">
          {number}. <Asked check={check} />
        </h2>
        {(check.isDecisive ? [] : [sentence, ...notes]).map((words, index) => (
          <p key={index} className="mt-1">
            <Sentence words={words} />
          </p>
        ))}
      </div>
      <CaseOnPaper parts={check.parts} level={3} hasGates={check.outcome !== 'allowed'} />
    </section>
  )
}

/** A case on paper: the verdict, the checks of the call, the error; of each check the gates, the evidence, the fixes. */
export function PrintedReport({ parts }: { readonly parts: ReportParts }) {
  const { first, verdict, checks, facts } = parts
  const { error, title, request } = first.situation.accessCase
  const { claim } = first.explanation
  return (
    <article className="text-sm">
      <p className="text-muted">{title ?? REPORT_TEXT.title}</p>
      <h1 className="mt-1 text-xl font-semibold">
        <Sentence words={verdict.sentence} />
      </h1>
      {verdict.notes.map((note, index) => (
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
