import { useEffect, useEffectEvent } from 'react'
import { wantFocus } from '../ui/landmarks'
import { readArrival } from './address'
import { useIntake } from './intake'

/** Opens what the address brings, when the page opens and whenever its fragment changes. */
export function useArrival() {
  const { openLink, takeError, tellProblem } = useIntake()
  const arrive = useEffectEvent((address: Pick<Location, 'hash' | 'search'>) => {
    const arrival = readArrival(address)
    // Who comes by a link reads first, and writes later.
    if (arrival !== null) wantFocus(arrival.kind === 'problem' ? null : 'diagnosis')
    if (arrival?.kind === 'link') void openLink(arrival.fragment)
    else if (arrival?.kind === 'error') void takeError(arrival.text)
    else if (arrival?.kind === 'problem') void tellProblem(arrival.problem)
  })
  useEffect(() => {
    arrive(window.location)
    // The query was there from the start: with another fragment it brings nothing new.
    const listener = () => arrive({ hash: window.location.hash, search: '' })
    window.addEventListener('hashchange', listener)
    return () => window.removeEventListener('hashchange', listener)
  }, [])
}
