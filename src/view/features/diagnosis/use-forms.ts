import { useMemo } from 'react'
import type { FixChange, FixForms } from '../../../explanation/explanation'
import { fixForms } from '../../../explanation/fixes/fix-forms'
import type { FormedFix } from '../../../explanation/fixes/form-facts'
import type { Situation } from '../../../explanation/situation'
import { useChosenKind, useNamesInAws } from '../../state/chosen-form'
import { useShell } from '../../ui/shell'

/** A fix in its forms, with what the user said of its policies. */
export interface NamedForms {
  readonly forms: FixForms
  /** The changes of policies that were pasted without the name that they have in AWS. */
  readonly asked: readonly FixChange[]
}

/** The forms of fixes that are shown: one in two places is put into its forms once. */
const formed = new WeakMap<FormedFix, { readonly situation: Situation; readonly forms: FixForms }>()

function formsOf(situation: Situation, fix: FormedFix): FixForms {
  const known = formed.get(fix)
  if (known?.situation === situation) return known.forms
  const forms = fixForms(situation, fix)
  formed.set(fix, { situation, forms })
  return forms
}

/** A fix in its forms: with the name that the user gave a policy that was pasted without one. */
export function useForms(situation: Situation, fix: FormedFix): NamedForms {
  const named = useNamesInAws()
  const forms = useMemo(() => formsOf(situation, fix), [situation, fix])
  const { unnamed } = forms
  const changes = fix.changes.map((change, index) =>
    unnamed.includes(index) ? { ...change, name: named(change).trim() || change.name } : change,
  )
  return {
    forms: unnamed.length === 0 ? forms : fixForms(situation, { ...fix, changes }),
    asked: unnamed.flatMap((index) => fix.changes[index] ?? []),
  }
}

/** The commands of a fix: of those that are for one kind of policy or the other, the ones for the chosen kind. */
export function useCommandsOf({ cli }: FixForms): FixForms['cli'] {
  const chosen = useChosenKind()
  return cli.filter(({ kind }) => kind === null || kind === chosen)
}

/** The commands of a fix as they are copied. */
export function useCopiedCommands(forms: FixForms): string {
  const shell = useShell()
  return useCommandsOf(forms)
    .map((line) => line[shell])
    .join('\n\n')
}
