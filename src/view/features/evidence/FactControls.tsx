import { DETAILS_TEXTS } from './details-messages'
import { textOf } from '../../../text/fields'
import { capped, LONGEST } from '../../ui/capped'
import { FullNote } from '../../ui/FullNote'
import { useId, useState } from 'react'
import type { KmsGrant } from '../../../case/access-case'
import { readGrants, writeGrants, type FactValue, type ReadFact } from '../../../draft/edit/edit-facts'
import { inputClass } from '../../ui/Field'
import { classNames } from '../../ui/class-names'
import { Segmented } from '../../ui/Segmented'
import type { FactControl, FactRow } from './fact-rows'
import type { FactScene } from './fact-scene'

interface FactControlProps {
  readonly row: FactRow
  readonly value: unknown
  readonly scene: FactScene
  readonly onSet: (value: FactValue) => void
}

const NOT_SAID = 'not said'

type Choice = Extract<FactControl, { kind: 'choice' }>

/** One of a few, or not said. */
export function ChoiceControl({ row, control, value, onSet }: FactControlProps & { readonly control: Choice }) {
  const options = [
    { value: NOT_SAID, label: NOT_SAID, tone: 'unknown' as const },
    ...control.options.map(({ label }) => ({ value: label, label })),
  ]
  const chosen = control.options.find((option) => option.value === value)
  return (
    <Segmented
      label={row.label}
      value={chosen?.label ?? NOT_SAID}
      options={options}
      onChange={(label) => onSet(control.options.find((option) => option.label === label)?.value as FactValue)}
    />
  )
}

/** Text that is typed, read at every key; only what fits is taken over. */
function useTyped<Value>(
  written: string,
  read: (text: string) => ReadFact<Value>,
  onSet: (value: Value | undefined) => void,
): {
  readonly text: string
  readonly problem: string | null
  readonly type: (text: string) => void
  readonly leave: () => void
} {
  const [typed, setTyped] = useState<string | null>(null)
  const result = typed === null ? null : read(typed)
  return {
    text: typed ?? written,
    problem: result !== null && 'problem' in result ? result.problem : null,
    type: (text) => {
      setTyped(text)
      const next = read(text)
      if ('value' in next) onSet(next.value)
    },
    leave: () => {
      if (result === null || 'value' in result) setTyped(null)
    },
  }
}

type TextFact = Extract<FactControl, { kind: 'text' }>

/** A short text, with values that can be meant. */
export function TextControl({ row, control, value, scene, onSet }: FactControlProps & { readonly control: TextFact }) {
  const id = useId()
  const { text, problem, type, leave } = useTyped(textOf(value), control.read, onSet as (value: unknown) => void)
  const offers = control.offers(scene).filter((offer) => offer.value !== value)
  return (
    <>
      <input
        aria-label={row.label}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-problem`}
        value={text}
        placeholder={control.placeholder}
        maxLength={LONGEST.value}
        onChange={capped(LONGEST.value, (event) => type(event.target.value))}
        onBlur={leave}
        spellCheck={false}
        autoComplete="off"
        className={classNames(inputClass, 'mt-1 h-7! font-mono text-xs!')}
      />
      <FullNote value={text} longest={LONGEST.value} />
      <p id={`${id}-problem`} className="text-xs text-deny not-empty:mt-1">
        {problem}
      </p>
      {offers.length > 0 && (
        <div className="mt-1 flex flex-wrap items-center gap-1 text-xs text-muted">
          {offers.map((offer) => (
            <button
              key={offer.value}
              type="button"
              aria-label={`Set: ${row.label}: ${offer.value}`}
              onClick={() => type(offer.value)}
              className="rounded-md border border-line-strong bg-surface px-1.5 text-2xs text-ink hover:bg-hover"
            >
              {offer.label} <span className="font-mono">{offer.value}</span>
            </button>
          ))}
        </div>
      )}
    </>
  )
}

const writtenGrants = (value: unknown): string =>
  Array.isArray(value) ? writeGrants(value as readonly KmsGrant[]) : ''

/** Grants, one a line, or as the command prints them. */
export function GrantsControl({ row, value, onSet }: FactControlProps) {
  const id = useId()
  const { text, problem, type, leave } = useTyped(writtenGrants(value), readGrants, onSet)
  return (
    <>
      <textarea
        aria-label={row.label}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-hint ${id}-problem`}
        rows={2}
        value={text}
        placeholder="arn:aws:iam::111122223333:role/app Decrypt, GenerateDataKey"
        maxLength={LONGEST.paste}
        onChange={capped(LONGEST.paste, (event) => type(event.target.value))}
        onBlur={leave}
        spellCheck={false}
        autoComplete="off"
        className={classNames(
          inputClass,
          'mt-1 field-sizing-content h-auto! max-h-48 min-h-12 resize-none py-1 font-mono text-xs!',
        )}
      />
      <p id={`${id}-hint`} className="mt-1 text-xs text-muted">
        {Array.isArray(value) && value.length === 0 ? DETAILS_TEXTS.thereAreNoGrants : DETAILS_TEXTS.oneALineThe}
      </p>
      <p id={`${id}-problem`} className="text-xs text-deny not-empty:mt-1">
        {problem}
      </p>
    </>
  )
}
