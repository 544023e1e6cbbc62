import { CircleCheck, Download } from 'lucide-react'
import { useOffline } from './offline-state'

const WORDS = {
  saving: { Icon: Download, text: 'Saving the app, to work without a network…' },
  ready: { Icon: CircleCheck, text: 'Ready to work without a network.' },
} as const

/** Says whether the app works without a network; its line is there from the start, so that nothing moves. */
export function OfflineLine() {
  const { kept } = useOffline()
  const said = kept === 'off' ? null : WORDS[kept]
  return (
    <p className="flex min-h-4.5 items-center gap-1.5 text-xs text-muted">
      {said !== null && (
        <>
          <said.Icon size={12} aria-hidden className="shrink-0" />
          {said.text}
        </>
      )}
    </p>
  )
}
