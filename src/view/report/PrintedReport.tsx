import type { ReactNode } from 'react'
import type { Gate } from '../../explanation/explanation'
import { REPORT_TEXT } from '../../explanation/messages/report'
import { evidencePlace, type ReportParts } from '../../explanation/report/explain-report'
import { DiffLines } from '../diagnosis/DiffLines'
import { GatesDiagram } from '../diagnosis/GatesDiagram'
import { Sentence } from '../diagnosis/Sentence'

interface PartProps {
  readonly title: string
  /** It may go on over the end of a page. */
  readonly breaks?: boolean
  readonly children: ReactNode
}

function Part({ title, breaks = false, children }: PartProps) {
  return (
    <section className={breaks ? 'mt-5' : 'mt-5 break-inside-avoid'}>
      <h2 className="eyebrow mb-1.5 break-after-avoid">{title}</h2>
      {children}
    </section>
  )
}

/** An error of more characters may go over the end of a page. */
const LONG_ERROR = 2000

const NONE_AHEAD: ReadonlySet<Gate> = new Set()
const nothing = () => undefined

/** A case on paper: the verdict, the error, the gates, the evidence, the fixes and what is still to be fetched. */
export function PrintedReport({ parts }: { readonly parts: ReportParts }) {
  const { situation, explanation, fixes, steps } = parts
  const { error, title, request } = situation.accessCase
  const { verdict, claim, diagram, findings } = explanation
  const best = fixes.filter(({ least }) => least)
  const open = steps.filter(({ needed }) => needed)
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
      <Part title={REPORT_TEXT.request}>
        <dl className="grid grid-cols-[6rem_1fr] gap-x-3 gap-y-1">
          {(['principal', 'action', 'resource'] as const).map((field) => (
            <div key={field} className="contents">
              <dt className="text-muted">{REPORT_TEXT[field]}</dt>
              <dd className="term [overflow-wrap:anywhere]">{request[field]}</dd>
            </div>
          ))}
        </dl>
      </Part>
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
      <Part title={REPORT_TEXT.gates}>
        <div className="max-w-md">
          <GatesDiagram
            diagram={diagram}
            action={request.action}
            current={null}
            ahead={NONE_AHEAD}
            onVisit={nothing}
            onOpen={nothing}
          />
        </div>
      </Part>
      {findings.length > 0 && (
        <Part title={REPORT_TEXT.findings} breaks>
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
      {best.length > 0 && (
        <Part title={REPORT_TEXT.fixes} breaks>
          {best.map((fix, index) => (
            <div key={index} className="mb-3 break-inside-avoid">
              <h3 className="font-semibold">
                {best.length > 1 ? `${index + 1}. ` : ''}
                <Sentence words={fix.sentence} />
              </h3>
              {fix.remedy.length > 0 && (
                <p>
                  <Sentence words={fix.remedy} />
                </p>
              )}
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
      {open.length > 0 && (
        <Part title={REPORT_TEXT.steps} breaks>
          <ol className="list-decimal space-y-1 pl-5">
            {open.map(({ code, sentence, commands }, index) => (
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
    </article>
  )
}
