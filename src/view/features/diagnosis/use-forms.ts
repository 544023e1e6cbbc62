import { useMemo } from 'react'
import type { FixChange, FixForms } from '../../../explanation/explanation'
import { fixForms } from '../../../explanation/fixes/fix-forms'
import type { FormedFix } from '../../../explanation/fixes/form-facts'
import type { JudgedCase } from '../../../explanation/judged-case'
import { useChosenKind, useNamesInAws } from '../../state/chosen-form'
import { useShell } from '../../ui/shell'

/** A fix in its forms, with what the user said of its policies. */
export interface NamedForms {
  readonly forms: FixForms
  /** The changes of policies that were pasted without the name that they have in AWS. */
  readonly asked: readonly FixChange[]
}

/** The forms of fixes that are shown: one in two places is put into its forms once. */
const formed = new WeakMap<FormedFix, { readonly judged: JudgedCase; readonly forms: FixForms }>()

function formsOf(judged: JudgedCase, fix: FormedFix): FixForms {
  const known = formed.get(fix)
  if (known?.judged === judged) return known.forms
  const forms = fixForms(judged, fix)
  formed.set(fix, { judged, forms })
  return forms
}

/** A fix in its forms: with the name that the user gave a policy that was pasted without one. */
export function useForms(judged: JudgedCase, fix: FormedFix): NamedForms {
  const named = useNamesInAws()
  const forms = useMemo(() => formsOf(judged, fix), [judged, fix])
  const { unnamed } = forms
  const changes = fix.changes.map((change, index) =>
    unnamed.includes(index) ? { ...change, name: named(change).trim() || change.name } : change,
  )
  return {
    forms: unnamed.length === 0 ? forms : fixForms(judged, { ...fix, changes }),
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
