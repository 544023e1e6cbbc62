import { isKeyWith } from '../../facts/keys/condition-keys'
import { ONLY_IN, WITHOUT_REGION } from '../../facts/keys/shared-values'
import { serviceOfAction } from '../../iam/action'
import { own } from '../../text/own'
import type { Fix } from '../explanation'
import { keysOfChanged } from './lifted-guard'
import { OF_CALLER } from './opens-of-fix'

/** Does a fix add the one value to a list of the places that requests may come from? */
const isOfOrigins = ({ codes, reach }: Fix): boolean =>
  codes[0] === 'add-exception' && reach.when.length === 1 && reach.when.every(({ key }) => isKeyWith(key, 'origin'))

/**
 * Does it add the one action, or the one resource, to those that a Deny leaves alone? Of who has the policy anyway, nobody is
 * exempted from it.
 */
const isOfRest = (fix: Fix): boolean =>
  (fix.codes[0] === 'add-to-not-action' || (fix.codes[0] === 'add-to-not-resource' && OF_CALLER.includes(fix.layer))) &&
  // What a request can meet, as a sign-in with MFA or another Region, is met.
  keysOfChanged(fix).every(
    (key) => /^aws:principalarn$/i.test(key) || (/^aws:requestedregion$/i.test(key) && isOfNoRegion(fix)),
  )

/** Is it about a service whose calls go to one Region, whoever makes them? */
const isOfNoRegion = ({ reach }: Fix): boolean =>
  reach.actions.patterns.every((one) => {
    const service = serviceOfAction(one)
    return WITHOUT_REGION.includes(service) || own(ONLY_IN, service) !== undefined
  })

const isListed = (fix: Fix): boolean => fix.codes.length === 1 && (isOfOrigins(fix) || isOfRest(fix))

/**
 * Fixes of a Deny, with the one first that adds the new place, or the action, to those that the guard lists: that is how such
 * a list is kept, and it exempts nobody from it.
 */
export function asListed(fixes: readonly Fix[]): readonly Fix[] {
  const listed = fixes.filter(isListed)
  if (listed.length === 0) return fixes
  const others = fixes.filter((fix) => !isListed(fix))
  return [...listed, ...others].map((fix) => ({ ...fix, isWider: false }))
}
