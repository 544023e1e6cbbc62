import type { BuiltCase } from '../../../draft/build-case'
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

/** What is asked: who, what, on what, and the context keys that are known. */
export function RequestTable({ built: { fields, context } }: { readonly built: BuiltCase }) {
  const rows = [
    ...REQUEST_LABELS.map(([field, label]) => [label, fields[field].value] as const),
    ...context.filter(({ state }) => state === 'known').map(({ key, values }) => [key, values.join(', ')] as const),
    ...context.filter(({ state }) => state === 'absent').map(({ key }) => [key, 'not in the request'] as const),
  ].filter(([, value]) => value !== '')
  return (
    <section aria-label="The request">
      <p className="eyebrow">The request</p>
      <dl className="mt-1 divide-y divide-line text-sm">
        {rows.map(([label, value]) => (
          <div key={label} className="grid gap-x-3 py-1 sm:grid-cols-[12rem_minmax(0,1fr)]">
            <dt className="text-muted [overflow-wrap:anywhere]">
              <Name text={label} />
            </dt>
            <dd className="font-mono text-xs leading-5 [overflow-wrap:anywhere]">
              <Name text={value} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const REQUEST_LABELS = [
  ['principal', 'Principal'],
  ['action', 'Action'],
  ['resource', 'Resource'],
  ['resourceAccount', 'Account of the resource'],
] as const

/** Where a policy stands, and its name. */
export function PolicyHead({ where, policy }: Pick<ShownPolicy, 'where' | 'policy'>) {
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
