import { useState, type ReactNode } from 'react'
import type { PolicyRef } from '../../../case/policy-ref'
import type { BuiltCase } from '../../../draft/build/build-case'
import type { Draft } from '../../../draft/draft'
import { policiesOfDraft, type ShownPolicy } from './policies-of-draft'
import type { AnswerFact } from '../../../explanation/answer'
import type { Evidence } from '../../../explanation/evidence'
import type { CaseLayer } from '../../../iam/layers'
import { hanging } from '../../shared/hanging'
import { PolicyLine } from '../../shared/PolicyLine'
import { Button } from '../../ui/Button'
import { classNames } from '../../ui/class-names'
import { Name } from '../../ui/Name'

/** What is longer shows its beginning, and the rest at a press: what decides hides behind no scroll. */
const LONG_LINES = 60
const LONG_CHARACTERS = 6_000

interface ListingProps {
  readonly label: string
  readonly text: string
  readonly look: string
  /** How it is drawn, where not as it is. */
  readonly children?: ReactNode
}

/** A text as it was written, whole. */
function Listing({ label, text, look, children = text }: ListingProps) {
  const [isWhole, showWhole] = useState(false)
  const lines = text.split('\n').length
  const isFolded = !isWhole && (lines > LONG_LINES || text.length > LONG_CHARACTERS)
  return (
    <>
      <pre
        tabIndex={0}
        aria-label={label}
        className={classNames(
          'rounded-lg border border-line text-xs leading-5 whitespace-pre-wrap [overflow-wrap:anywhere]',
          look,
          isFolded && 'max-h-[60rem] overflow-hidden print:max-h-none',
        )}
      >
        {children}
      </pre>
      {isFolded && (
        <Button size="small" className="mt-1 print:hidden" onClick={() => showWhole(true)}>
          {lines > LONG_LINES ? `Show all ${lines} lines` : 'Show all of it'}
        </Button>
      )}
    </>
  )
}

/** The error of a case as it was printed. */
export function ErrorText({ text }: { readonly text: string }) {
  return <Listing label="The error" text={text} look="bg-sunken px-3 py-2.5" />
}

/** What is asked: who, what, on what, and the context keys that are known. */
export function RequestTable({ built: { fields, context } }: { readonly built: BuiltCase }) {
  const rows = [
    ...REQUEST_LABELS.map(([field, label]) => [label, fields[field].value] as const),
    ...context.filter(({ state }) => state === 'known').map(({ key, values }) => [key, values.join(', ')] as const),
    ...context.filter(({ state }) => state === 'absent').map(({ key }) => [key, 'not in the request'] as const),
  ].filter(([, value]) => value !== '')
  return (
    <div role="group" aria-label="The request">
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
    </div>
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

/** The lines of a policy in the colours that the editor has; they go on below where they are long. */
const PolicyLines = ({ text, decisive }: { readonly text: string; readonly decisive: number | null }) =>
  text.split('\n').map((line, index) => (
    <code
      key={index}
      className={classNames('block pr-3', index + 1 === decisive && 'bg-deny-soft')}
      style={hanging(line, 0.75, 0)}
    >
      <PolicyLine text={line} />
      {'\n'}
    </code>
  ))

const isIn = (spot: PolicyRef, { layer, place }: Evidence): boolean =>
  spot.layer === layer && spot.policy === place.policy && spot.level === place.level

interface PolicyTextsProps {
  readonly draft: Draft
  readonly only?: readonly CaseLayer[]
  /** What the answer rests on, whose line is marked. */
  readonly fact?: AnswerFact | null
}

/** All policies of a case, to read. */
export function PolicyTexts({ draft, only, fact = null }: PolicyTextsProps) {
  const evidence = fact?.evidence ?? null
  return (
    <ul className="space-y-4 print:columns-2 print:gap-4">
      {policiesOfDraft(draft, only).map((shown) => (
        <li key={`${shown.where} ${shown.policy.name}`} className="break-inside-avoid">
          <PolicyHead {...shown} />
          <Listing label={`${shown.where}: ${shown.policy.name}`} text={shown.policy.text} look="mt-1 bg-surface py-2">
            <PolicyLines
              text={shown.policy.text}
              decisive={evidence !== null && isIn(shown.spot, evidence) ? (fact?.line ?? null) : null}
            />
          </Listing>
        </li>
      ))}
    </ul>
  )
}
