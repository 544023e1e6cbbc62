import { ScrollText } from 'lucide-react'
import { counted } from './sizes'
import { useTrail } from '../../state/log/trail-now'

/** The way back to the log that a denial comes from, while the page holds one. */
export function TrailLink() {
  const trail = useTrail()
  if (trail.kind !== 'read' && trail.kind !== 'reading' && trail.kind !== 'events') return null
  return (
    <a href="#/trail" className="mt-1 inline-flex items-center gap-1.5 text-xs text-accent hover:underline">
      <ScrollText size={13} aria-hidden />
      {trail.kind === 'read'
        ? `Back to the log: ${counted(trail.log.entries.length, 'denial', 'different denials')}`
        : trail.kind === 'events' && trail.answer !== null
          ? `Back to the log: ${counted(trail.answer.shown.entries, 'denial', 'different denials')}`
          : 'The log is being read'}
    </a>
  )
}
