import { ArrowDown } from 'lucide-react'
import { Sentence } from '../shared/Sentence'
import { useDiagnosis } from '../state/workbench'

/** On a narrow page: the verdict at the bottom edge, one tap away from its reasons. */
export function VerdictBar() {
  const { explanation, situation } = useDiagnosis()
  if (explanation === null) return null
  // What a setting refused has no decision of a policy, and is told all the same.
  if (explanation.verdict.decision === 'none' && situation?.denial?.setting === undefined) return null
  const { sentence } = explanation.verdict
  return (
    <button
      type="button"
      aria-label="Go to the diagnosis"
      onClick={() => {
        const diagnosis = document.getElementById('diagnosis')
        diagnosis?.scrollIntoView({ block: 'start' })
        diagnosis?.focus({ preventScroll: true })
      }}
      className="fixed inset-x-0 bottom-0 z-20 flex min-h-13 items-center gap-3 border-t border-line bg-raised px-4 py-2 text-left text-sm shadow-pop desk:hidden"
    >
      <span aria-hidden className="line-clamp-2 min-w-0 flex-1 font-medium">
        <Sentence words={sentence} />
      </span>
      <ArrowDown size={16} aria-hidden className="shrink-0 text-muted" />
    </button>
  )
}
