/** Calls that nobody signs: a token or an assertion stands for the caller, who has no credentials of AWS yet. */
const UNSIGNED: ReadonlySet<string> = new Set(['sts:assumerolewithsaml', 'sts:assumerolewithwebidentity'])

/** Is it a call that nobody signs? The action in lower case. https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html */
export const isUnsigned = (lowerAction: string): boolean => UNSIGNED.has(lowerAction)
