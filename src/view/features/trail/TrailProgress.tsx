import { Button } from '../../ui/Button'
import { counted, sizeText } from './sizes'
import { stopReading } from '../../state/log/trail-store'
import type { Trail } from '../../state/log/trail-look'
import { Name } from '../../ui/Name'
import { ReadingBar } from './ReadingBar'

/** How far the reading is, in hundredths: opening is the first tenth. */
function percentOf({ progress }: Trail & { readonly kind: 'reading' }): number {
  if (progress === null || progress.total === 0) return 0
  const part = progress.done / progress.total
  return Math.round(progress.phase === 'opening' ? part * 10 : 10 + part * 90)
}

/** A log that is being read, and the button that stops it. */
export function TrailProgress({ trail }: { readonly trail: Trail & { readonly kind: 'reading' } }) {
  const { name, size, progress } = trail
  const percent = percentOf(trail)
  return (
    <div className="max-w-xl space-y-3">
      <p className="text-sm">
        Reading {sizeText(size)} of{' '}
        <span className="font-medium break-all">
          <Name text={name} />
        </span>
      </p>
      <ReadingBar percent={percent} />
      <div className="flex items-center justify-between gap-3">
        <p className="text-sm text-muted tabular-nums">
          {progress === null || progress.phase === 'opening'
            ? 'Opening'
            : `${sizeText(progress.done)} read, ${counted(progress.found, 'different denial', 'different denials')} found`}
        </p>
        <Button onClick={stopReading}>Stop reading</Button>
      </div>
    </div>
  )
}
