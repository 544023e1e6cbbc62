import { memo } from 'react'
import type { Answer, Basis } from '../../../explanation/answer/answer'
import type { ClaimComparison, Evidence } from '../../../explanation/explanation'
import { Badge } from '../../ui/Badge'
import type { Tone } from '../../ui/tone'
import { Sentence } from '../../shared/Sentence'

interface Chip {
  readonly word: string
  readonly tone: Tone
}

const BASES: Readonly<Record<Basis, Chip | null>> = {
  proven: { word: 'proven by the policies here', tone: 'allow' },
  claimed: { word: 'AWS says so', tone: 'accent' },
  likely: { word: 'likely', tone: 'depends' },
  open: null,
}

const OUTCOMES: Readonly<Record<ClaimComparison['outcome'], Chip | null>> = {
  noClaim: null,
  agrees: { word: 'AWS says the same', tone: 'allow' },
  disagrees: { word: 'we find otherwise', tone: 'deny' },
  notGiven: null,
  changed: { word: 'before your change', tone: 'unknown' },
  undecided: null,
}

/** The answer: how it is known, its headline and its fact, what else is worth saying, and AWS's claim beside it. */
export const VerdictRegion = memo(function VerdictRegion({
  answer,
  claim,
  onReveal,
}: {
  readonly answer: Answer
  readonly claim: ClaimComparison
  readonly onReveal: (evidence: Evidence) => void
}) {
  const { basis, decision, layer, headline, fact, said, notes } = answer
  const chips = [BASES[basis], basis === 'proven' ? OUTCOMES[claim.outcome] : null].filter((chip) => chip !== null)
  return (
    <div
      role="region"
      aria-label="Verdict"
      aria-live="polite"
      data-decision={decision}
      data-layer={layer}
      data-basis={basis}
      className="flex flex-col gap-2"
    >
      <h3 className="verdict-sentence text-xl font-semibold tracking-[-0.011em] text-pretty [overflow-wrap:anywhere]">
        <Sentence words={headline} />
      </h3>
      {fact && (
        <p className="text-sm [overflow-wrap:anywhere]">
          {fact.evidence && fact.line !== null && (
            <Line evidence={fact.evidence} line={fact.line} onReveal={onReveal} />
          )}
          <Sentence words={fact.sentence} />
        </p>
      )}
      {chips.length > 0 && (
        <p className="flex flex-wrap gap-1.5">
          {chips.map(({ word, tone }) => (
            <Badge key={word} tone={tone}>
              {word}
            </Badge>
          ))}
        </p>
      )}
      {said.length > 0 && (
        <p className="text-sm text-muted">
          <Sentence words={said} />
        </p>
      )}
      {notes.map((note, index) => (
        <p key={index} className="text-sm text-muted">
          <Sentence words={note} />
        </p>
      ))}
      <Difference claim={claim} />
    </div>
  )
})

function Line({
  evidence,
  line,
  onReveal,
}: {
  readonly evidence: Evidence
  readonly line: number
  readonly onReveal: (evidence: Evidence) => void
}) {
  return (
    <>
      <button
        type="button"
        className="rounded-sm text-accent underline-offset-2 hover:underline"
        onClick={() => onReveal(evidence)}
      >
        Line {line}
      </button>
      {': '}
    </>
  )
}

/** Where AWS says something else than the policies here: what it says, what we find, and why the two may differ. */
function Difference({ claim }: { readonly claim: ClaimComparison }) {
  if (claim.outcome !== 'disagrees' && claim.outcome !== 'changed') return null
  return (
    <div className="flex flex-col gap-1 border-l-2 border-line-strong pl-3 text-sm text-muted">
      <p>
        <Sentence words={claim.claim} />
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
