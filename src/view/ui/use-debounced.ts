import { startTransition, useEffect, useState } from 'react'

const REST_MILLISECONDS = 300

/**
 * A value that changes at every key, taken once the keys rest: for what is worth its work only then. The value of
 * another group is another thing, and taken at once.
 */
export function useDebounced<T>(value: T, group: string): T {
  const [held, setHeld] = useState({ value, group })
  useEffect(() => {
    const timer = setTimeout(
      () =>
        startTransition(() =>
          setHeld((before) => (before.value === value && before.group === group ? before : { value, group })),
        ),
      REST_MILLISECONDS,
    )
    return () => clearTimeout(timer)
  }, [value, group])
  return held.group === group ? held.value : value
}
