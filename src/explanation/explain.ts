import { SITUATION_ANSWERS } from '../facts/situations/situation-answers'
import { ALL_PARTS } from './all-said'
import { documentMistake } from './causes/document-mistake'
import { explainWith, type ExplainInput } from './explain-with'
import type { Explanation } from './explanation'

/** Everything that an explanation can be helped with besides the reference; for who does not load it by parts. */
export const WHOLE_HELP = { situationAnswers: SITUATION_ANSWERS, documentMistake, parts: ALL_PARTS } as const

/** Says in words what an evaluation found, with everything that is known here. */
export const explain = (input: Omit<ExplainInput, 'parts'>): Explanation => explainWith({ ...WHOLE_HELP, ...input })
