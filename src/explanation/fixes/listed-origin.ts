import { isKeyWith } from '../../facts/keys/condition-keys'
import type { Fix } from '../explanation'

/** Does a fix add the one value to a list of the places that requests may come from? */
const isListed = ({ codes, reach }: Fix): boolean =>
  codes.length === 1 &&
  codes[0] === 'add-exception' &&
  reach.when.length === 1 &&
  reach.when.every(({ key }) => isKeyWith(key, 'origin'))

/**
 * Fixes of a Deny, with the one first that adds the new place to those that the guard lists: that is how such a list is kept,
 * and it exempts nobody from it.
 */
export function asListed(fixes: readonly Fix[]): readonly Fix[] {
  const listed = fixes.filter(isListed)
  if (listed.length === 0) return fixes
  const others = fixes.filter((fix) => !isListed(fix))
  return [...listed, ...others].map((fix) => ({ ...fix, isWider: false }))
}
