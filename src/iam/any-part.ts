/** What stands for a part of a name that nobody knows, where a policy has a wildcard. */
export const ANY_PART = '<any>'
