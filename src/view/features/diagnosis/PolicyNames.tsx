import type { FixChange, FixForms, PolicyKind } from '../../../explanation/explanation'
import { FORM_TEXT, NAME_ASKED } from '../../../explanation/messages/forms'
import { hasLevels } from '../../../iam/layers'
import { chooseKind, nameInAws, useChosenKind, useNamesInAws } from '../../state/chosen-form'
import { Field } from '../../ui/Field'
import { Segmented } from '../../ui/Segmented'

interface PolicyNamesProps {
  readonly forms: FixForms
  /** The changes whose policy’s name in AWS is asked for. */
  readonly asked: readonly FixChange[]
}

/** Asks what AWS calls a policy that was pasted without its name: with it there is a command. */
export function PolicyNames({ forms, asked }: PolicyNamesProps) {
  const named = useNamesInAws()
  const isRefused = forms.unnamed.length > 0
  return asked.map((change) => {
    const name = named(change)
    return (
      <Field
        key={`${change.layer} ${change.level} ${change.policy}`}
        mono
        label={NAME_ASKED[hasLevels(change.layer) ? 'id' : 'arn'](change.name)}
        value={name}
        hint={isRefused && name.trim() !== '' ? FORM_TEXT.notThatName : undefined}
        onChange={(event) => nameInAws(change, event.target.value)}
      />
    )
  })
}

const KINDS: readonly PolicyKind[] = ['managed', 'inline']

/** Where a name can be that of a managed policy or of an inline one: which of them it is. */
export function KindOfPolicy({ forms }: { readonly forms: FixForms }) {
  const chosen = useChosenKind()
  if (!forms.cli.some(({ kind }) => kind !== null)) return null
  return (
    <Segmented
      className="self-start"
      label={FORM_TEXT.kind}
      value={chosen}
      options={KINDS.map((value) => ({ value, label: FORM_TEXT[value] }))}
      onChange={chooseKind}
    />
  )
}
