import { History, X } from 'lucide-react'
import { useRef } from 'react'
import { compareTrail, type EventTrail } from '../../state/log/trail-store'
import { sourcesOfList } from '../../state/trail/trail-files'
import { Button, IconButton } from '../../ui/Button'
import { Name } from '../../ui/Name'
import { ACCEPTED, nameOfFiles } from './trail-input'

/** Picks an earlier trail, so that what is new since then can be shown. */
export function CompareTrail({ trail: { earlier } }: { readonly trail: EventTrail }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      {earlier !== null ? (
        <span className="inline-flex items-center gap-1 text-xs text-muted">
          {earlier.isReading ? 'Reading the earlier trail' : 'Compared with'} <Name text={earlier.name} />
          <IconButton label="Forget the earlier trail" size="small" onClick={() => void compareTrail(null, '')}>
            <X size={13} aria-hidden />
          </IconButton>
        </span>
      ) : (
        <Button size="small" icon={<History size={14} aria-hidden />} onClick={() => input.current?.click()}>
          What is new since an earlier trail?
        </Button>
      )}
      <input
        ref={input}
        type="file"
        multiple
        aria-label="Files of the earlier trail"
        hidden
        tabIndex={-1}
        accept={ACCEPTED}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          if (files.length > 0) void compareTrail(sourcesOfList(files), nameOfFiles(files))
          event.target.value = ''
        }}
      />
    </>
  )
}
