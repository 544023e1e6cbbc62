/** How far the resources of a policy go: those that were used, what begins like them, or all of their type. */
export const RESOURCE_REACHES = ['exact', 'prefix', 'type'] as const

/** One of the reaches. */
export type ResourceReach = (typeof RESOURCE_REACHES)[number]
