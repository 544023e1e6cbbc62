import { EVIDENCE_TEXTS } from './messages'
import { FolderOpen, Lock } from 'lucide-react'
import { memo, useRef, type ReactNode } from 'react'
import { Button } from '../../ui/Button'
import { lazyPart } from '../../ui/lazy-part'
import { Notice } from '../../ui/Notice'
import { afterEngine, useEngine } from '../../state/engine'
import { useIsFresh } from '../../state/fresh-draft'
import { useAsked, useIntake, useNotices } from '../../state/intake'
import { focusLandmark } from '../../ui/landmarks'
import { PasteBox } from './PasteBox'
import { RecognisedLine } from './RecognisedLine'
import { StartHere } from './StartHere'
import { Shown } from '../../ui/Name'

function OpenFile() {
  const input = useRef<HTMLInputElement>(null)
  const { takeFiles } = useIntake()
  return (
    <>
      <Button
        size="small"
        look="quiet"
        icon={<FolderOpen size={14} aria-hidden />}
        className="-mr-2"
        onClick={() => input.current?.click()}
      >
        Open file
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        aria-label="File with a case, a CloudTrail log or a policy"
        hidden
        tabIndex={-1}
        accept=".json,.txt,.log,.gz,.yaml,.yml,.tf,application/json,application/gzip,text/*"
        onChange={(event) => {
          void takeFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </>
  )
}

function Notices() {
  const { tell } = useIntake()
  const notices = useNotices()
  return (
    <div role="alert" className="space-y-2 not-empty:mb-2">
      {notices.map((notice) => (
        <Notice
          key={notice.text}
          tone={notice.tone}
          onDismiss={() => tell(...notices.filter((other) => other !== notice))}
        >
          <Shown text={notice.text} />
          {notice.actions && (
            <span className="mt-1.5 flex gap-1.5">
              {notice.actions.map(({ label, run }) => (
                <Button key={label} size="small" onClick={run}>
                  {label}
                </Button>
              ))}
            </span>
          )}
        </Notice>
      ))}
    </div>
  )
}

/** Says that the case outlives a reload, and lets it go. */
function KeptLine() {
  const { forget } = useIntake()
  const letGo = () => {
    forget()
    focusLandmark('paste')
  }
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-xs text-muted">
      {EVIDENCE_TEXTS.thisTabKeepsThe}
      <Button look="link" size="small" className="h-auto!" onClick={letGo}>
        Forget
      </Button>
    </p>
  )
}

const EvidenceDetails = lazyPart(afterEngine(async () => (await import('./EvidenceDetails')).EvidenceDetails))

interface EvidencePaneProps {
  /** Stands below the paste box. */
  readonly belowBox: ReactNode
  /** Stands at the end of the pane. */
  readonly footer: ReactNode
}

/** The evidence: the paste with its marks, and the request that follows from it. */
export const EvidencePane = memo(function EvidencePane({ belowBox, footer }: EvidencePaneProps) {
  const isFresh = useIsFresh()
  const isEmpty = useAsked().length === 0 && isFresh
  const promise = (
    <p className="flex items-center gap-1.5 text-xs text-muted">
      <Lock size={12} aria-hidden className="shrink-0" />
      {EVIDENCE_TEXTS.nothingThatYouPaste}
    </p>
  )
  return (
    <div className="space-y-5 p-4">
      <div>
        <div className="mb-1.5 flex h-6 items-center justify-between">
          <h2 className="eyebrow">Evidence</h2>
          <OpenFile />
        </div>
        <Notices />
        <PasteBox />
        <RecognisedLine />
        {belowBox}
      </div>
      {isEmpty && <StartHere promise={promise} />}
      {useEngine() !== null && <EvidenceDetails isFresh={isFresh} />}
      <div className="space-y-1">
        {!isEmpty && promise}
        {!isFresh && <KeptLine />}
        {footer}
      </div>
    </div>
  )
})
