import type { SituationShape } from '../facts/situations/situation-row'
import { SITUATIONS } from '../facts/situations/situations'
import type { Denial } from './denial'

/** What a service asked for by itself is not what the operation asks for that somebody called. */
export const asService = (situation: Denial['situation'], inferred: Denial['inferred']): Denial['inferred'] => {
  if (situation === undefined) return inferred
  const { refused, actions = [] }: SituationShape = SITUATIONS[situation]
  const { action, ...others } = inferred
  const isOther = refused?.endsWith('.amazonaws.com') === true && action !== undefined && actions.length > 0
  return isOther && !actions.includes(action) ? others : inferred
}
