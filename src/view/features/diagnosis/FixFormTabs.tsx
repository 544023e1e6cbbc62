import { useState } from 'react'
import type { Form } from '../../state/chosen-form'
import type { Fix, FixForms } from '../../../explanation/explanation'
import { fixForms } from '../../../explanation/fixes/fix-forms'
import { FORM_TEXT } from '../../../explanation/messages/forms'
import type { Situation } from '../../../explanation/situation'
import { CommandLines } from '../../ui/CommandLines'
import { CopyButton } from '../../ui/CopyButton'
import { Segmented } from '../../ui/Segmented'
import { Shown } from '../../ui/Name'

const FORMS: readonly Form[] = ['json', 'cli', 'terraform', 'cdk']

/** Why there is no code in a form. */
const NONE: Readonly<Record<Form, string>> = {
  json: '',
  cli: FORM_TEXT.noCli,
  terraform: FORM_TEXT.noTerraform,
  cdk: FORM_TEXT.noCdk,
}

interface FixFormTabsProps {
  readonly situation: Situation
  readonly fix: Fix
}

/** A fix in the forms in which people apply it; written out once somebody asks. */
export function FixFormTabs({ situation, fix }: FixFormTabsProps) {
  const [isOpen, setOpen] = useState(false)
  const [chosen, choose] = useState<Form | null>(null)
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="text-xs text-muted hover:text-ink">{FORM_TEXT.title}</summary>
      {isOpen && <Forms forms={fixForms(situation, fix)} chosen={chosen} choose={choose} />}
    </details>
  )
}

const hasForm = (forms: FixForms, form: Form): boolean => (form === 'cli' ? forms.cli.length > 0 : forms[form] !== null)

/** The form that is shown at first: the command, where there is one, since it is the shortest way. */
const firstForm = (forms: FixForms): Form =>
  forms.cli.length > 0 ? 'cli' : (FORMS.find((one) => hasForm(forms, one)) ?? 'cli')

/** The form that a button copies: the chosen one, if the change has it. */
export const copiedForm = (forms: FixForms, chosen: Form | null): Form =>
  chosen !== null && hasForm(forms, chosen) ? chosen : firstForm(forms)

interface FormsProps {
  readonly forms: FixForms
  readonly chosen: Form | null
  readonly choose: (form: Form) => void
  /** Does the policy stand below as what changes in it? */
  readonly isDrawn?: boolean
}

/** A fix in one of its forms, with the switch between them. */
export function Forms({ forms, chosen, choose, isDrawn = false }: FormsProps) {
  const form = chosen ?? firstForm(forms)
  return (
    <div role="group" aria-label={FORM_TEXT.title} className="mt-2 flex min-w-0 flex-col gap-2">
      <Segmented
        className="self-start"
        label={FORM_TEXT.label}
        value={form}
        options={FORMS.map((value) => ({ value, label: FORM_TEXT[value] }))}
        onChange={choose}
      />
      {!(isDrawn && form === 'json') && <FormText forms={forms} form={form} />}
    </div>
  )
}

function FormText({ forms, form }: { readonly forms: FixForms; readonly form: Form }) {
  if (form === 'cli') {
    const { cli } = forms
    if (cli.length === 0)
      return <p className="text-muted">{forms.isIntoUnseen ? FORM_TEXT.intoUnseen : FORM_TEXT.noCli}</p>
    return cli.map((line, index) => (
      <CommandLines
        key={index}
        title={line.when ?? (cli.length > 1 ? `${FORM_TEXT.command} ${index + 1} of ${cli.length}` : FORM_TEXT.command)}
        line={line}
      />
    ))
  }
  const text = forms[form]
  if (text === null) return <p className="text-muted">{forms.isIntoUnseen ? FORM_TEXT.intoUnseen : NONE[form]}</p>
  return (
    <div className="min-w-0 overflow-hidden rounded-lg border border-line bg-surface">
      <div className="flex justify-end border-b border-line px-2.5 py-1">
        <CopyButton text={text} label="Copy" look="quiet" aria-label={`Copy: ${FORM_TEXT[form]}`} />
      </div>
      <pre tabIndex={0} className="max-h-64 overflow-auto px-2.5 py-2 text-xs">
        <Shown text={text} />
      </pre>
    </div>
  )
}
