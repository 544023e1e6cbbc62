import { ArrowLeft, FolderOpen } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { buttonClass, Button } from '../../ui/Button'
import { fillMessage } from '../../../text/fill-message'
import { Logo } from '../../ui/Logo'
import { Notice } from '../../ui/Notice'
import { useIntake } from '../../state/intake'
import { usePageDrop } from '../../state/open-text'
import { MAX_LOG_BYTES } from '../../state/log/open-log'
import { sizeText } from './sizes'
import { TrailParts } from './asks/TrailParts'
import { TrailLog } from './TrailLog'
import { LOG_PROBLEMS } from './trail-messages'
import { TrailProgress } from './TrailProgress'
import { excerptOfEntry, useTrail, type Trail } from '../../state/log/trail-store'
import { Name, Shown } from '../../ui/Name'

const limit = sizeText(MAX_LOG_BYTES)

function OpenLog({ look }: { readonly look: 'primary' | 'secondary' }) {
  const input = useRef<HTMLInputElement>(null)
  const { takeLog } = useIntake()
  return (
    <>
      <Button look={look} icon={<FolderOpen size={15} aria-hidden />} onClick={() => input.current?.click()}>
        Open log
      </Button>
      <input
        ref={input}
        type="file"
        aria-label="File with a log"
        hidden
        tabIndex={-1}
        accept=".json,.txt,.log,.gz,.csv,application/json,application/gzip,text/*"
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file !== undefined) void takeLog(file, file.name)
          event.target.value = ''
        }}
      />
    </>
  )
}

function TrailBody({ trail }: { readonly trail: Trail }) {
  const { takeText, takeLog } = useIntake()
  const openEntry = async (entry: number) => {
    const text = await excerptOfEntry(entry)
    if (text !== null) takeText(text)
  }
  switch (trail.kind) {
    case 'none':
      return (
        <div className="flex flex-col items-start gap-4 rounded-xl border border-dashed border-line-strong bg-surface px-6 py-10 sm:items-center sm:text-center">
          <p className="max-w-xl text-sm text-muted">
            Open or drop a log of up to {limit}: application and tool output, or a CloudTrail file, also compressed with
            gzip. Its denials are listed here, and each opens in the workbench. Nothing leaves this page.
          </p>
          <OpenLog look="primary" />
        </div>
      )
    case 'reading':
      return <TrailProgress trail={trail} />
    case 'stopped':
      return (
        <Notice tone="unknown">
          The reading of “<Name text={trail.name} />” was stopped. Nothing of it is kept.
        </Notice>
      )
    case 'failed':
      return (
        <Notice tone="deny">
          <Shown
            text={fillMessage(LOG_PROBLEMS[trail.problem], { name: trail.name, size: sizeText(trail.size), limit })}
          />
          {trail.problem === 'worker-failed' && (
            <Button size="small" className="mt-2 flex" onClick={() => void takeLog(trail.file, trail.name)}>
              Try again
            </Button>
          )}
        </Notice>
      )
    case 'read':
      return <TrailLog trail={trail} onOpen={(entry) => void openEntry(entry)} />
  }
}

/** The log view: a long log is read in the background, and each of its denials opens in the workbench. */
export function TrailPage() {
  const trail = useTrail()
  const { takeText, takeLog } = useIntake()
  const isOver = usePageDrop(takeText, (file) => takeLog(file, file.name))
  useEffect(() => {
    document.title = 'Log · Why Denied?'
    return () => {
      document.title = 'Why Denied?'
    }
  }, [])
  return (
    <div className="min-h-dvh">
      <header className="flex h-13 items-center gap-3 border-b border-line bg-surface px-4">
        <a href="#/" className="flex items-center gap-2.5 rounded-md">
          <Logo />
          <span className="text-base font-semibold tracking-tight">Why Denied?</span>
        </a>
        <span className="flex-1" />
        {trail.kind !== 'none' && <OpenLog look="secondary" />}
        <a href="#/" className={buttonClass('secondary')} aria-label="Workbench">
          <ArrowLeft size={15} aria-hidden />
          <span className="hidden sm:inline">Workbench</span>
        </a>
      </header>
      <main className="mx-auto max-w-[100rem] space-y-4 px-5 py-6">
        <h1 className="text-xl font-semibold tracking-tight">Log</h1>
        <div role="alert" className="empty:hidden">
          {trail.kind === 'failed' && <TrailBody trail={trail} />}
        </div>
        <TrailParts
          principal={(trail.kind === 'read' ? trail.look.filter.fields.principal : null) ?? ''}
          words={trail.kind === 'read' ? trail.look.filter.words : ''}
        >
          {trail.kind !== 'failed' && <TrailBody trail={trail} />}
        </TrailParts>
      </main>
      {isOver && (
        <div
          aria-hidden
          className="pointer-events-none fixed inset-3 z-50 grid place-items-center rounded-2xl border-2 border-dashed border-accent bg-accent-soft/90 text-lg font-semibold text-accent"
        >
          Drop it to read it here
        </div>
      )}
    </div>
  )
}
