import type { Lesson } from '../lesson'
import { AT_WORK } from './at-work'
import { CEILINGS } from './ceilings'
import { CONDITIONS } from './conditions'
import { FIRST_STEPS } from './first-steps'
import { FINAL, SERVICES } from './services'
import { OFTEN_WRONG } from './often-wrong'
import { TWO_SIDES } from './two-sides'

/** The lessons in the order in which they build on each other. */
export const COURSE: readonly Lesson[] = [
  ...FIRST_STEPS,
  ...CONDITIONS,
  ...CEILINGS,
  ...TWO_SIDES,
  ...SERVICES,
  ...AT_WORK,
  ...OFTEN_WRONG,
  FINAL,
]
