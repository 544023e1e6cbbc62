import { useState } from 'react'
import type { Form } from '../../state/chosen-form'
import type { Fix, FixForms } from '../../../explanation/explanation'
import { FORM_TEXT } from '../../../explanation/messages/forms'
import type { JudgedCase } from '../../../explanation/judged-case'
import { message } from '../../../text/message'
import { Sentence } from '../../shared/Sentence'
import { CommandLines } from '../../ui/CommandLines'
import { CopyButton } from '../../ui/CopyButton'
import { Segmented } from '../../ui/Segmented'
import { Shown } from '../../ui/Name'
import { KindOfPolicy, PolicyNames } from './PolicyNames'
import { useCommandsOf, useForms, type NamedForms } from './use-forms'

const FORMS: readonly Form[] = ['json', 'cli', 'terraform', 'cdk']

/** Why there is no code in a form. */
const NONE: Readonly<Record<Form, string>> = {
  json: '',
  cli: FORM_TEXT.noCli,
  terraform: FORM_TEXT.noTerraform,
  cdk: FORM_TEXT.noCdk,
}

interface FixFormTabsProps {
  readonly judged: JudgedCase
  readonly fix: Fix
}

/** A fix in the forms in which people apply it; written out once somebody asks. */
export function FixFormTabs({ judged, fix }: FixFormTabsProps) {
  const [isOpen, setOpen] = useState(false)
  const [chosen, choose] = useState<Form | null>(null)
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="text-xs text-muted hover:text-ink">{FORM_TEXT.title}</summary>
      {isOpen && <FormsOfFix judged={judged} fix={fix} chosen={chosen} choose={choose} />}
    </details>
  )
}

function FormsOfFix({ judged, fix, ...rest }: FixFormTabsProps & Pick<FormsProps, 'chosen' | 'choose'>) {
  return <Forms {...useForms(judged, fix)} {...rest} />
}

const hasForm = (forms: FixForms, form: Form): boolean => (form === 'cli' ? forms.cli.length > 0 : forms[form] !== null)

/** The first form that there is: the command, where there is one, since it is the shortest way. */
const firstForm = (forms: FixForms): Form =>
  forms.cli.length > 0 ? 'cli' : (FORMS.find((one) => hasForm(forms, one)) ?? 'cli')

/** The form that is shown at first: where only a name is missing for the command, the place to say it. */
export const shownForm = (forms: FixForms, chosen: Form | null): Form =>
  chosen ?? (forms.unnamed.length > 0 ? 'cli' : firstForm(forms))

/** The form that a button copies: the chosen one, if the change has it. */
export const copiedForm = (forms: FixForms, chosen: Form | null): Form =>
  chosen !== null && hasForm(forms, chosen) ? chosen : firstForm(forms)

interface FormsProps extends NamedForms {
  readonly chosen: Form | null
  readonly choose: (form: Form) => void
  /** Does the policy stand below as what changes in it? */
  readonly isDrawn?: boolean
}

/** A fix in one of its forms, with the switch between them. */
export function Forms({ forms, asked, chosen, choose, isDrawn = false }: FormsProps) {
  const form = shownForm(forms, chosen)
  return (
    <div role="group" aria-label={FORM_TEXT.title} className="mt-2 flex min-w-0 flex-col gap-2">
      <Segmented
        className="self-start"
        label={FORM_TEXT.label}
        value={form}
        options={FORMS.map((value) => ({ value, label: FORM_TEXT[value] }))}
        onChange={choose}
      />
      {form !== 'json' && forms.besidePolicy !== null && (
        <p className="text-xs text-muted">
          <Sentence words={message(FORM_TEXT.beside, { policy: forms.besidePolicy })} />
        </p>
      )}
      {form !== 'json' && <PolicyNames forms={forms} asked={asked} />}
      {!(isDrawn && form === 'json') && <FormText forms={forms} form={form} />}
    </div>
  )
}

function FormText({ forms, form }: { readonly forms: FixForms; readonly form: Form }) {
  const lines = useCommandsOf(forms)
  // What is missing is asked for above.
  if (forms.unnamed.length > 0 && !hasForm(forms, form)) return null
  if (form === 'cli') {
    if (lines.length === 0)
      return <p className="text-muted">{forms.isIntoUnseen ? FORM_TEXT.intoUnseen : FORM_TEXT.noCli}</p>
    return (
      <>
        <KindOfPolicy forms={forms} />
        {lines.map((line, index) => (
          <CommandLines
            key={index}
            title={
              // The kind that a command is for is chosen above it.
              (line.kind === null ? line.when : null) ??
              (lines.length > 1 ? `${FORM_TEXT.command} ${index + 1} of ${lines.length}` : FORM_TEXT.command)
            }
            line={line}
          />
        ))}
      </>
    )
  }
  const text = forms[form]
  if (text === null) return <p className="text-muted">{forms.isIntoUnseen ? FORM_TEXT.intoUnseen : NONE[form]}</p>
  return (
    <div className="min-w-0 overflow-hidden rounded-lg border border-line bg-surface">
      <div className="flex justify-end border-b border-line px-2.5 py-1">
        <CopyButton text={text} label="Copy" look="quiet" aria-label={`Copy: ${FORM_TEXT[form]}`} />
      </div>
      <pre
        tabIndex={0}
        className="max-h-104 overflow-auto px-2.5 py-2 text-xs whitespace-pre-wrap [overflow-wrap:anywhere]"
      >
        <Shown text={text} />
      </pre>
    </div>
  )
}
