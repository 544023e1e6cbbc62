import type { Answer } from '../../../explanation/answer'
import type { ClaimComparison } from '../../../explanation/explanation'
import { plainText } from '../../../text/phrase'
import { Sentence } from '../../shared/Sentence'

/** What else is worth saying of an answer, folded below what it leads to. */
export function Caveats({ answer: { fact, said, notes } }: { readonly answer: Answer }) {
  const told = fact === null ? '' : plainText(fact.sentence)
  const lines = [said, ...notes].filter((words) => words.length > 0 && plainText(words) !== told)
  if (lines.length === 0) return null
  return (
    <details className="text-sm text-muted">
      <summary className="py-1 hover:text-ink">What we rely on · {lines.length}</summary>
      <ul className="mt-1 space-y-1.5">
        {lines.map((words, index) => (
          <li key={index}>
            <Sentence words={words} />
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Where AWS says something else than the policies here: what it says, what we find, and why the two may differ. */
export function Difference({ claim }: { readonly claim: ClaimComparison }) {
  if (claim.outcome !== 'disagrees') return null
  return (
    <div
      role="note"
      aria-label="AWS and this page"
      className="flex flex-col gap-1 border-l-2 border-line-strong pl-3 text-sm text-muted"
    >
      <p>
        <Sentence words={claim.claim} />
      </p>
      <p>
        <Sentence words={claim.finding} />
      </p>
      {claim.reasons.length > 0 && (
        <details open>
          <summary className="py-1 text-xs hover:text-ink">Why they may differ, most likely first</summary>
          <ol className="mt-1 list-decimal space-y-0.5 pl-4">
            {claim.reasons.map((reason, index) => (
              <li key={index}>
                <Sentence words={reason} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  )
}
