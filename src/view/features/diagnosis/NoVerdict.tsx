import { DIAGNOSIS_TEXTS, UNREAD_HELPS } from './messages'
import { lazyPart } from '../../ui/lazy-part'
import { NoVerdictBand } from './NoVerdictBand'
import { SidePane } from './SidePane'
import { useWaitingPolicies } from '../../state/waiting-policies'
import { useDialogs } from '../../state/dialogs'
import { afterEngine } from '../../state/engine'
import { Button } from '../../ui/Button'

const ExamplePreview = lazyPart(async () => (await import('./ExamplePreview')).ExamplePreview)
const WaitingVerdict = lazyPart(afterEngine(async () => (await import('./WaitingVerdict')).WaitingVerdict))
const WaitingProblems = lazyPart(afterEngine(async () => (await import('./WaitingProblems')).WaitingProblems))

/** What an empty page says in the place of a diagnosis: what it will be like. */
export function HowItWorks() {
  if (useWaitingPolicies().length > 0) {
    return (
      <>
        <WaitingVerdict waiting={<NoVerdictBand title={DIAGNOSIS_TEXTS.readingWhatYouGave} />} />
        <SidePane>
          <WaitingProblems />
        </SidePane>
      </>
    )
  }
  return (
    <>
      <NoVerdictBand title={DIAGNOSIS_TEXTS.whichPolicyDeniedIt}>{DIAGNOSIS_TEXTS.pasteTheErrorThe}</NoVerdictBand>
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
      <NoVerdictBand title={DIAGNOSIS_TEXTS.noAwsErrorAnd}>{DIAGNOSIS_TEXTS.pasteTheErrorAs}</NoVerdictBand>
      <SidePane>
        <section aria-labelledby="unread-helps" data-unread className="max-w-2xl pt-3 text-sm">
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
      <NoVerdictBand title={DIAGNOSIS_TEXTS.readingWhatYouGave} />
      <SidePane />
    </>
  )
}
