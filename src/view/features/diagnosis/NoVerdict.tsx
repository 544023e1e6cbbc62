import type { ReactNode } from 'react'
import { lazyPart } from '../../ui/lazy-part'
import { AnswerBand } from './AnswerBand'
import { SidePane } from './SidePane'
import { useWaitingPolicies } from '../../state/waiting-policies'
import { withEngine } from '../../state/engine'
import { WaitingPolicies } from './WaitingPolicies'

const ExamplePreview = lazyPart(async () => (await import('./ExamplePreview')).ExamplePreview)
const WaitingProblems = lazyPart(withEngine(async () => (await import('./WaitingProblems')).WaitingProblems))

/** Stands where the verdict will stand. */
export function NoVerdict({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <AnswerBand>
      <div
        role="region"
        aria-label="Verdict"
        aria-live="polite"
        data-decision="none"
        data-layer="none"
        data-basis="open"
      >
        <h2 className="text-xl font-semibold tracking-[-0.014em] text-balance desk:text-2xl">{title}</h2>
        <div className="mt-1 text-sm text-muted">{children}</div>
      </div>
    </AnswerBand>
  )
}

/** What an empty page says in the place of a diagnosis: what it will be like. */
export function HowItWorks() {
  const waiting = useWaitingPolicies().length
  if (waiting > 0) {
    return (
      <>
        <NoVerdict title={waiting === 1 ? 'Where does this policy belong?' : 'Where do these policies belong?'}>
          <WaitingPolicies />
          <p className="mt-1">
            Choose the layer beside the box, and paste the error: its answer counts the policies in.
          </p>
        </NoVerdict>
        <SidePane>
          <WaitingProblems />
        </SidePane>
      </>
    )
  }
  return (
    <>
      <NoVerdict title="Which policy denied it, which line, and the fix.">
        Paste the error. The answer takes half a second. Nothing leaves this page, and it works offline.
      </NoVerdict>
      <SidePane>
        <ExamplePreview />
      </SidePane>
    </>
  )
}

/** What is said of a text that holds nothing of AWS. */
export function NothingRead({ awsCheck }: { readonly awsCheck: ReactNode }) {
  return (
    <>
      <NoVerdict title="No AWS error and no policy is in this text.">
        Paste the error as the tool printed it, with the lines around it, or a policy. What is in the box stays.
      </NoVerdict>
      <SidePane>
        <section aria-labelledby="unread-aws-check" data-unread>
          <h3 id="unread-aws-check" className="eyebrow mb-2">
            AWS check
          </h3>
          {awsCheck}
        </section>
      </SidePane>
    </>
  )
}

/** Stands there for the moment between what came and its answer. */
export function ReadingNotice() {
  return (
    <>
      <NoVerdict title="Reading what you gave …" />
      <SidePane />
    </>
  )
}
