import { capped, LONGEST } from '../../ui/capped'
import { FullNote } from '../../ui/FullNote'
import { RotateCcw } from 'lucide-react'
import { memo, useId, type ReactNode } from 'react'
import type { BuiltCase } from '../../../draft/build/build-case'
import type { BuiltField } from '../../../draft/build/request-fields'
import { setRequestField } from '../../../draft/edit/edit-draft'
import { knownPart, type KnownPart } from '../../../draft/build/known-part'
import { REQUEST_FIELDS, type Draft, type RequestField } from '../../../draft/draft'
import { Sentence } from '../../shared/Sentence'
import { IconButton } from '../../ui/Button'
import { classNames } from '../../ui/class-names'
import { useDiagnosis, useDraftHold, useDraftPart, type DraftHold } from '../../state/workbench'
import { HoleList } from './HoleList'
import { peopleName } from './people-names'
import { DETAILS_TEXTS } from './details-messages'
import { INFERENCES, PART_KINDS, UNKNOWN_PIECES } from './request-messages'
import { BreakableName } from '../../ui/Breakable'
import { Name } from '../../ui/Name'

const LABELS: Readonly<Record<RequestField, string>> = {
  principal: 'Principal',
  action: 'Action',
  resource: 'Resource',
  resourceAccount: 'Resource account',
}

/** "A session of the role app; the account and the Region are unknown." */
function knownInWords({ kind, name, unknown }: KnownPart): string {
  const pieces = unknown.map((piece) => UNKNOWN_PIECES[piece])
  const last = pieces.at(-1) ?? ''
  const list = pieces.length > 1 ? `${pieces.slice(0, -1).join(', ')} and ${last}` : last
  return `${PART_KINDS[kind]}${name === null ? '' : ` ${name}`}; ${list} ${pieces.length > 1 ? 'are' : 'is'} unknown.`
}

function OriginNote({ field, known }: { readonly field: BuiltField; readonly known: KnownPart | null }) {
  if (field.origin === 'missing' && field.fromPaste === null) return null
  if (known !== null && field.origin !== 'edited')
    return <p className="mt-0.5 text-xs text-muted">{knownInWords(known)}</p>
  if (field.origin === 'inferred' && field.inference !== null) {
    return (
      <p className="mt-0.5 text-xs text-muted">
        <span className="font-medium text-ink">Inferred:</span> {INFERENCES[field.inference]}
      </p>
    )
  }
  if (field.origin === 'edited') {
    return (
      <p className="mt-0.5 text-xs text-accent">
        <span className="font-medium">{DETAILS_TEXTS.setInThisCase}</span>
        {field.fromPaste !== null && field.fromPaste !== field.value && (
          <span className="text-muted">
            {' '}
            The paste says <Name text={field.fromPaste} isOpenable />.
          </span>
        )}
      </p>
    )
  }
  return null
}

/** One row of the request: its name with the mark it has in the raw text, and the value, which wraps. */
function Row({
  label,
  mark,
  children,
}: {
  readonly label: ReactNode
  readonly mark: string | null
  readonly children: ReactNode
}) {
  return (
    <div className="grid grid-cols-[4.75rem_minmax(0,1fr)] gap-x-2 py-1.5">
      <div className="pt-1 text-sm text-muted">
        {mark === null ? label : <span className={classNames('mark', `mark-${mark}`)}>{label}</span>}
      </div>
      <div className="min-w-0">{children}</div>
    </div>
  )
}

interface FieldRowProps {
  readonly name: RequestField
  readonly field: BuiltField
  readonly value: string
  /** What stands in its place where there is none. */
  readonly blank: string
  readonly holes: BuiltCase['holes']
  readonly edit: DraftHold['edit']
}

const FieldRow = memo(function FieldRow({ name, field, value, blank, holes, edit }: FieldRowProps) {
  const known = knownPart(name, field.value, holes)
  const id = useId()
  const onEdit = (next: string | null) => edit((before) => setRequestField(before, name, next), `request:${name}`)
  const label = LABELS[name]
  const people = peopleName(name, value)
  const inText = field.origin === 'said' && name !== 'resourceAccount'
  return (
    <Row label={<label htmlFor={id}>{label}</label>} mark={inText ? name : null}>
      <div className="flex items-start gap-1">
        <div className="relative min-w-0 flex-1" title={people ? value : undefined}>
          {people && (
            <p aria-hidden className="min-h-7 pt-1 text-sm [overflow-wrap:anywhere]">
              <span className="font-medium">
                <BreakableName text={people.name} />
              </span>
              {people.rest !== '' && (
                <span className="block text-xs text-muted tabular-nums">
                  <Name text={people.rest} />
                </span>
              )}
            </p>
          )}
          <textarea
            id={id}
            rows={1}
            value={value}
            placeholder={blank}
            aria-describedby={`${id}-origin`}
            maxLength={LONGEST.value}
            onChange={capped(LONGEST.value, (event) => onEdit(event.target.value.replaceAll('\n', '')))}
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
            className={classNames(
              // The name in people's words lies over the ARN, which comes up with the focus: what stands below never moves.
              people !== null && 'absolute inset-x-0 top-0 min-h-full not-focus:opacity-0 focus:z-10',
              '-ml-1.5 field-sizing-content min-h-7 w-full min-w-0 resize-none rounded-md border bg-transparent px-1.5 py-1 font-mono text-xs leading-[1.125rem] wrap-anywhere',
              'hover:border-line-strong hover:bg-surface focus:border-line-strong focus:bg-surface focus-visible:outline-offset-0',
              field.origin === 'inferred' ? 'border-dashed border-line-strong' : 'border-transparent',
            )}
          />
        </div>
        {field.origin === 'edited' && (
          <IconButton label={`Take back what you set for ${label}`} size="small" onClick={() => onEdit(null)}>
            <RotateCcw size={13} aria-hidden />
          </IconButton>
        )}
      </div>
      <FullNote value={value} longest={LONGEST.value} />
      <div id={`${id}-origin`}>
        <OriginNote field={field} known={known} />
      </div>
    </Row>
  )
})

const requestOf = ({ request }: Draft): Draft['request'] => request
const blankOf = ({ paste }: Draft): string => (paste === '' ? DETAILS_TEXTS.notSet : DETAILS_TEXTS.notInThePaste)

/** The request that is judged: filled from the paste, everything inferred marked, everything open to change. */
export function RequestForm() {
  const { edit } = useDraftHold()
  const request = useDraftPart(requestOf)
  const blank = useDraftPart(blankOf)
  const { built, explanation } = useDiagnosis()
  if (built === null) return null
  return (
    <section aria-label="The request">
      <h3 className="eyebrow">The request</h3>
      <div className="mt-1 divide-y divide-line">
        {REQUEST_FIELDS.map((name) => (
          <FieldRow
            key={name}
            name={name}
            field={built.fields[name]}
            value={request[name] ?? built.fields[name].value}
            blank={blank}
            holes={built.holes}
            edit={edit}
          />
        ))}
        {explanation !== null && explanation.claim.outcome !== 'noClaim' && (
          <Row label="Reason" mark="reason">
            <p className="pt-1 text-sm">
              <Sentence words={explanation.claim.claim} />
            </p>
          </Row>
        )}
      </div>
      <HoleList holes={built.holes} edit={edit} />
    </section>
  )
}
