import { TRAIL_TEXTS } from './messages'
import { History, X } from 'lucide-react'
import { compareTrail } from '../../state/log/trail-store'
import type { EventTrail } from '../../state/log/trail-look'
import { sourcesOfList } from '../../state/trail/trail-files'
import { Button, IconButton } from '../../ui/Button'
import { Name } from '../../ui/Name'
import { pickFiles } from './pick-files'
import { nameOfFiles } from './trail-input'

/** Picks an earlier trail, so that what is new since then can be shown. */
export function CompareTrail({ trail: { earlier } }: { readonly trail: EventTrail }) {
  if (earlier === null) {
    return (
      <Button
        size="small"
        icon={<History size={14} aria-hidden />}
        onClick={() => pickFiles('files', (files) => void compareTrail(sourcesOfList(files), nameOfFiles(files)))}
      >
        {TRAIL_TEXTS.whatIsNewSince}
      </Button>
    )
  }
  return (
    <span className="inline-flex items-center gap-1 text-xs text-muted">
      {earlier.isReading ? 'Reading the earlier trail' : 'Compared with'} <Name text={earlier.name} />
      <IconButton label="Forget the earlier trail" size="small" onClick={() => void compareTrail(null, '')}>
        <X size={13} aria-hidden />
      </IconButton>
    </span>
  )
}
