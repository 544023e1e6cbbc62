import { ExternalLink, Locate } from 'lucide-react'
import { memo } from 'react'
import type { Evidence } from '../../../explanation/evidence'
import type { Finding } from '../../../explanation/explanation'
import { Sentence } from '../../shared/Sentence'

interface FindingListProps {
  readonly findings: readonly Finding[]
  readonly onReveal: (evidence: Evidence) => void
}

const linkClass =
  'inline-flex items-center gap-1 rounded-sm text-xs text-accent underline-offset-2 hover:underline focus-visible:outline-offset-1'

/** What the explanation says beyond the verdict, each with its place in the text and AWS's page. */
export const FindingList = memo(function FindingList({ findings, onReveal }: FindingListProps) {
  if (findings.length === 0) return null
  return (
    <ul aria-label="Findings" className="flex flex-col gap-3">
      {findings.map(({ code, sentence, evidence, page }, index) => {
        const [first] = evidence
        return (
          <li key={`${code}/${index}`} className="text-sm">
            <p>
              <Sentence words={sentence} />
            </p>
            <p className="mt-0.5 flex gap-4">
              {first && (
                <button type="button" className={linkClass} onClick={() => onReveal(first)}>
                  <Locate size={11} aria-hidden />
                  Show the line
                </button>
              )}
              <a href={page} target="_blank" rel="noreferrer" className={linkClass}>
                <ExternalLink size={11} aria-hidden />
                AWS docs
              </a>
            </p>
          </li>
        )
      })}
    </ul>
  )
})
