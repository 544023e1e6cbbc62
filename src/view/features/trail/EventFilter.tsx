import { X } from 'lucide-react'
import { DENIAL_FIELDS, type DenialField } from '../../../trail/store/denial-index'
import { Button } from '../../ui/Button'
import { inputClass } from '../../ui/Field'
import { Segmented } from '../../ui/Segmented'
import { changeEventLook, type EventTrail } from '../../state/log/trail-store'
import { FIELD_NAMES, valueName } from './trail-messages'

const CHOICES = [
  { value: 'none', label: 'Denials' },
  ...DENIAL_FIELDS.map((field) => ({ value: field, label: FIELD_NAMES[field] })),
] as const

/** Which denials of a trail are looked at, and what they are summed up by. All that is picked holds together. */
export function EventFilter({ trail: { look, earlier } }: { readonly trail: EventTrail }) {
  const { filter, by } = look
  const picked = DENIAL_FIELDS.filter((field) => filter.fields[field] !== undefined)
  const change = (part: Partial<typeof filter>) => changeEventLook({ filter: { ...filter, ...part }, limit: 100 })
  const drop = (field: DenialField) => {
    const { [field]: _gone, ...fields } = filter.fields
    change({ fields })
  }
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <input
        type="search"
        aria-label="Filter the denials"
        placeholder="Filter: words in an action, principal or resource"
        value={filter.words}
        onChange={(event) => change({ words: event.target.value })}
        spellCheck={false}
        autoComplete="off"
        className={`${inputClass} max-w-md min-w-56 flex-1`}
      />
      <div className="relative max-w-full min-w-0 overflow-x-auto whitespace-nowrap">
        <Segmented<DenialField | 'none'>
          label="Sum up by"
          value={by ?? 'none'}
          options={CHOICES}
          onChange={(value) =>
            changeEventLook({
              by: value === 'none' ? null : value,
              sort: { field: 'count', descending: true },
              limit: 100,
            })
          }
        />
      </div>
      {earlier !== null && !earlier.isReading && (
        <Segmented<'all' | 'new'>
          label="Compared with the earlier trail"
          value={filter.isNew ? 'new' : 'all'}
          options={[
            { value: 'all', label: 'All' },
            { value: 'new', label: 'New since the earlier trail' },
          ]}
          onChange={(value) => change({ isNew: value === 'new' })}
        />
      )}
      {picked.map((field) => (
        <Button
          key={field}
          size="small"
          aria-label={`Remove the filter ${FIELD_NAMES[field]}: ${valueName(field, filter.fields[field] ?? null)}`}
          onClick={() => drop(field)}
          className="max-w-full min-w-0 shrink!"
        >
          <span className="text-muted">{FIELD_NAMES[field]}</span>
          <span className="truncate">{valueName(field, filter.fields[field] ?? null)}</span>
          <X size={12} aria-hidden className="shrink-0" />
        </Button>
      ))}
    </div>
  )
}
