import { useRef, useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react'
import { own } from '../../text/own'

interface SplitterProps {
  /** What it resizes, for assistive technology. */
  readonly label: string
  /** The element it resizes, by its id. */
  readonly controls: string
  /** The element that carries the CSS variable. */
  readonly host: RefObject<HTMLElement | null>
  /** The CSS variable that holds the width in pixels. */
  readonly variable: string
  /** Its width on a wide page. All widths are in pixels. */
  readonly start: number
  readonly min: number
  readonly max: number
  /** -1 where the element stands right of the splitter. */
  readonly direction: 1 | -1
}

const STEP = 24

/** A line between two columns that is dragged, or moved with the arrow keys; Home and End go to the bounds. */
export function Splitter({ label, controls, host, variable, start, min, max, direction }: SplitterProps) {
  const [width, setWidth] = useState(start)
  const measure = () => document.getElementById(controls)?.offsetWidth ?? width
  const drag = useRef<{ readonly from: number; readonly width: number } | null>(null)

  const resize = (wanted: number) => {
    const next = Math.round(Math.min(max, Math.max(min, wanted)))
    host.current?.style.setProperty(variable, `${next}px`)
    setWidth(next)
  }

  const reset = () => {
    host.current?.style.removeProperty(variable)
    setWidth(measure())
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const from = measure()
    const wanted: Readonly<Record<string, number>> = {
      ArrowRight: from + STEP * direction,
      ArrowLeft: from - STEP * direction,
      Home: min,
      End: max,
    }
    const next = own(wanted, event.key)
    if (next === undefined) return
    event.preventDefault()
    resize(next)
  }

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { from: event.clientX, width: measure() }
  }

  const onPointerMove = (event: PointerEvent) => {
    if (drag.current !== null) resize(drag.current.width + (event.clientX - drag.current.from) * direction)
  }

  const onPointerEnd = () => {
    drag.current = null
  }

  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-controls={controls}
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      // Until somebody moves them the columns are as wide as the page allows.
      onFocus={() => setWidth(measure())}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerEnd}
      onPointerCancel={onPointerEnd}
      onDoubleClick={reset}
      className="group relative z-10 -mx-1 w-2 cursor-col-resize touch-none outline-none select-none"
    >
      <span
        aria-hidden
        className="absolute inset-y-0 left-1/2 w-px -translate-x-1/2 bg-line transition-colors group-hover:w-0.5 group-hover:bg-accent group-focus-visible:w-0.5 group-focus-visible:bg-accent"
      />
    </div>
  )
}
