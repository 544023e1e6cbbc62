import { templateToGlob } from './arn-placeholder'
import { matchWildcard } from '../iam/wildcard'
import type { ActionReference, KeyReference, ServiceReference } from './service-reference'

/** The tag name that the reference writes where the policy puts its own. */
const TAG_NAME = /\/tag-key$/

const HOLES = /\$\{|<|\/tag-key$/

/** A documented name in lower case, and as a pattern where a part of it is the author's own. */
interface KeyName {
  readonly lower: string
  readonly glob: string | null
}

const NAMES = new WeakMap<object, KeyName>()

function nameOf(documented: Pick<KeyReference, 'name'>): KeyName {
  let name = NAMES.get(documented)
  if (name === undefined) {
    const lower = documented.name.toLowerCase()
    name = { lower, glob: HOLES.test(lower) ? templateToGlob(lower).replace(TAG_NAME, '/*') : null }
    NAMES.set(documented, name)
  }
  return name
}

/** Is this the documented key, or one of its kind, as aws:RequestTag/team is of aws:RequestTag/${TagKey}? Case does not count. */
export function matchKeyName(documented: Pick<KeyReference, 'name'>, written: string): boolean {
  const { lower, glob } = nameOf(documented)
  const key = written.toLowerCase()
  return glob === null ? lower === key : matchWildcard(glob, key)
}

/** Tells of a key in lower case whether it is one of these: names without a part of the author's own are looked up, the others tried. */
export function keyFinder(keys: readonly KeyReference[]): (lowerKey: string) => boolean {
  const names = keys.map(nameOf)
  const whole = new Set(names.filter(({ glob }) => glob === null).map(({ lower }) => lower))
  const globs = names.flatMap(({ glob }) => glob ?? [])
  return (lowerKey) => whole.has(lowerKey) || globs.some((glob) => matchWildcard(glob, lowerKey))
}

/** Does a request for the action carry this key of its service? */
export const carriesKey = (action: ActionReference, key: KeyReference): boolean =>
  action.keys.includes(key) || action.resources.some(({ keys, type }) => keys.includes(key) || type.keys.includes(key))

/** The condition keys that a request for this action can carry, besides the global ones. */
export function keysOf(action: ActionReference): readonly KeyReference[] {
  const all = [...action.keys, ...action.resources.flatMap(({ keys, type }) => [...keys, ...type.keys])]
  return [...new Map(all.map((key) => [key.name.toLowerCase(), key])).values()]
}

/** A key of the service as the policy writes it; null when the service has none of this name. */
export function findKey(service: ServiceReference, written: string): KeyReference | null {
  return service.keys.find((key) => matchKeyName(key, written)) ?? null
}
