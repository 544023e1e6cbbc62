import { useMemo, type ReactNode } from 'react'
import { lazyPart } from '../../ui/lazy-part'
import { PartFailed } from '../../ui/PartFailed'
import { tryLayers } from '../../../draft/edit-draft'
import type { Fix } from '../../../explanation/explanation'
import { useDiagnosis, useDraft, useFocus } from '../../state/workbench'
import { withEngine } from '../../state/engine'
import { useShownCheck } from '../../state/shown-check'
import { isFreshDraft } from '../../state/fresh-draft'
import { applyFix, placeOfFix } from '../../state/apply-fix'
import type { DiagnosisTab, DiagnosisViewProps } from './DiagnosisView'
import { HowItWorks, NoVerdict } from './NoVerdict'
import { StepLink } from './StepLink'
import { useRemedies } from './use-remedies'
import { hasLevels } from '../../../iam/layers'

const DiagnosisView = lazyPart(withEngine(async () => (await import('./DiagnosisView')).DiagnosisView))

export interface DiagnosisPaneProps {
  /** What the tab "AWS check" shows. */
  readonly awsCheck: ReactNode
}

/** The diagnosis of the draft on the workbench. */
export function DiagnosisPane({ awsCheck }: DiagnosisPaneProps) {
  const { explanation, situation, built, draft, failed } = useDiagnosis()
  const { edit } = useDraft()
  const { reveal, showLayer, step, showStep } = useFocus()
  const whole = useShownCheck()?.whole.diagnosis.draft ?? draft
  const answer = explanation?.answer ?? null
  const isJudged = answer !== null && answer.decision !== 'none'
  // What a setting refused is judged by no policy, and still has steps.
  const isAnswered = isJudged || situation?.denial?.setting !== undefined
  const ailment = useMemo(
    () => (isAnswered && situation && answer ? { situation, answer } : null),
    [isAnswered, situation, answer],
  )
  const { remedies, retry } = useRemedies(ailment)
  if (failed !== null) {
    return (
      <NoVerdict title="This case could not be judged.">
        Something in it is beyond what this page understands. Everything you typed is still here.
      </NoVerdict>
    )
  }
  if (explanation === null || isFreshDraft(draft)) return <HowItWorks />

  const targetOf: DiagnosisViewProps['targetOf'] = (layer, level) =>
    hasLevels(layer) && level !== null ? (draft.layers[layer].levels[level]?.target ?? null) : null
  const apply = (fix: Fix) => {
    const place = placeOfFix(draft.layers, fix)
    edit((before) => tryLayers(before, (layers) => applyFix(layers, fix)))
    if (place) reveal(place)
  }
  const moreTabs: DiagnosisTab[] = []
  if (retry) moreTabs.push({ name: 'Fix', content: <PartFailed isNotLoaded onRetry={retry} /> })
  if (remedies && (remedies.fixes.length > 0 || remedies.message !== null)) {
    const { FixList, fixes, message, situation: fixed } = remedies
    moreTabs.push({
      name: 'Fix',
      content: <FixList situation={fixed} fixes={fixes} message={message} targetOf={targetOf} onApply={apply} />,
    })
  }
  if (remedies && remedies.steps.length > 0) {
    const { NextStepList, steps, script, checklist } = remedies
    moreTabs.push({ name: 'Next steps', content: <NextStepList steps={steps} script={script} checklist={checklist} /> })
  }
  if (isJudged) {
    moreTabs.push({ name: 'AWS check', content: awsCheck })
  }

  return (
    <DiagnosisView
      waiting={<HowItWorks />}
      explanation={explanation}
      action={built?.accessCase.request.action ?? ''}
      targetOf={targetOf}
      onReveal={reveal}
      playedAt={step}
      onPlay={showStep}
      linkTo={(to) => <StepLink draft={whole} step={to} />}
      onShowLayer={showLayer}
      moreTabs={moreTabs}
    />
  )
}
