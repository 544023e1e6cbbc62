import { classNames } from '../../ui/class-names'

/** How far the reading of a log is, in hundredths. */
export function ReadingBar({ percent, className = '' }: { readonly percent: number; readonly className?: string }) {
  return (
    <div
      role="progressbar"
      aria-label="Reading the log"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className={classNames('h-2 overflow-hidden rounded-full border border-line bg-sunken', className)}
    >
      <div className="h-full bg-accent-solid" style={{ width: `${percent}%` }} />
    </div>
  )
}
