import { splitArn, firstInPath } from '../iam/arn'

/** Services whose resources get an id when they are made: AWS asks for `TYPE/*` as long as there is none. */
const GIVING_IDS: ReadonlySet<string> = new Set(['ec2', 'elasticloadbalancing'])

/** What a launch makes; everything else that it asks for is there already. */
const MADE_BY_LAUNCH: ReadonlySet<string> = new Set([
  'instance',
  'volume',
  'network-interface',
  'spot-instances-request',
  'elastic-gpu',
  'elastic-inference',
])

/** Operations that make a thing; what they are asked for besides, such as its tags, is of that thing. */
const MAKES = /:(?:create|run|import|allocate|register|request)/

/** Actions on what they make, or may make. */
const MAKES_OR_PUTS = /:(?:create|run|import|allocate|register|request|put|copy|restore|start|tag|add|publish|upload)/

/** Can an action make something, or set what it is? */
export const mayMake = (action: string): boolean => MAKES_OR_PUTS.test(action.toLowerCase())

/** Does an action only set tags? */
const TAGS = /:(?:tag|createtags|addtags|untag)/

/** Is it a check of the tags that a call gives to what it makes? Of the operation, in lower case. */
export const isTagCheckOfNew = (action: string | null, operation: string | null): boolean =>
  action !== null &&
  operation !== null &&
  TAGS.test(action.toLowerCase()) &&
  MAKES.test(operation) &&
  !TAGS.test(operation)

/** Is it a check of the tags of what has no id yet? AWS writes `*` for the id. */
export const isTagCheckWithoutId = (action: string | null, resource: string | null): boolean => {
  const [, , service = '', , , own = ''] = (resource === null ? null : splitArn(resource)) ?? []
  return action !== null && TAGS.test(action.toLowerCase()) && GIVING_IDS.has(service) && own.endsWith('/*')
}

/** Is the resource that AWS asks for being made by the call, or there already? null: its ARN does not tell. */
export function resourceState(
  action: string | null,
  resource: string | null,
  operation: string | null = null,
): 'new' | 'existing' | null {
  if (isTagCheckOfNew(action, operation)) return 'new'
  const parts = resource === null ? null : splitArn(resource)
  if (parts === null || action === null) return null
  const [, , service, , , own] = parts
  if (!GIVING_IDS.has(service)) return MAKES_OR_PUTS.test(action.toLowerCase()) ? 'new' : null
  const type = firstInPath(own)
  if (action.toLowerCase() === 'ec2:runinstances' && !MADE_BY_LAUNCH.has(type)) return 'existing'
  return own.endsWith('*') ? 'new' : 'existing'
}

/** Is it named by the id that it got when it was made? */
export const isById = (resource: string | null): boolean => /[:/][a-z]+-[\da-f]{8,17}$/.test(resource ?? '')
