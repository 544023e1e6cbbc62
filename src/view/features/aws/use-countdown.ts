import { useEffect, useState } from 'react'

const two = (value: number) => String(value).padStart(2, '0')

/** How long until an instant, as "expires in 59:07"; null where the instant is not known. Counts every second. */
export function useCountdown(until: number | null): string | null {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (until === null) return
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [until])
  if (until === null) return null
  const seconds = Math.max(0, Math.round((until - now) / 1000))
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor((seconds % 3600) / 60)
  return `expires in ${hours ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`
}
