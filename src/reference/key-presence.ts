import { nameOfAction, serviceOfAction } from '../iam/action'
import { splitArn } from '../iam/arn'
import { hasWildcard } from '../iam/wildcard'
import { isBeyondReference } from '../facts/keys/beyond-reference'
import { isOfSession } from '../facts/keys/condition-keys'
import { keyFinder } from './action-keys'
import { typesMatching, withOpenFields } from './arn-template'
import type { Reference } from './reference'
import type {
  ActionReference,
  ActionResource,
  KeyReference,
  ResourceTypeReference,
  ServiceReference,
} from './service-reference'

/** What is asked of the reference here. */
export type KnownServices = Pick<Reference, 'service'>

/** Tags of what is there already: `aws:ResourceTag/`, and the keys of the same meaning that services have of their own. */
const OF_EXISTING = /^[\w-]+:resourcetag\//

const REQUEST_TAG = 'aws:requesttag/'
const TAG_KEYS = 'aws:tagkeys'

/**
 * Of these services the table of actions names, for each type of resource, every key that a check on it can carry; of
 * others the keys of the type count as well. https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
 */
const EXACT: ReadonlySet<string> = new Set(['ec2'])

/** Takes names away and leaves tags as they are. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-tagkeys */
const UNTAGS = /^(?:un|remove|delete)/i

const plain = (name: string) => name.replace(/[^a-z0-9]/gi, '').toLowerCase()

/** Shorter names end too many operations by chance. */
const SHORTEST_TYPE = 4

/** Does the action only make things of this type? Its operation ends in the name of what it makes: `CreateServiceLinkedRole`. */
function makes({ name }: ActionReference, { type }: ActionResource): boolean {
  const made = /^create(.+)$/.exec(plain(name))?.[1]
  const typeName = plain(type.name)
  return made !== undefined && (made === typeName || (typeName.length >= SHORTEST_TYPE && made.endsWith(typeName)))
}

/** Is it a key that AWS's tables name with a type of resource and that a check on it can carry? In lower case. */
function isOfType(
  service: ServiceReference,
  action: ActionReference,
  resource: ActionResource,
  lowerKey: string,
): boolean {
  const { keys, type } = resource
  if (isNamed(keys, lowerKey)) return true
  // What a request passes stands with the action that takes it.
  if (EXACT.has(service.prefix) || lowerKey.startsWith(REQUEST_TAG) || lowerKey === TAG_KEYS) return false
  return isNamed(type.keys, lowerKey) && !(OF_EXISTING.test(lowerKey) && makes(action, resource))
}

/** On which of an action's types of resources a check can carry a key. */
type Carrying = 'all' | 'none' | readonly ActionResource[]

const CARRYING = new WeakMap<ActionReference, Map<string, Carrying>>()

/** Then they are forgotten. */
const MOST_CARRYING = 100

function carryingTypes(service: ServiceReference, action: ActionReference, lowerKey: string): Carrying {
  let known = CARRYING.get(action)
  if (known === undefined || known.size >= MOST_CARRYING) CARRYING.set(action, (known = new Map()))
  let carrying = known.get(lowerKey)
  if (carrying === undefined) {
    const found = action.resources.filter((one) => isOfType(service, action, one, lowerKey))
    carrying = found.length === 0 ? 'none' : found.length === action.resources.length ? 'all' : found
    known.set(lowerKey, carrying)
  }
  return carrying
}

/**
 * The operation that makes a resource, as the check of its tags at creation carries it: the id of what is being made is `*`.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/supported-iam-actions-tagging.html
 */
const CREATE_ACTION: ReadonlySet<string> = new Set(['ec2:createaction', 'elasticloadbalancing:createaction'])

/** Is it a key that only the check on what is being made carries, whose id is then `*`? */
export const isOfMaking = (lowerKey: string): boolean => CREATE_ACTION.has(lowerKey)

/** The ARN of a thing of this kind while it is being made. */
export const madeLike = (arn: string): string =>
  `${arn.slice(0, Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1)}*`

/**
 * Does AWS itself own the resource? The account of its ARN is empty, where resources of its type have one. What is AWS's has
 * no tags. https://docs.aws.amazon.com/systems-manager/latest/userguide/documents.html
 */
