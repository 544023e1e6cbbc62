import type { SituationShape } from '../../facts/situations/situation-row'
import { SITUATIONS } from '../../facts/situations/situations'
import { own } from '../../text/own'
import type { Answer } from '../answer'
import { isMissing } from '../causes/hypothetical-case'
import type { JudgedCase } from '../judged-case'

/** A role of the CDK’s bootstrap stack, which has the whole trust of its roles in its template and writes it anew. */
const BOOTSTRAPPED = /:role\/cdk-[a-z\d]{1,20}-(?:deploy|lookup|cfn-exec|(?:file|image)-publishing)-role-/

/** A role of a permission set: Identity Center writes its trust, and nobody else can. */
const OF_IDENTITY_CENTER = /:role\/aws-reserved\/sso\.amazonaws\.com\//

/**
 * Is no statement offered before somebody looked, since the policy is not given: of the trust of a role that may not be there,
 * or that a stack or Identity Center writes, or for a call that itself was not refused?
 */
export function isHeldBack({ accessCase }: JudgedCase, { basis, layer, causes: [first] }: Answer): boolean {
  if (layer === 'trust' && OF_IDENTITY_CENTER.test(accessCase.request.resource)) return true
  if (basis !== 'likely' || first === undefined || first.layer !== layer || layer === 'none') return false
  const row = own<SituationShape>(SITUATIONS, first.code)
  const isOfStack = BOOTSTRAPPED.test(accessCase.request.resource)
  const isWithoutRole = layer === 'trust' && (row?.isPerhapsWithoutRole === true || isOfStack)
  return (isWithoutRole || row?.isBesideCall === true) && isMissing(accessCase, layer)
}
