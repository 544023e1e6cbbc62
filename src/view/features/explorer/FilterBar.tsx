import { useId } from 'react'
import type { countAnswers, SweepFilter } from '../../../explorer/sweep-rows'
import type { ServiceEntry } from '../../../reference/reference'
import { LEVELS } from '../../../reference/service-reference'
import { Field, inputClass } from '../../ui/Field'
import { Segmented } from '../../ui/Segmented'
import { layerWords } from './words'
import { READING_ORDER, type Layer } from '../../../iam/layers'

interface FilterBarProps {
  readonly services: readonly ServiceEntry[]
  /** A service prefix, or "*" for all of them. */
  readonly service: string
  readonly onService: (prefix: string) => void
  readonly filter: SweepFilter
  readonly onFilter: (filter: SweepFilter) => void
  readonly counts: ReturnType<typeof countAnswers>
}

const count = (name: string, number: number) => `${name} ${number.toLocaleString('en')}`

/** Which service, and which of its actions are shown. */
export function FilterBar({ services, service, onService, filter, onFilter, counts }: FilterBarProps) {
  return (
    <div className="grid grid-cols-2 items-end gap-3 desk:flex desk:flex-wrap">
      <Choice
        label="Service"
        value={service}
        onChange={onService}
        options={[
          ['*', 'All services'],
          ...services.map(({ prefix, name }) => [prefix, `${prefix} (${name})`] as const),
        ]}
        wide
      />
      <Field
        label="Action contains"
        value={filter.text}
        onChange={(event) => onFilter({ ...filter, text: event.target.value })}
        maxLength={100}
        className="w-48 max-w-full"
      />
      <Choice
        label="Access level"
        value={filter.level ?? ''}
        onChange={(level) => onFilter({ ...filter, level: level || null })}
        options={[['', 'Any'], ...Object.values(LEVELS).map((level) => [level, level] as const)]}
      />
      <Choice
        label="Deciding layer"
        value={filter.layer ?? ''}
        onChange={(layer) => onFilter({ ...filter, layer: (layer || null) as Layer | null })}
        options={[['', 'Any'], ...READING_ORDER.map((layer) => [layer, layerWords(layer)] as const)]}
      />
      <Segmented
        className="whitespace-nowrap"
        label="Decision"
        value={filter.decision ?? 'all'}
        onChange={(value) => onFilter({ ...filter, decision: value === 'all' ? null : value })}
        options={[
          { value: 'all', label: count('All', counts.allowed + counts.denied + counts.depends) },
          { value: 'allowed', label: count('Allowed', counts.allowed), tone: 'allow' },
          { value: 'denied', label: count('Denied', counts.denied), tone: 'deny' },
          { value: 'depends', label: count('Depends', counts.depends), tone: 'depends' },
        ]}
      />
    </div>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, text: string])[]
  readonly onChange: (value: string) => void
  readonly wide?: boolean
}

function Choice({ label, value, options, onChange, wide = false }: ChoiceProps) {
  const id = useId()
  return (
    <div className={`max-w-full ${wide ? 'w-72' : 'w-44'}`}>
      <label htmlFor={id} className="mb-1 block text-xs font-medium text-muted">
        {label}
      </label>
      <select id={id} className={inputClass} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}
