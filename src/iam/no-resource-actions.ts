import names from './no-resource-actions.json'

/**
 * Actions that take no resource, so that only `"Resource": "*"` covers them: most that read and some that write, of the services that people
 * use most. The whole list stands in the service authorization reference.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const NO_RESOURCE_ACTIONS: readonly string[] = Object.entries(names).flatMap(([service, list]) =>
  list.split(' ').map((name) => `${service}:${name}`),
)

const LOWER: ReadonlySet<string> = new Set(NO_RESOURCE_ACTIONS.map((action) => action.toLowerCase()))

/** Does an action take no resource for certain? False: it takes one, or it is none of the actions known here. */
export const takesNoResource = (action: string): boolean => LOWER.has(action.toLowerCase())
