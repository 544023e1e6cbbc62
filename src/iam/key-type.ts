/** The type of a condition key's value. */
export type KeyType = 'string' | 'arn' | 'bool' | 'numeric' | 'date' | 'ip'
