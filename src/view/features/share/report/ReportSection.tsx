import { SHARE_TEXTS } from '../messages'
import { Download, Printer } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Draft } from '../../../../draft/draft'
import { explainReport } from '../../../../explanation/report/explain-report'
import { saveFile } from '../../../ui/save-file'
import { useReference } from '../../../reference/reference-queries'
import { Button } from '../../../ui/Button'
import { CopyButton } from '../../../ui/CopyButton'
import { PrintedReport } from './PrintedReport'
import { redactForLink } from '../../../../permalink/redact-for-link'
import { reportOfDraft, servicesOfDraft } from '../../../../diagnosis/report-of-draft'
import './report.css'

interface ReportSectionProps {
  readonly draft: Draft
  /** The address that opens it; null where no link can carry it. */
  readonly link: string | null
}

/** The case as a report: Markdown for an issue or a chat, or on paper. Follows what is replaced before sharing. */
export default function ReportSection({ draft: shown, link }: ReportSectionProps) {
  // What a link may not carry, as a password that is still being typed, is not in a report either.
  const draft = useMemo(() => redactForLink(shown).draft, [shown])
  const services = useMemo(() => servicesOfDraft(draft), [draft])
  const reference = useReference(services)
  const parts = useMemo(() => reportOfDraft(draft, reference), [draft, reference])
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    if (!isPrinting) return
    const done = () => setPrinting(false)
    window.addEventListener('afterprint', done)
    window.print()
    return () => window.removeEventListener('afterprint', done)
  }, [isPrinting])
  if (parts === null) return null
  const about = { title: draft.title, link, dataDate: reference.list?.date ?? null }
  const markdown = explainReport(parts, about)
  return (
    <section aria-labelledby="report-heading" className="border-t border-line pt-4">
      <h3 id="report-heading" className="eyebrow mb-2">
        Report
      </h3>
      <div className="flex flex-wrap gap-2">
        <CopyButton text={markdown} label="Copy as Markdown" size="medium" />
        <Button
          icon={<Download size={15} aria-hidden />}
          onClick={() => saveFile('why-denied.md', 'text/markdown', markdown)}
        >
          Save as Markdown
        </Button>
        <Button icon={<Printer size={15} aria-hidden />} onClick={() => setPrinting(true)}>
          Print
        </Button>
      </div>
      <p className="mt-1.5 text-xs text-muted">{SHARE_TEXTS.errorVerdictLayersEvidence}</p>
      {isPrinting &&
        createPortal(
          <div className="printed-report">
            <PrintedReport parts={parts} />
          </div>,
          document.body,
        )}
    </section>
  )
}
