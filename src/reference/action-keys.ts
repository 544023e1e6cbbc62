import { templateToGlob } from './arn-template'
import { globsIntersect } from './glob'
import type { ActionReference, KeyReference, ServiceReference } from './service-reference'

/** The tag name that the reference writes where the policy puts its own. */
const TAG_NAME = /\/tag-key$/

const keyGlob = (name: string) => templateToGlob(name.toLowerCase()).replace(TAG_NAME, '/*')

/** Is this the documented key, or one of its kind, as aws:RequestTag/team is of aws:RequestTag/${TagKey}? Case does not count. */
export function matchKeyName(documented: string, written: string): boolean {
  const glob = keyGlob(documented)
  const key = written.toLowerCase().replace(/[*?]/g, '-')
  return glob === key || (glob.includes('*') && globsIntersect(glob, key))
}

/** The condition keys that a request for this action can carry, besides the global ones. */
export function keysOf(action: ActionReference): readonly KeyReference[] {
  const all = [...action.keys, ...action.resources.flatMap(({ keys, type }) => [...keys, ...type.keys])]
  return [...new Map(all.map((key) => [key.name.toLowerCase(), key])).values()]
}

/** A key of the service as the policy writes it; null when the service has none of this name. */
export function findKey(service: ServiceReference, written: string): KeyReference | null {
  return service.keys.find((key) => matchKeyName(key.name, written)) ?? null
}
