import { useEffect, useEffectEvent } from 'react'

/** Runs again and again after so many milliseconds, as long as that is wanted. */
export function useInterval(run: () => void, milliseconds: number, isWanted: boolean): void {
  const turn = useEffectEvent(run)
  useEffect(() => {
    if (!isWanted) return
    const timer = setInterval(() => turn(), milliseconds)
    return () => clearInterval(timer)
  }, [isWanted, milliseconds])
}
