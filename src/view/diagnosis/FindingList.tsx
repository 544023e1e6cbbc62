import type { Evidence, Finding } from '../../explanation/explanation'
import { Sentence } from './Sentence'

export interface FindingListProps {
  readonly findings: readonly Finding[]
  readonly onReveal: (evidence: Evidence) => void
}

/** What the explanation says beyond the verdict, each with its place in the text and AWS's page. */
export function FindingList({ findings, onReveal }: FindingListProps) {
  if (findings.length === 0) return null
  return (
    <ul aria-label="Findings" className="flex flex-col gap-2">
      {findings.map(({ code, sentence, evidence, page }, index) => {
        const [first] = evidence
        return (
          <li key={`${code}/${index}`} className="text-sm">
            {first ? (
              <button
                type="button"
                className="-mx-1 inline rounded px-1 text-start [overflow-wrap:anywhere] hover:bg-hover"
                onClick={() => onReveal(first)}
              >
                <Sentence words={sentence} />
              </button>
            ) : (
              <Sentence words={sentence} />
            )}{' '}
            <a
              href={page}
              target="_blank"
              rel="noreferrer"
              className="whitespace-nowrap text-accent underline-offset-2 hover:underline"
            >
              AWS on this
            </a>
          </li>
        )
      })}
    </ul>
  )
}
