import { serviceOfAction, splitAction } from '../iam/action'
import { compileGlob, hasWildcard, matchGlob } from '../iam/wildcard'
import type { Reference } from './reference'
import type { ActionReference, ServiceReference } from './service-reference'

/** The actions of the service that a pattern of names matches, in the order of the reference. */
export function expandAction(namePattern: string, service: ServiceReference): readonly ActionReference[] {
  const pattern = namePattern.toLowerCase()
  if (pattern === '*') return service.actions
  if (!hasWildcard(pattern)) {
    const action = service.byName.get(pattern)
    return action ? [action] : []
  }
  const glob = compileGlob(pattern)
  return service.actions.filter((action) => matchGlob(glob, action.name.toLowerCase()))
}

/** The reference of an action string without wildcards; null when it does not exist or its service is not loaded. */
export function actionOf(action: string, reference: Reference): ActionReference | null {
  const parts = splitAction(action)
  return parts ? (reference.service(parts.service)?.byName.get(parts.name.toLowerCase()) ?? null) : null
}

/** Does the action exist? Null when the reference cannot say, because its service is not loaded. */
export function actionExists(action: string, reference: Reference): boolean | null {
  const parts = splitAction(action)
  if (!parts) return false
  if (reference.list && !reference.list.services.has(parts.service)) return false
  const service = reference.service(parts.service)
  return service ? service.byName.has(parts.name.toLowerCase()) : null
}

/** An action as AWS's reference spells it, since IAM takes any case; as it is where the reference cannot say. */
export function spelledAction(action: string, reference: Reference): string {
  const name = actionOf(action, reference)?.name
  return name === undefined ? action : `${serviceOfAction(action)}:${name}`
}
