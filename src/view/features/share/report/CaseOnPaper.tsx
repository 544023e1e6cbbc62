import type { ReactNode } from 'react'
import type { Gate } from '../../../../explanation/explanation'
import { INSTRUCTION_TEXT } from '../../../../explanation/messages/instructions'
import { REPORT_TEXT } from '../../../../explanation/messages/report'
import { evidencePlace } from '../../../../explanation/report/explain-report'
import type { CaseParts } from '../../../../explanation/report/report-parts'
import { DiffLines } from '../../../shared/DiffLines'
import { GatesDiagram } from '../../../shared/GatesDiagram'
import { Sentence } from '../../../shared/Sentence'

interface PartProps {
  readonly title: string
  readonly level?: 2 | 3
  /** It may go on over the end of a page. */
  readonly breaks?: boolean
  readonly children: ReactNode
}

/** A part of the report under its title. */
export function Part({ title, level = 2, breaks = false, children }: PartProps) {
  const Title = level === 2 ? 'h2' : 'h3'
  return (
    <section className={breaks ? 'mt-5' : 'mt-5 break-inside-avoid'}>
      <Title className="eyebrow mb-1.5 break-after-avoid">{title}</Title>
      {children}
    </section>
  )
}

const NONE_AHEAD: ReadonlySet<Gate> = new Set()
const nothing = () => undefined

/** The gates, the evidence, the fixes and what is still to be fetched, of one case. A check that passes shows no gates. */
export function CaseOnPaper({
  parts,
  level,
  hasGates = true,
}: {
  readonly parts: CaseParts
  readonly level: 2 | 3
  readonly hasGates?: boolean
}) {
  const { judged, explanation, instructions, fixes, steps } = parts
  const { diagram, findings } = explanation
  const FixTitle = level === 2 ? 'h3' : 'h4'
  return (
    <>
      {hasGates && (
        <Part title={REPORT_TEXT.gates} level={level}>
          <div className="max-w-md">
            <GatesDiagram
              diagram={diagram}
              action={judged.accessCase.request.action}
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
                  {[evidencePlace(judged, evidence), page].filter((part) => part !== '').join(' · ')}
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
