import { DENIAL_FIELDS } from '../../../trail/store/denial-fields'
import { Segmented } from '../../ui/Segmented'
import { changeEventLook } from '../../state/log/trail-store'
import type { EventTrail } from '../../state/log/trail-look'
import { FilterRow } from './FilterRow'

/** Which denials of a trail are looked at; those that an earlier trail does not have, where there is one. */
export function EventFilter({ trail: { look, earlier } }: { readonly trail: EventTrail }) {
  const { filter, by } = look
  const change = (part: Partial<typeof filter>) => changeEventLook({ filter: { ...filter, ...part }, limit: 100 })
  return (
    <FilterRow
      fields={DENIAL_FIELDS}
      words={filter.words}
      onWords={(words) => change({ words })}
      by={by}
      onBy={(next) => changeEventLook({ by: next, sort: { field: 'count', descending: true }, limit: 100 })}
      picked={filter.fields}
      onPick={(fields) => change({ fields })}
    >
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
    </FilterRow>
  )
}
