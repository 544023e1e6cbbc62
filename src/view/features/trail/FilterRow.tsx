import { capped, LONGEST } from '../../ui/capped'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { DenialField } from '../../../trail/store/denial-fields'
import { Button } from '../../ui/Button'
import { inputClass } from '../../ui/Field'
import { Segmented } from '../../ui/Segmented'
import { FIELD_NAMES, valueName } from './trail-messages'

interface FilterRowProps<F extends DenialField> {
  /** What can be summed up by, in this order. */
  readonly fields: readonly F[]
  readonly words: string
  readonly onWords: (words: string) => void
  /** Null: each denial by itself. */
  readonly by: F | null
  readonly onBy: (by: F | null) => void
  /** The values that were picked; null in a field means those that do not name one. */
  readonly picked: Partial<Readonly<Record<F, string | null>>>
  readonly onPick: (picked: Partial<Readonly<Record<F, string | null>>>) => void
  /** What stands between the choice and what was picked. */
  readonly children?: ReactNode
}

/** Which denials are looked at, and what they are summed up by. All that is picked holds together. */
export function FilterRow<F extends DenialField>({
  fields,
  words,
  onWords,
  by,
  onBy,
  picked,
  onPick,
  children,
}: FilterRowProps<F>) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <input
        type="search"
        aria-label="Filter the denials"
        placeholder="Filter: words in an action, principal or resource"
        value={words}
        maxLength={LONGEST.name}
        onChange={capped(LONGEST.name, (event) => onWords(event.target.value))}
        spellCheck={false}
        autoComplete="off"
        className={`${inputClass} max-w-md min-w-56 flex-1`}
      />
      <div className="relative max-w-full min-w-0 overflow-x-auto whitespace-nowrap">
        <Segmented<F | 'none'>
          label="Sum up by"
          value={by ?? 'none'}
          options={[
            { value: 'none', label: 'Denials' },
            ...fields.map((field) => ({ value: field, label: FIELD_NAMES[field] })),
          ]}
          onChange={(value) => onBy(value === 'none' ? null : value)}
        />
      </div>
      {children}
      {fields
        .filter((field) => picked[field] !== undefined)
        .map((field) => {
          const value = valueName(field, picked[field] ?? null)
          return (
            <Button
              key={field}
              size="small"
              aria-label={`Remove the filter ${FIELD_NAMES[field]}: ${value}`}
              onClick={() => {
                const { [field]: _gone, ...others } = picked
                onPick(others as typeof picked)
              }}
              className="max-w-full min-w-0 shrink!"
            >
              <span className="text-muted">{FIELD_NAMES[field]}</span>
              <span className="truncate">{value}</span>
              <X size={12} aria-hidden className="shrink-0" />
            </Button>
          )
        })}
    </div>
  )
}
