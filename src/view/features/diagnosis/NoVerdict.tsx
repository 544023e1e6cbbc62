import type { ReactNode } from 'react'
import { AnswerBand } from './AnswerBand'
import { SidePane } from './SidePane'

/** Stands where the verdict will stand. */
export function NoVerdict({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <AnswerBand>
      <div role="region" aria-label="Verdict" aria-live="polite" data-decision="none" data-layer="none">
        <h2 className="text-xl font-semibold tracking-[-0.014em] text-balance desk:text-2xl">{title}</h2>
        <div className="mt-1 text-sm text-muted">{children}</div>
      </div>
    </AnswerBand>
  )
}

const STEPS = [
  {
    title: 'Paste the error',
    text: 'Who was denied what, and which policy type AWS names, is read from it and marked in the text.',
  },
  {
    title: 'Add the policies that you have',
    text: 'As the console, the CLI, CloudFormation or Terraform print them. A layer that you do not have stays unknown, and is never guessed.',
  },
  {
    title: 'See which layer denied, and why',
    text: 'Every layer is evaluated, not only the one that AWS names; each reason leads to its line.',
  },
]

/** What an empty page says in the place of a diagnosis: how to get one. */
export function HowItWorks() {
  return (
    <>
      <NoVerdict title="Which policy denied it, which line, and the fix.">
        Paste the error. The answer takes half a second. Nothing leaves this page, and it works offline.
      </NoVerdict>
      <SidePane>
        <ol className="space-y-5 text-sm text-muted">
          {STEPS.map(({ title, text }, index) => (
            <li key={title} className="grid grid-cols-[1.75rem_1fr] gap-x-3">
              <span
                aria-hidden
                className="grid size-7 place-items-center rounded-full border border-line-strong bg-surface text-xs font-semibold text-ink tabular-nums"
              >
                {index + 1}
              </span>
              <span>
                <span className="block pt-0.5 font-medium text-ink">{title}</span>
                <span className="mt-0.5 block text-pretty">{text}</span>
              </span>
            </li>
          ))}
        </ol>
      </SidePane>
    </>
  )
}
