import { NO_REFERENCE, type Reference } from '../../reference/reference'
import type { Policy } from '../policy'
import { ACTION_CHECKS } from './action-checks'
import type { Check, CheckFinding, PolicyBeside } from './check'
import { CONDITION_CHECKS } from './condition-checks'
import { CONTROL_CHECKS } from './control-checks'
import { DOCUMENT_CHECKS } from './document-checks'
import { GRANT_CHECKS } from './grant-checks'
import { GUARD_CHECKS } from './guard-checks'
import { IDENTIFIER_CHECKS } from './identifier-checks'
import { actionsOfStatements } from './known-actions'
import { PRINCIPAL_CHECKS } from './principal-checks'
import { REDUNDANCY_CHECKS } from './redundancy-checks'
import { RESOURCE_CHECKS } from './resource-checks'
import { SHAPE_CHECKS } from './shape-checks'
import { TAG_CHECKS } from './tag-checks'
import { TRUST_CHECKS } from './trust-checks'
import { VALUE_CHECKS } from './value-checks'
import type { Layer } from '../../iam/layers'

/** All checks, in the order in which their findings are told. */
export const CHECKS: readonly Check[] = [
  ...DOCUMENT_CHECKS,
  ...CONTROL_CHECKS,
  ...PRINCIPAL_CHECKS,
  ...TRUST_CHECKS,
  ...ACTION_CHECKS,
  ...RESOURCE_CHECKS,
  ...CONDITION_CHECKS,
  ...TAG_CHECKS,
  ...VALUE_CHECKS,
  ...SHAPE_CHECKS,
  ...GUARD_CHECKS,
  ...IDENTIFIER_CHECKS,
  ...GRANT_CHECKS,
  ...REDUNDANCY_CHECKS,
]

/** Most findings of one check in one policy: more of the same help nobody. */
const MOST_OF_ONE = 50

/** What the checks are told besides the policy. */
export interface CheckOptions {
  readonly type: Layer
  /** The text that the policy was read from; without it nothing is measured or edited. */
  readonly text?: string | null
  /** What is loaded of the reference: checks that need more of it stay silent. */
  readonly reference?: Reference
  /** Actions that a message of AWS itself names, such as that of the denial. */
  readonly namedByAws?: readonly string[]
  /** The other policies that hang on the same holder, where they are known: some checks look at all of them together. */
  readonly beside?: readonly PolicyBeside[]
}

/** What is doubtful in a policy that can be read; what cannot be read is in the policy's own problems. */
export function checkPolicy(
  policy: Policy,
  { type, text = null, reference = NO_REFERENCE, namedByAws = [], beside = [] }: CheckOptions,
): readonly CheckFinding[] {
  const named = new Set(namedByAws.map((action) => action.toLowerCase()))
  const actions = actionsOfStatements(reference)
  const context = { policy, text, type, reference, namedByAws: named, beside, actions }
  const findings: CheckFinding[] = []
  for (const { code, severity, types, find } of CHECKS) {
    if (types?.includes(type) === false) continue
    let count = 0
    for (const { span, data = {}, fixes = [] } of find(context)) {
      if ((count += 1) > MOST_OF_ONE) break
      findings.push({ code, severity, span, data, fixes })
    }
  }
  return findings
}
