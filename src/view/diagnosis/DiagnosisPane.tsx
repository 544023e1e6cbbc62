import { hasLevels } from '../../draft/edit-layers'
import { useDiagnosis, useFocus } from '../workbench/workbench'
import { DiagnosisView } from './DiagnosisView'

/** From this width on, the policies stand beside the diagnosis. */
const BESIDE = '(min-width: 56.25rem)'

/** The diagnosis of the draft on the workbench. */
export function DiagnosisPane() {
  const { explanation, built, draft } = useDiagnosis()
  const { reveal, showLayer } = useFocus()
  if (explanation === null) {
    return (
      <div role="region" aria-label="Verdict" aria-live="polite" data-decision="none" data-layer="none">
        <p className="text-xl font-semibold">This case could not be judged.</p>
        <p className="mt-2 text-sm text-muted">
          Something in it is beyond what this page understands. Everything you typed is still here.
        </p>
      </div>
    )
  }
  return (
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
  )
}
