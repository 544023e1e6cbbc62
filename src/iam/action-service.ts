/** The prefix of an action's service, in lower case: "s3" of "s3:GetObject". Empty where it has none. */
export const serviceOfAction = (action: string): string =>
  action.slice(0, Math.max(action.indexOf(':'), 0)).toLowerCase()
