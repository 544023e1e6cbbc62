import { GROUP_FIELDS } from '../../../trail/log-filter'
import { changeLook } from '../../state/log/trail-store'
import type { TrailLook } from '../../state/log/trail-look'
import { FilterRow } from './FilterRow'

/** Which denials of an application's log are looked at. */
export function TrailFilter({ look: { filter, by } }: { readonly look: TrailLook }) {
  return (
    <FilterRow
      fields={GROUP_FIELDS}
      words={filter.words}
      onWords={(words) => changeLook({ filter: { ...filter, words } })}
      by={by}
      onBy={(next) => changeLook({ by: next, sort: { field: 'count', descending: true } })}
      picked={filter.fields}
      onPick={(fields) => changeLook({ filter: { ...filter, fields } })}
    />
  )
}
