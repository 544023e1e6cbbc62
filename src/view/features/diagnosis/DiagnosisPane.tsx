import { DIAGNOSIS_TEXTS } from './messages'
import { memo, useState, type ReactNode } from 'react'
import { lazyPart } from '../../ui/lazy-part'
import { useDiagnosis, useJudging } from '../../state/workbench'
import { withEngine } from '../../state/engine'
import { isFreshDraft, useIsFresh, useIsUnread } from '../../state/fresh-draft'
import { HowItWorks, NothingRead, ReadingNotice } from './NoVerdict'
import { NoVerdictBand } from './NoVerdictBand'
import { Button } from '../../ui/Button'

const JudgedDiagnosis = lazyPart(withEngine(async () => (await import('./JudgedDiagnosis')).JudgedDiagnosis))

interface DiagnosisPaneProps {
  /** What the tab "AWS check" shows. */
  readonly awsCheck: ReactNode
}

/** The diagnosis of the draft on the workbench. */
export const DiagnosisPane = memo(function DiagnosisPane({ awsCheck }: DiagnosisPaneProps) {
  const { explanation, draft, failed, progress } = useDiagnosis()
  const { stop, again } = useJudging()
  const isFresh = useIsFresh()
  const isUnread = useIsUnread()
  /** The tab that was chosen: it stays while a case is worked out anew. */
  const [tab, onTab] = useState('')
  if (isFresh && tab !== '') onTab('')
  if (progress !== 'done') {
    const isPending = progress === 'pending'
    return (
      <NoVerdictBand title={isPending ? DIAGNOSIS_TEXTS.workingItOut : DIAGNOSIS_TEXTS.stoppedThisCaseIs}>
        {isPending && <p>{DIAGNOSIS_TEXTS.thisTakesLonger}</p>}
        <Button size="small" className="mt-2" onClick={isPending ? stop : again}>
          {isPending ? 'Stop' : 'Evaluate it'}
        </Button>
      </NoVerdictBand>
    )
  }
  if (failed !== null) {
    return (
      <NoVerdictBand title={DIAGNOSIS_TEXTS.thisCaseCouldNot}>
        <p>{DIAGNOSIS_TEXTS.somethingInItIs}</p>
        <p className="mt-2 text-xs">
          {DIAGNOSIS_TEXTS.whatWentWrongFor} <code>{`${failed.step}: ${failed.cause}`}</code>
        </p>
      </NoVerdictBand>
    )
  }
  if (explanation === null || isFreshDraft(draft)) return isFresh ? <HowItWorks /> : <ReadingNotice />
  if (isUnread) return <NothingRead />

  return (
    <JudgedDiagnosis
      waiting={<ReadingNotice />}
      explanation={explanation}
      awsCheck={awsCheck}
      tab={tab}
      onTab={onTab}
    />
  )
})
