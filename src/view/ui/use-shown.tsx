import { startTransition, useDeferredValue, useEffect, useMemo, useState } from 'react'
import { Button } from './Button'

/** So many rows are shown at first, and more of them each time. */
const STEP = 100
/** So many stand there at once; the others follow when there is time, as many in one go. */
const AT_ONCE = 15

/** What stands there of rows that are all to be shown: the first ones at once, the others as there is time. */
export function useDrawn<R>(rows: readonly R[]): readonly R[] {
  const [drawn, setDrawn] = useState(AT_ONCE)
  const next = drawn < rows.length ? drawn + AT_ONCE : Math.max(AT_ONCE, Math.min(drawn, rows.length))
  useEffect(() => {
    if (next !== drawn) startTransition(() => setDrawn(next))
  }, [next, drawn])
  return useDeferredValue(useMemo(() => rows.slice(0, drawn), [rows, drawn]))
}

/** What is shown of a list that may be long, and the button that shows more of it. */
export function useShown<R>(rows: readonly R[], step = STEP) {
  const [shown, setShown] = useState(step)
  const left = Math.max(0, rows.length - shown)
  return {
    rows: useDrawn(useMemo(() => rows.slice(0, shown), [rows, shown])),
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
