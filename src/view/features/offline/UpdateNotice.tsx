import { useState } from 'react'
import { WITHHELD_MESSAGES } from '../../../permalink/link-messages'
import { shareDraft } from '../../../permalink/permalink'
import { Button } from '../../ui/Button'
import { isFreshDraft } from '../../state/fresh-draft'
import { useDraftHold } from '../../state/workbench'
import { reloadToUpdate } from './keep-offline'

const WORDS = {
  ready: 'A new version is ready',
  keeps: 'Reload whenever you like. Your case stays. You lose an open log, an unsaved deck and credentials.',
  tooLarge: 'This case is too large to survive a reload. Save it as a case file first: Share, then Case file.',
} as const

/** Offers the new version; nothing happens until somebody takes it. */
export function UpdateNotice() {
  const { get } = useDraftHold()
  const [isPutOff, putOff] = useState(false)
  const [lost, setLost] = useState<string | null>(null)
  if (isPutOff) return null

  /** Puts the case into the address, from where the new version opens it, and reloads; says first what would be lost. */
  const reload = () => {
    const draft = get()
    if (!isFreshDraft(draft)) {
      const link = shareDraft(draft)
      const isWhole = 'fragment' in link && link.withheld.length === 0
      if (!isWhole && lost === null) {
        setLost('fragment' in link ? link.withheld.map((code) => WITHHELD_MESSAGES[code]).join(' ') : WORDS.tooLarge)
        return
      }
      // As a step of its own, so that Back still leads to what the page showed.
      if ('fragment' in link) window.history.pushState(null, '', window.location.pathname + link.fragment)
    }
    void reloadToUpdate()
  }

  return (
    <aside
      aria-label="New version"
      className="fixed bottom-4 left-4 z-30 w-80 max-w-[calc(100vw-2rem)] rounded-xl border border-line bg-raised p-3 shadow-pop max-desk:bottom-18 print:hidden"
    >
      <div role="status">
        <p className="text-sm font-medium">{WORDS.ready}</p>
        <p className="mt-1 text-xs text-muted">{lost ?? WORDS.keeps}</p>
      </div>
      <div className="mt-2.5 flex gap-2">
        <Button look={lost === null ? 'primary' : 'secondary'} size="small" onClick={reload}>
          {lost === null ? 'Reload' : 'Reload anyway'}
        </Button>
        <Button look="quiet" size="small" onClick={() => putOff(true)}>
          Later
        </Button>
      </div>
    </aside>
  )
}
