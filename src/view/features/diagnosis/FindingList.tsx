import { AwsDocs } from '../../ui/AwsDocs'
import { SMALL_LINK_CLASS } from '../../ui/link-class'
import { Locate } from 'lucide-react'
import { memo } from 'react'
import type { Evidence } from '../../../explanation/evidence'
import type { Finding } from '../../../explanation/explanation'
import { Sentence } from '../../shared/Sentence'

interface FindingListProps {
  readonly findings: readonly Finding[]
  readonly onReveal: (evidence: Evidence) => void
}

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
                <button type="button" className={SMALL_LINK_CLASS} onClick={() => onReveal(first)}>
                  <Locate size={11} aria-hidden />
                  Show the line
                </button>
              )}
              <AwsDocs page={page} className={SMALL_LINK_CLASS} />
            </p>
          </li>
        )
      })}
    </ul>
  )
})
