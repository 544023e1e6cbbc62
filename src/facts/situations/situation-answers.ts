import { GENERAL_ANSWERS } from './answers/general'
import type { SituationAnswer } from './situation'
import type { SituationId } from './situations'

/** What is said of each situation. */
export const SITUATION_ANSWERS: Readonly<Record<SituationId, SituationAnswer>> = { ...GENERAL_ANSWERS }
