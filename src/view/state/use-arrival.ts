import { useEffect, useEffectEvent } from 'react'
import { noteNextPage, wantFocus } from '../ui/landmarks'
import { takeArrival } from './address'
import { useIntake } from './intake'

/** Opens what the address brings, when the page opens and whenever its fragment changes. */
export function useArrival() {
  const { openLink, takeError, tellProblem } = useIntake()
  const arrive = useEffectEvent((isFirst: boolean) => {
    const arrival = takeArrival(isFirst)
    // Who comes by a link reads first, and writes later.
    if (arrival !== null) wantFocus(arrival.kind === 'problem' ? null : 'diagnosis')
    if (arrival?.kind === 'link') void openLink(arrival.fragment)
    else if (arrival?.kind === 'error') void takeError(arrival.text)
    else if (arrival?.kind === 'problem') void tellProblem(arrival.problem)
  })
  useEffect(() => {
    arrive(true)
    const listener = () => {
      noteNextPage()
      arrive(false)
    }
    window.addEventListener('hashchange', listener)
    return () => window.removeEventListener('hashchange', listener)
  }, [])
}
