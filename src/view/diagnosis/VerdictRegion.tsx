import type { ClaimComparison, Verdict } from '../../explanation/explanation'
import { Badge } from '../ui/Badge'
import type { Tone } from '../ui/tone'
import { Sentence } from './Sentence'

const OUTCOMES: Readonly<Record<Exclude<ClaimComparison['outcome'], 'noClaim'>, { word: string; tone: Tone }>> = {
  agrees: { word: 'the same', tone: 'allow' },
  disagrees: { word: 'differs', tone: 'deny' },
  notGiven: { word: 'not pasted', tone: 'unknown' },
  undecided: { word: 'open', tone: 'depends' },
}

/** The one sentence at the top, what else is worth saying, and AWS's claim beside it. */
export function VerdictRegion({ verdict, claim }: { readonly verdict: Verdict; readonly claim: ClaimComparison }) {
  return (
    <div
      role="region"
      aria-label="Verdict"
      aria-live="polite"
      data-decision={verdict.decision}
      data-layer={verdict.layer}
      className="flex flex-col gap-2"
    >
      <p className="text-xl font-semibold tracking-[-0.011em] text-balance [overflow-wrap:anywhere]">
        <Sentence words={verdict.sentence} />
      </p>
      {verdict.notes.map((note, index) => (
        <p key={index} className="text-sm text-muted">
          <Sentence words={note} />
        </p>
      ))}
      {claim.outcome !== 'noClaim' && <Claim claim={claim} outcome={claim.outcome} />}
    </div>
  )
}

interface ClaimProps {
  readonly claim: ClaimComparison
  readonly outcome: keyof typeof OUTCOMES
}

function Claim({ claim, outcome }: ClaimProps) {
  const { word, tone } = OUTCOMES[outcome]
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 border-l-2 border-line-strong pl-3 text-sm">
      <dt className="text-muted">AWS says</dt>
      <dd>
        <Sentence words={claim.claim} />
      </dd>
      <dt className="text-muted">We find</dt>
      <dd>
        <Badge tone={tone}>{word}</Badge> <Sentence words={claim.finding} />
      </dd>
    </dl>
  )
}
