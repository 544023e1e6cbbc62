import type { FixChange, FixForms, PolicyKind } from '../../explanation/explanation'
import { sharedValue } from './shared-value'

/** A form of a fix. */
export type Form = 'json' | Exclude<keyof FixForms, 'json' | 'isIntoUnseen' | 'besidePolicy' | 'unnamed'>

const chosen = sharedValue<Form | null>(null)

/** Chooses the form in which a change that was tried is taken to AWS; null: the first that there is. */
export const chooseForm = chosen.set

/** The form in which a change that was tried is taken to AWS. */
export const useChosenForm = chosen.use

// What exists nowhere is not written into AWS by mistake: a managed policy that is not there makes the command fail.
const kind = sharedValue<PolicyKind>('managed')

/** Says whether a policy that goes by its name is a managed or an inline one. */
export const chooseKind = kind.set

/** The kind that a policy is of that can be either. */
export const useChosenKind = kind.use

const names = sharedValue<ReadonlyMap<string, string>>(new Map())

/** The same policy has the same name, whatever is changed in it. */
const keyOf = ({ layer, level, name, before }: FixChange): string => JSON.stringify([layer, level, name, before])

/** Says what AWS calls the policy of a change. */
export const nameInAws = (change: FixChange, name: string): void =>
  names.set(new Map([...names.get(), [keyOf(change), name]]))

/** What AWS calls the policy of a change, as the user said; empty where nobody did. */
export const useNamesInAws = (): ((change: FixChange) => string) => {
  const said = names.use()
  return (change) => said.get(keyOf(change)) ?? ''
}
