import { useEffect, useEffectEvent } from 'react'
import { readArrival } from './address'
import { useIntake } from './intake'

/** Opens what the address brings, when the page opens and whenever its fragment changes. */
export function useArrival() {
  const { openLink, takeText } = useIntake()
  const arrive = useEffectEvent(() => {
    const arrival = readArrival(window.location)
    if (arrival?.kind === 'link') void openLink(arrival.fragment)
    else if (arrival?.kind === 'error') takeText(arrival.text)
  })
  useEffect(() => {
    const listener = () => arrive()
    listener()
    window.addEventListener('hashchange', listener)
    return () => window.removeEventListener('hashchange', listener)
  }, [])
}
