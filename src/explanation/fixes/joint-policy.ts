/** A call that AWS refused: its action, and the resource as the message names it. */
export interface RefusedCall {
  readonly action: string
  readonly resource: string
}

/**
 * The least identity-based policy that allows several calls: a statement for each resource, with the actions that were
 * asked of it. Actions of one statement reach each resource of it, so that resources are not put together.
 */
export function jointPolicy(calls: readonly RefusedCall[]): string {
  const byResource = new Map<string, string[]>()
  for (const { action, resource } of calls) {
    const actions = byResource.get(resource) ?? []
    if (!actions.some((other) => other.toLowerCase() === action.toLowerCase())) actions.push(action)
    byResource.set(resource, actions)
  }
  const statements = [...byResource].map(([resource, actions]) => ({
    Effect: 'Allow',
    Action: actions.length === 1 ? actions[0] : actions,
    Resource: resource,
  }))
  return JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)
}
