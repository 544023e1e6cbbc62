import { startTransition, useDeferredValue, useEffect, useMemo, useState } from 'react'
import { Button } from './Button'

/** So many rows are shown at first, and more of them each time. */
const STEP = 100
/** So many stand there at once; the others follow when there is time, as many in one go. */
const AT_ONCE = 15

/** What is shown of a list that may be long, and the button that shows more of it. */
export function useShown<R>(rows: readonly R[], step = STEP) {
  const [shown, setShown] = useState(step)
  const left = Math.max(0, rows.length - shown)
  const [drawn, setDrawn] = useState(AT_ONCE)
  const isGrowing = drawn < Math.min(rows.length, shown)
  useEffect(() => {
    if (isGrowing) startTransition(() => setDrawn(drawn + AT_ONCE))
  }, [isGrowing, drawn])
  const visible = useMemo(() => rows.slice(0, Math.min(shown, drawn)), [rows, shown, drawn])
  return {
    rows: useDeferredValue(visible),
    more: left === 0 ? null : <ShowMore left={left} step={step} onMore={() => setShown(shown + step)} />,
  }
}

function ShowMore({ left, step, onMore }: { left: number; step: number; onMore: () => void }) {
  return (
    <Button size="small" className="mt-3 self-start" onClick={onMore}>
      Show {Math.min(left, step)} more of {left.toLocaleString('en')}
    </Button>
  )
}
