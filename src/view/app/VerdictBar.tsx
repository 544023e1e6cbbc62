import { ArrowDown } from 'lucide-react'
import { Sentence } from '../shared/Sentence'
import { focusLandmark, scrollToLandmark } from '../ui/landmarks'
import { useDiagnosis } from '../state/workbench'

/** On a narrow page: the verdict at the bottom edge, one tap away from its reasons. */
export function VerdictBar() {
  const { explanation } = useDiagnosis()
  if (explanation === null) return null
  const { basis, decision, headline } = explanation.answer
  // What no policy decides has no decision either, and is told all the same.
  if (basis === 'open' && decision === 'none') return null
  return (
    <button
      type="button"
      aria-label="Go to the diagnosis"
      onClick={() => {
        scrollToLandmark('diagnosis', 'start')
        focusLandmark('diagnosis')
      }}
      className="fixed inset-x-0 bottom-0 z-20 flex min-h-13 items-center gap-3 border-t border-line bg-raised px-4 py-2 text-left text-sm shadow-pop desk:hidden"
    >
      <span aria-hidden className="line-clamp-2 min-w-0 flex-1 font-medium">
        <Sentence words={headline} />
      </span>
      <ArrowDown size={16} aria-hidden className="shrink-0 text-muted" />
    </button>
  )
}
