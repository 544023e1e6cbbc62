import type { AccessCase } from '../../case/access-case'
import type { DecisionChange } from '../change/compare-decisions'
import type { PolicySets } from '../change/policy-sets'

/** A call that is decided otherwise, as a case under the policies after the change. Of layers that are not given nothing is known. */
export function caseOfChange({ sample, action }: DecisionChange, { after }: Pick<PolicySets, 'after'>): AccessCase {
  return {
    version: 1,
    title: `${action} after the change`,
    request: sample,
    policies: { ...after, otherLayers: 'unknown' },
  }
}
