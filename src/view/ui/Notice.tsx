import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { IconButton } from './Button'
import { TONE_CHIP, type Tone } from './tone'

interface NoticeProps {
  readonly tone: Tone
  readonly onDismiss?: () => void
  readonly children: ReactNode
}

/** A sentence that needs attention, on a soft ground. */
export function Notice({ tone, onDismiss, children }: NoticeProps) {
  return (
    <div className={classNames('flex items-start gap-2 rounded-lg border px-3 py-2 text-sm', TONE_CHIP[tone])}>
      <div className="min-w-0 flex-1 text-ink">{children}</div>
      {onDismiss !== undefined && (
        <IconButton label="Dismiss" size="small" onClick={onDismiss} className="-my-0.5 -mr-1.5">
          <X size={14} aria-hidden />
        </IconButton>
      )}
    </div>
  )
}
