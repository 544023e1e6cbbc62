import type { FixForms } from '../../explanation/explanation'
import { sharedValue } from './shared-value'

/** A form of a fix. */
export type Form = Exclude<keyof FixForms, 'isIntoUnseen'>

const chosen = sharedValue<Form | null>(null)

/** Chooses the form in which a change that was tried is taken to AWS; null: the first that there is. */
export const chooseForm = chosen.set

/** The form in which a change that was tried is taken to AWS. */
export const useChosenForm = chosen.use