function isOfAws(resource: string, typesOf: () => readonly ResourceTypeReference[]): boolean {
  if (splitArn(resource)?.[4] !== '') return false
  const types = typesOf()
  return types.length > 0 && types.every(({ arn }) => /[$<{]Account/.test(splitArn(arn)?.[4] ?? ''))
}

const NAMED = new WeakMap<readonly KeyReference[], (lowerKey: string) => boolean>()

/** Is a key in lower case one of these? */
function isNamed(keys: readonly KeyReference[], lowerKey: string): boolean {
  let isOne = NAMED.get(keys)
  if (isOne === undefined) NAMED.set(keys, (isOne = keyFinder(keys)))
  return isOne(lowerKey)
}

const PLACED = new WeakMap<ServiceReference, readonly KeyReference[]>()

/** The keys that the tables of a service name with an action or a type of resource, each once. */
function placedKeys(service: ServiceReference): readonly KeyReference[] {
  let keys = PLACED.get(service)
  if (keys === undefined) {
    const all = [...service.byName.values()].flatMap((action) => [
      ...action.keys,
      ...action.resources.flatMap((resource) => [...resource.keys, ...resource.type.keys]),
    ])
    keys = [...new Map(all.map((key) => [key.name.toLowerCase(), key])).values()]
    PLACED.set(service, keys)
  }
  return keys
}

const passesTags = (keys: readonly KeyReference[]): boolean =>
  keys.some(({ name }) => name.toLowerCase().startsWith(REQUEST_TAG))

const GLOBAL = 'aws:'

/** Is the key one of the global ones that AWS's tables list by action and type? */
const isTagKey = (lowerKey: string): boolean =>
  lowerKey === TAG_KEYS || lowerKey.startsWith(REQUEST_TAG) || lowerKey.startsWith('aws:resourcetag/')

/** Does it hang on the action and the type of resource whether a request can carry the key? */
export const isOfAction = (lowerKey: string): boolean => !lowerKey.startsWith(GLOBAL) || isTagKey(lowerKey)

/**
 * Which condition keys, in lower case, no check of the action on the resource carries, by AWS's service reference. What
 * is not loaded, and keys that no service lists, are not told of. Of an ARN that fits several types each may be meant.
 */
export function neverInReference(
  { service: find }: KnownServices,
  lowerAction: string,
  resource: string,
): (lowerKey: string) => boolean {
  const prefix = serviceOfAction(lowerAction)
  const operation = nameOfAction(lowerAction)
  const told = new Map<string, boolean>()
  let found: readonly ResourceTypeReference[] | null = null
  const typesOf = (action: ActionReference): readonly ResourceTypeReference[] =>
    (found ??= typesMatching(action, withOpenFields(resource)))
  const isNever = (lowerKey: string): boolean => {
    const isGlobal = lowerKey.startsWith(GLOBAL)
    if (!isOfAction(lowerKey)) return false
    const service = find(prefix)
    const action = service?.byName.get(operation)
    if (!service || !action || isOfSession(lowerKey) || isBeyondReference(lowerKey, lowerAction)) return false
    if (!isGlobal && !isNamed(service.keys, lowerKey)) {
      const owner = serviceOfAction(lowerKey)
      // A key of another service, which that one lists as its own.
      return owner !== prefix && isNamed(find(owner)?.keys ?? [], lowerKey)
    }
    // A key that the service lists, and that stands with no action and no type: the tables don't say where it is.
    if (!isGlobal && !isNamed(placedKeys(service), lowerKey)) return false
    if (isOfMaking(lowerKey) && resource !== '' && !hasWildcard(resource)) return true
    if (OF_EXISTING.test(lowerKey) && isOfAws(resource, () => typesOf(action))) return true
    const isMeant = ({ type }: ActionResource): boolean => {
      const types = typesOf(action)
      return types.length === 0 || types.includes(type)
    }
    const carries = (key: string): boolean => {
      if (isNamed(action.keys, key)) return true
      const carrying = carryingTypes(service, action, key)
      return carrying === 'all' || (carrying !== 'none' && carrying.some(isMeant))
    }
    if (carries(lowerKey)) return false
    if (lowerKey === TAG_KEYS) {
      const passes = passesTags(action.keys) || action.resources.some((one) => passesTags(one.keys) && isMeant(one))
      return !passes && action.level !== 'Tagging'
    }
    if (lowerKey.startsWith(REQUEST_TAG)) return UNTAGS.test(operation) || !carries(TAG_KEYS)
    return true
  }
  return (lowerKey) => {
    let never = told.get(lowerKey)
    if (never === undefined) told.set(lowerKey, (never = isNever(lowerKey)))
    return never
  }
}
