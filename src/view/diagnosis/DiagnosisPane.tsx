import { lazy, Suspense } from 'react'
import { hasLevels } from '../../draft/edit-layers'
import { useDiagnosis, useFocus } from '../workbench/workbench'
import { loadEngine } from '../workbench/engine'

/** From this width on, the policies stand beside the diagnosis. */
const BESIDE = '(min-width: 56.25rem)'

const DiagnosisView = lazy(async () => ({ default: (await loadEngine()).DiagnosisView }))

/** Stands where the verdict will stand. */
function NoVerdict({ title, children }: { readonly title: string; readonly children: string }) {
  return (
    <div role="region" aria-label="Verdict" aria-live="polite" data-decision="none" data-layer="none">
      <p className="text-xl font-semibold tracking-[-0.011em] text-balance">{title}</p>
      <p className="mt-2 text-sm text-muted">{children}</p>
    </div>
  )
}

const waiting = (
  <NoVerdict title="Which policy denied it, which line, and why.">
    Paste an error, and the policies that you have. The answer stands here.
  </NoVerdict>
)

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
  if (explanation === null) return waiting
  return (
    <Suspense fallback={waiting}>
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
