import { lazy, Suspense } from 'react'
import { hasLevels } from '../../draft/edit-layers'
import { useDiagnosis, useFocus } from '../workbench/workbench'
import { loadEngine } from '../workbench/engine'
import { isFreshDraft } from '../workbench/fresh-draft'
import { HowItWorks, NoVerdict } from './NoVerdict'

/** From this width on, the policies stand beside the diagnosis. */
const BESIDE = '(min-width: 56.25rem)'

const DiagnosisView = lazy(async () => ({ default: (await loadEngine()).DiagnosisView }))

/** The diagnosis of the draft on the workbench. */
export function DiagnosisPane() {
  const { explanation, built, draft, failed } = useDiagnosis()
  const { reveal, showLayer } = useFocus()
  if (failed !== null) {
    return (
      <NoVerdict title="This case could not be judged.">
        Something in it is beyond what this page understands. Everything you typed is still here.
      </NoVerdict>
    )
  }
  if (explanation === null || isFreshDraft(draft)) return <HowItWorks />
  return (
    <Suspense fallback={<HowItWorks />}>
      <DiagnosisView
        explanation={explanation}
        action={built?.accessCase.request.action ?? ''}
        targetOf={(layer, level) =>
          hasLevels(layer) && level !== null ? (draft.layers[layer].levels[level]?.target ?? null) : null
        }
        onReveal={reveal}
        onStepTo={(evidence) => {
          if (window.matchMedia(BESIDE).matches) reveal(evidence)
        }}
        onShowLayer={showLayer}
      />
    </Suspense>
  )
}
