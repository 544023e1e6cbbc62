import { useCallback, useState } from 'react'
import type { SweepRow } from '../../../explorer/sweep-rows'
import type { LayerStatus } from '../../../evaluation/evaluation'
import { Sign } from '../../shared/Sign'
import { SIGNS } from '../../shared/sign-shapes'
import { Badge } from '../../ui/Badge'
import { DECISION_WORDS, layerWords } from './words'

/** Where the list is narrow a name may take two lines, and a finger needs that height. */
const ROW_HEIGHT = matchMedia('(pointer: coarse), (width < 48rem)').matches ? 44 : 30
const AHEAD = 12

const SIGN_OF: Readonly<Record<SweepRow['decision'], LayerStatus>> = {
  allowed: 'allows',
  explicitDeny: 'explicitDeny',
  implicitDeny: 'implicitDeny',
  depends: 'depends',
  denied: 'implicitDeny',
}

/** What nothing allows is most of what is asked, and no alarm: it is told in words, and a Deny alone in red. */
const isQuiet = (decision: SweepRow['decision']): boolean => decision === 'implicitDeny'

/** A narrow page has room for the action and its decision; the filters above tell the rest. */
const COLUMNS =
  'grid grid-cols-[minmax(14rem,2fr)_10.5rem_minmax(7rem,9rem)_minmax(9rem,1fr)] items-center gap-3 px-3 max-md:grid-cols-[minmax(0,1fr)_auto]'

const HEADS = [
  { title: 'Action', look: '' },
  { title: 'Access level', look: 'max-md:hidden' },
  { title: 'Decision', look: '' },
  { title: 'Deciding layer', look: 'max-md:hidden' },
]

interface RowListProps {
  readonly rows: readonly SweepRow[]
  readonly resource: string
  /** Takes an action for the request of the case. */
  readonly onAsk: (action: string) => void
}

/** The actions with their answers. Only what is in sight is on the page, however many there are. */
export function RowList({ rows, resource, onAsk }: RowListProps) {
  const [{ top, height }, setSight] = useState({ top: 0, height: 800 })
  const lookAt = ({ scrollTop, clientHeight }: HTMLElement) => setSight({ top: scrollTop, height: clientHeight })
  const measure = useCallback((host: HTMLDivElement | null) => {
    if (host === null) return
    const observer = new ResizeObserver(() => setSight({ top: host.scrollTop, height: host.clientHeight }))
    observer.observe(host)
    return () => observer.disconnect()
  }, [])
  const first = Math.max(0, Math.floor(top / ROW_HEIGHT) - AHEAD)
  const last = Math.min(rows.length, Math.ceil((top + height) / ROW_HEIGHT) + AHEAD)
  return (
    <div
      role="table"
      aria-label="Actions"
      aria-rowcount={rows.length + 1}
      className="flex min-h-0 flex-1 flex-col overflow-hidden rounded-lg border border-line bg-surface text-sm"
    >
      <div
        role="rowgroup"
        className="overflow-hidden border-b border-line bg-sunken text-xs [scrollbar-gutter:stable] font-medium text-muted"
      >
        <div role="row" aria-rowindex={1} className={`${COLUMNS} h-8`}>
          {HEADS.map(({ title, look }) => (
            <span key={title} role="columnheader" className={look}>
              {title}
            </span>
          ))}
        </div>
      </div>
      <div
        ref={measure}
        role="rowgroup"
        tabIndex={0}
        aria-label="Answers"
        className="relative min-h-0 flex-1 overflow-y-auto [scrollbar-gutter:stable]"
        onScroll={(event) => lookAt(event.currentTarget)}
      >
        <div role="presentation" style={{ height: rows.length * ROW_HEIGHT }}>
          {rows.slice(first, last).map(({ action, level, decision, layer, onResource }, at) => (
            <div
              key={action}
              role="row"
              aria-rowindex={first + at + 2}
              data-decision={decision}
              data-layer={layer}
              className={`${COLUMNS} absolute inset-x-0 border-b border-line hover:bg-hover`}
              style={{ top: (first + at) * ROW_HEIGHT, height: ROW_HEIGHT }}
            >
              <span role="cell" className="flex min-w-0 items-center gap-2">
                <button
                  type="button"
                  className="text-start font-mono text-xs wrap-anywhere hover:underline md:truncate"
                  title={`Ask about ${action} in this case`}
                  onClick={() => onAsk(action)}
                >
                  {action}
                </button>
                {!onResource && resource !== '*' && (
                  <span className="shrink-0 text-2xs text-muted">
                    on <span className="max-md:hidden">any resource</span>
                    <span className="md:hidden">*</span>
                  </span>
                )}
              </span>
              <span role="cell" className="truncate text-xs text-muted max-md:hidden">
                {level}
              </span>
              <span role="cell">
                <Badge
                  tone={isQuiet(decision) ? 'unknown' : SIGNS[SIGN_OF[decision]].tone}
                  className={isQuiet(decision) ? 'border-transparent! bg-transparent!' : undefined}
                >
                  <Sign name={SIGN_OF[decision]} size={12} />
                  {DECISION_WORDS[decision]}
                </Badge>
              </span>
              <span role="cell" className="truncate text-xs max-md:hidden">
                {layerWords(layer)}
              </span>
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}
