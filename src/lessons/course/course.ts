import type { Lesson } from '../lesson'
import { CEILINGS } from './ceilings'
import { CONDITIONS } from './conditions'
import { FIRST_STEPS } from './first-steps'
import { SERVICES } from './services'
import { TWO_SIDES } from './two-sides'

/** The lessons in the order in which they build on each other. */
export const COURSE: readonly Lesson[] = [...FIRST_STEPS, ...CONDITIONS, ...CEILINGS, ...TWO_SIDES, ...SERVICES]
