import { useId } from 'react'
import type { Draft } from '../../../draft/draft'
import { policiesOfDraft, type ShownPolicy } from './policies-of-draft'
import type { CaseLayer } from '../../../iam/layers'
import { Name } from '../../ui/Name'

/** The error of a case as it was printed. */
export function ErrorText({ text }: { readonly text: string }) {
  return (
    <pre
      tabIndex={0}
      aria-label="The error"
      className="max-h-60 overflow-auto rounded-lg border border-line bg-sunken px-3 py-2.5 text-xs leading-5 whitespace-pre-wrap [overflow-wrap:anywhere] print:max-h-none"
    >
      {text}
    </pre>
  )
}

function PolicyHead({ where, policy }: Pick<ShownPolicy, 'where' | 'policy'>) {
  return (
    <span className="flex flex-wrap items-baseline gap-x-2">
      <span className="text-xs font-medium text-muted">{where}</span>
      <span className="term text-xs">
        <Name text={policy.name} />
      </span>
    </span>
  )
}

/** All policies of a case, to read. */
export function PolicyTexts({ draft, only }: { readonly draft: Draft; readonly only?: readonly CaseLayer[] }) {
  return (
    <ul className="space-y-4 print:columns-2 print:gap-4">
      {policiesOfDraft(draft, only).map((shown) => (
        <li key={`${shown.where} ${shown.policy.name}`} className="break-inside-avoid">
          <PolicyHead {...shown} />
          <pre
            tabIndex={0}
            aria-label={`${shown.where}: ${shown.policy.name}`}
            className="mt-1 max-h-80 overflow-auto rounded-lg border border-line bg-surface px-3 py-2 text-xs leading-5 whitespace-pre-wrap [overflow-wrap:anywhere] print:max-h-none"
          >
            {shown.policy.text}
          </pre>
        </li>
      ))}
    </ul>
  )
}

interface PolicyFieldsProps {
  readonly draft: Draft
  readonly layers: readonly CaseLayer[]
  readonly onChange: (shown: ShownPolicy, text: string) => void
}

/** The policies of some layers, to edit. */
export function PolicyFields({ draft, layers, onChange }: PolicyFieldsProps) {
  return (
    <ul className="space-y-4 print:hidden">
      {policiesOfDraft(draft, layers).map((shown) => (
        <li key={`${shown.where} ${shown.policy.name}`}>
          <PolicyField shown={shown} onChange={(text) => onChange(shown, text)} />
        </li>
      ))}
    </ul>
  )
}

function PolicyField({ shown, onChange }: { readonly shown: ShownPolicy; readonly onChange: (text: string) => void }) {
  const id = useId()
  const rows = Math.min(26, shown.policy.text.split('\n').length + 1)
  return (
    <>
      <label htmlFor={id}>
        <PolicyHead {...shown} />
      </label>
      <textarea
        id={id}
        value={shown.policy.text}
        rows={rows}
        spellCheck={false}
        autoCapitalize="off"
        onChange={(event) => onChange(event.target.value)}
        className="mt-1 block w-full resize-y rounded-lg border border-line-strong bg-surface px-3 py-2 font-mono text-xs leading-5"
      />
    </>
  )
}
