import { CircleCheck, Download } from 'lucide-react'
import { useOffline } from './offline-state'

const WORDS = {
  saving: { Icon: Download, text: 'Saving the app for offline use …' },
  ready: { Icon: CircleCheck, text: 'Ready offline.' },
} as const

/** Says whether the app works without a network; its line is there from the start, so that nothing moves. */
export function OfflineLine() {
  const { kept, install } = useOffline()
  const said = kept === 'off' ? null : WORDS[kept]
  return (
    <p className="flex min-h-4.5 items-center gap-1.5 text-xs text-muted">
      {said !== null && (
        <>
          <said.Icon size={12} aria-hidden className="shrink-0" />
          {said.text}
        </>
      )}
      {install !== null && (
        <button type="button" className="min-h-6 text-accent hover:underline" onClick={install}>
          Install
        </button>
      )}
    </p>
  )
}
