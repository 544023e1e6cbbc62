import { sharedValue } from '../shared-value'
import type { Trail } from './trail-look'

const trail = sharedValue<Trail>({ kind: 'none' })

/** The log that the page holds now. */
export const trailNow = trail.get

/** Puts a log, or what became of it, in the place of the one before. */
export const setTrail = trail.set

/** The log that the page holds. */
export const useTrail = trail.use
