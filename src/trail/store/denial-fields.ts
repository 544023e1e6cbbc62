/** What the denials of a trail are grouped by. */
export const DENIAL_FIELDS = ['principal', 'action', 'resource', 'pattern', 'layer', 'error', 'cause'] as const

/** A field that denials are grouped by. */
export type DenialField = (typeof DENIAL_FIELDS)[number]
