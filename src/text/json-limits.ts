/** Caps on what is read as JSON, far above IAM's own quotas (the largest policy text IAM takes has 131,072 characters). */
const MAX_JSON_LENGTH = 1_000_000
/** How deep values may stand in each other. */
export const MAX_JSON_DEPTH = 64
/** How many values a text may hold. */
export const MAX_JSON_VALUES = 200_000

/** How much JSON is read at once. */
export interface JsonLimits {
  readonly length: number
  readonly values: number
}

/** The caps for a document that is judged; evidence around documents may be larger. */
export const JSON_LIMITS: JsonLimits = { length: MAX_JSON_LENGTH, values: MAX_JSON_VALUES }
