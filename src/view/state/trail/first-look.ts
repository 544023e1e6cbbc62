import { EVERY_DENIAL, type DenialLook } from '../../../trail/store/denial-look'

/** The look that a trail begins with. */
export const FIRST_TRAIL_LOOK: DenialLook = {
  filter: EVERY_DENIAL,
  by: null,
  sort: { field: 'count', descending: true },
  limit: 100,
}
