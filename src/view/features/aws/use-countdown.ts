import { useState } from 'react'
import { useInterval } from '../../ui/use-interval'

const two = (value: number) => String(value).padStart(2, '0')

/** How long until an instant, as "expires in 59:07"; null where the instant is not known. Counts every second. */
export function useCountdown(until: number | null): string | null {
  const [now, setNow] = useState(() => Date.now())
  useInterval(() => setNow(Date.now()), 1000, until !== null)
  if (until === null) return null
  const seconds = Math.max(0, Math.round((until - now) / 1000))
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor((seconds % 3600) / 60)
  return `expires in ${hours ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`
}
