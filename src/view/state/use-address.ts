import { useSyncExternalStore } from 'react'
import { onAddress, placeNow, type Place } from './address'

/** The page that the fragment names. */
export function usePlace(): Place {
  return useSyncExternalStore(onAddress, placeNow)
}

/** The fragment of the address, as it changes. */
export function useFragment(): string {
  return useSyncExternalStore(onAddress, () => window.location.hash)
}
