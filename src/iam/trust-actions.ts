import type { Layer } from './layers'

const TRUST_ACTIONS: ReadonlySet<string> = new Set(['sts:tagsession', 'sts:setsourceidentity', 'sts:setcontext'])

/** Actions that assume a role: the role's trust policy decides, and has to allow. */
export function isTrustAction(action: string): boolean {
  const lower = action.toLowerCase()
  return lower.startsWith('sts:assumerole') || TRUST_ACTIONS.has(lower)
}

/** The type of the policies in a layer: where a role is assumed, the resource-based policy is its trust policy. */
export const policyTypeOf = <Named extends string>(layer: Named, action: string | null): Named | Layer =>
  layer === 'resource' && action !== null && isTrustAction(action) ? 'trust' : layer
