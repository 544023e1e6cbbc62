import { X } from 'lucide-react'
import { GROUP_FIELDS, type GroupField } from '../../../trail/log-view'
import { Button } from '../../ui/Button'
import { inputClass } from '../../ui/Field'
import { Segmented } from '../../ui/Segmented'
import { FIELD_NAMES, valueName } from './trail-messages'
import { changeLook, type TrailLook } from '../../state/log/trail-store'

const CHOICES = [
  { value: 'none', label: 'Denials' },
  ...GROUP_FIELDS.map((field) => ({ value: field, label: FIELD_NAMES[field] })),
] as const

/** What is looked at: words, values that were picked, and what the log is summed up by. */
export function TrailFilter({ look: { filter, by } }: { readonly look: TrailLook }) {
  const picked = GROUP_FIELDS.filter((field) => filter.fields[field] !== undefined)
  const drop = (field: GroupField) => {
    const { [field]: _gone, ...fields } = filter.fields
    changeLook({ filter: { ...filter, fields } })
  }
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <input
        type="search"
        aria-label="Filter the denials"
        placeholder="Filter: words in an action, principal or resource"
        value={filter.words}
        onChange={(event) => changeLook({ filter: { ...filter, words: event.target.value } })}
        spellCheck={false}
        autoComplete="off"
        className={`${inputClass} max-w-md flex-1`}
      />
      <Segmented<GroupField | 'none'>
        label="Sum up by"
        value={by ?? 'none'}
        options={CHOICES}
        onChange={(value) =>
          changeLook({ by: value === 'none' ? null : value, sort: { field: 'count', descending: true } })
        }
      />
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
