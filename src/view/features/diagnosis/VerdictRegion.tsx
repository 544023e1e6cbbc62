import { memo } from 'react'
import type { ClaimComparison, Verdict } from '../../../explanation/explanation'
import { Badge } from '../../ui/Badge'
import type { Tone } from '../../ui/tone'
import { Sentence } from '../../shared/Sentence'

const OUTCOMES: Readonly<Record<ClaimComparison['outcome'], { readonly word: string; readonly tone: Tone } | null>> = {
  noClaim: null,
  agrees: { word: 'AWS says the same', tone: 'allow' },
  disagrees: { word: 'we find otherwise', tone: 'deny' },
  notGiven: { word: 'its policy is not here', tone: 'unknown' },
  changed: { word: 'before your change', tone: 'unknown' },
  undecided: { word: 'not settled here', tone: 'depends' },
}

/** The one sentence at the top, what else is worth saying, and AWS's claim beside it. */
export const VerdictRegion = memo(function VerdictRegion({
  verdict,
  claim,
}: {
  readonly verdict: Verdict
  readonly claim: ClaimComparison
}) {
  return (
    <div
      role="region"
      aria-label="Verdict"
      aria-live="polite"
      data-decision={verdict.decision}
      data-layer={verdict.layer}
      className="flex flex-col gap-2"
    >
      <p className="verdict-sentence text-xl font-semibold tracking-[-0.011em] text-pretty [overflow-wrap:anywhere]">
        <Sentence words={verdict.sentence} />
      </p>
      {verdict.notes.map((note, index) => (
        <p key={index} className="text-sm text-muted">
          <Sentence words={note} />
        </p>
      ))}
      <Claim claim={claim} />
    </div>
  )
})

/** Whether AWS says the same; where not, what it says, what we find, and why the two may differ. */
function Claim({ claim }: { readonly claim: ClaimComparison }) {
  const outcome = OUTCOMES[claim.outcome]
  if (outcome === null) return null
  const badge = <Badge tone={outcome.tone}>{outcome.word}</Badge>
  if (claim.outcome === 'agrees') return <p>{badge}</p>
  return (
    <div className="flex flex-col gap-1 border-l-2 border-line-strong pl-3 text-sm text-muted">
      <p>
        <Sentence words={claim.claim} /> {badge}
      </p>
      <p>
        <Sentence words={claim.finding} />
      </p>
      {claim.reasons.length > 0 && (
        <details open={claim.outcome === 'disagrees'}>
          <summary className="text-xs hover:text-ink">Why the two may differ, the likeliest first</summary>
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
