import { claimsNoneAllows } from '../denial/denial'
import type { BuiltCase } from '../draft/build/build-case'
import type { PolicyHolder } from '../draft/paste/policy-owner'
import { evaluate, type Known } from '../evaluation/evaluate'
import { layerResult, type UncountedPolicy } from '../explanation/judged-case'
import { isAwsManaged } from '../policy/policy-documents'
import { holderInName } from '../policy/named-holders'

/** Does the boundary by itself deny what AWS says that no identity-based policy allows? AWS would name an explicit deny first. */
function deniesAgainstClaim({ accessCase, denial }: BuiltCase, known: Known): boolean {
  const { boundary } = accessCase.policies
  if (boundary === undefined || !claimsNoneAllows(denial)) return false
  const alone = { ...accessCase, policies: { boundary, otherLayers: 'unknown' as const } }
  return layerResult(evaluate(alone, known), 'boundary')?.status === 'explicitDeny'
}

/**
 * The permissions boundary, where it is plainly not the caller's: its name says which other role or user has it, or it
 * denies explicitly what AWS says failed for want of an Allow.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function boundaryOfAnother(built: BuiltCase, caller: PolicyHolder | null, known: Known): UncountedPolicy | null {
  const { boundary } = built.accessCase.policies
  if (boundary === undefined || caller === null || isAwsManaged(boundary.name)) return null
  const { name, document } = boundary
  const told = { name, text: typeof document === 'string' ? document : '', holder: null }
  if (holderInName(name, caller.name) !== null) return { ...told, toldBy: 'name' }
  return deniesAgainstClaim(built, known) ? { ...told, toldBy: 'denies' } : null
}
