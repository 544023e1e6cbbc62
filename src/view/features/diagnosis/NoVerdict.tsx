import { DIAGNOSIS_TEXTS, UNREAD_HELPS } from './messages'
import type { ReactNode } from 'react'
import { lazyPart } from '../../ui/lazy-part'
import { AnswerBand } from './AnswerBand'
import { SidePane } from './SidePane'
import { useWaitingPolicies } from '../../state/waiting-policies'
import { useDialogs } from '../../state/dialogs'
import { withEngine } from '../../state/engine'
import { Button } from '../../ui/Button'
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
        <NoVerdict title={waiting === 1 ? DIAGNOSIS_TEXTS.whereDoesThisPolicy : DIAGNOSIS_TEXTS.whereDoThesePolicies}>
          <WaitingPolicies />
          <p className="mt-1">{DIAGNOSIS_TEXTS.chooseTheLayerBeside}</p>
        </NoVerdict>
        <SidePane>
          <WaitingProblems />
        </SidePane>
      </>
    )
  }
  return (
    <>
      <NoVerdict title={DIAGNOSIS_TEXTS.whichPolicyDeniedIt}>{DIAGNOSIS_TEXTS.pasteTheErrorThe}</NoVerdict>
      <SidePane>
        <ExamplePreview />
      </SidePane>
    </>
  )
}

/** What is said of a text that holds nothing of AWS, once, and what helps. */
export function NothingRead() {
  const { show } = useDialogs()
  return (
    <>
      <NoVerdict title={DIAGNOSIS_TEXTS.noAwsErrorAnd}>{DIAGNOSIS_TEXTS.pasteTheErrorAs}</NoVerdict>
      <SidePane>
        <section aria-labelledby="unread-helps" data-unread className="max-w-2xl text-sm">
          <h3 id="unread-helps" className="eyebrow mb-1">
            {DIAGNOSIS_TEXTS.whatHelps}
          </h3>
          <ul className="divide-y divide-line *:py-2.5">
            {UNREAD_HELPS.map((help) => (
              <li key={help}>{help}</li>
            ))}
            <li>
              {DIAGNOSIS_TEXTS.onlyAccessDenied}{' '}
              <Button look="link" onClick={() => show('aws')}>
                {DIAGNOSIS_TEXTS.askAws}
              </Button>
            </li>
          </ul>
        </section>
      </SidePane>
    </>
  )
}

/** Stands there for the moment between what came and its answer. */
export function ReadingNotice() {
  return (
    <>
      <NoVerdict title={DIAGNOSIS_TEXTS.readingWhatYouGave} />
      <SidePane />
    </>
  )
}
