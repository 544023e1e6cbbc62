import { ExternalLink } from 'lucide-react'
import { memo, useMemo, useState } from 'react'
import type { Layer } from '../../iam/layers'
import { policyLength } from '../../policy/checks/document-checks'
import type { Severity } from '../../text/problem'
import type { Span } from '../../text/span'
import { SEVERITY_LOOKS } from '../shared/severity-looks'
import { Button } from '../ui/Button'
import type { WordedProblem, ProblemFix } from '../../diagnosis/worded-problems'
import { Shown } from '../ui/Name'

/** How many problems are listed before somebody asks for the rest. */
const MOST = 6

/** One line on the checks of a policy, over what they found; it opens by itself where AWS would refuse the policy. */
export const PolicyChecks = memo(function PolicyChecks({ problems, ...rest }: PolicyChecksProps) {
  return problems === null ? (
    <p className="text-xs text-muted">Checking this policy…</p>
  ) : (
    <Checked problems={problems} {...rest} />
  )
})

interface PolicyChecksProps extends Omit<ProblemListProps, 'problems'> {
  /** Null while they are on their way. */
  readonly problems: ProblemListProps['problems'] | null
  readonly text: string
  readonly type: Layer
  /** Does another part of the page list what is wrong? Then it stays closed. */
  readonly isToldElsewhere?: boolean
}

function Checked({ text, type, isToldElsewhere = false, ...list }: PolicyChecksProps & ProblemListProps) {
  const { problems } = list
  const [toggled, setToggled] = useState<boolean | null>(null)
  const count = (...severities: readonly Severity[]) =>
    problems.filter(({ severity }) => severities.includes(severity)).length
  const errors = count('error')
  const suggestions = count('suggestion')
  const size = useMemo(() => policyLength(text, type), [text, type])
  const isOpen = toggled ?? (errors > 0 && !isToldElsewhere)
  const line = [
    counted(errors, 'error'),
    counted(count('warning', 'securityWarning'), 'warning'),
    ...(suggestions > 0 ? [counted(suggestions, 'suggestion')] : []),
    ...(size ? [`${size.length.toLocaleString('en')} of ${size.limit.toLocaleString('en')} characters`] : []),
  ].join(' · ')
  if (problems.length === 0) return <p className="text-xs text-muted">{line}</p>
  return (
    <details
      open={isOpen}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open !== isOpen) setToggled(currentTarget.open)
      }}
    >
      <summary className="py-1 text-xs text-muted hover:text-ink">{line}</summary>
      <ProblemList {...list} />
    </details>
  )
}

const counted = (number: number, what: string): string => `${number} ${number === 1 ? what : `${what}s`}`

/** A policy, and what is wrong or worth knowing of it. */
export interface ProblemListProps {
  readonly problems: readonly WordedProblem[]
  readonly onReveal: (span: Span) => void
  /** Null while the problems lag behind the text: their places are then no longer those of the text. */
  readonly onFix: ((fix: ProblemFix) => void) | null
}

/** What is wrong or doubtful in the text above, each with its line and, where there is one, its fix. */
function ProblemList({ problems, onReveal, onFix }: ProblemListProps) {
  const [all, setAll] = useState(false)
  if (problems.length === 0) return null
  const rest = problems.length - MOST
  return (
    <ul aria-label="Problems" className="flex flex-col gap-0.5 desk:max-h-44 desk:overflow-y-auto">
      {(all ? problems : problems.slice(0, MOST)).map((problem, index) => (
        <Row key={`${problem.code}/${index}`} problem={problem} onReveal={onReveal} onFix={onFix} />
      ))}
      {rest > 0 && (
        <li>
          <Button look="quiet" size="small" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? 'Show fewer' : `Show ${rest} more`}
          </Button>
        </li>
      )}
    </ul>
  )
}

function Row({ problem, onReveal, onFix }: Omit<ProblemListProps, 'problems'> & { readonly problem: WordedProblem }) {
  const { severity, span, line, sentence, page, fixes } = problem
  const { word, Sign, tone } = SEVERITY_LOOKS[severity]
  const [fix] = fixes
  return (
    <li className="flex items-start gap-1 rounded-md hover:bg-hover" data-severity={severity}>
      <button
        type="button"
        className="flex min-w-0 flex-1 items-start gap-2 px-2 py-1 text-start text-sm"
        onClick={() => span && onReveal(span)}
      >
        <Sign size={14} aria-hidden className={`mt-0.5 shrink-0 ${tone}`} />
        <span className="min-w-0 [overflow-wrap:anywhere]">
          <span className="sr-only">{word}. </span>
          <span className="text-muted">Line {line}:</span> <Shown text={sentence} />
        </span>
      </button>
      {fix && onFix && (
        <Button look="link" size="small" className="max-w-56 truncate" title={fix.title} onClick={() => onFix(fix)}>
          <span className="truncate">
            <Shown text={fix.title} />
          </span>
        </Button>
      )}
      {page !== null && (
        <a
          href={page}
          target="_blank"
          rel="noreferrer"
          aria-label={`AWS documentation: ${sentence}`}
          title="AWS documentation"
          className="grid size-7 shrink-0 place-items-center rounded-md text-muted hover:text-ink"
        >
          <ExternalLink size={13} aria-hidden />
        </a>
      )}
    </li>
  )
}
