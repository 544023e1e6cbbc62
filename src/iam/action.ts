/** An action in its two parts: `s3:Get*` is service s3, name Get*. */
export interface ActionName {
  readonly service: string
  readonly name: string
}

/** Splits an action at its colon; null where there is none. The prefix is in lower case: IAM ignores its case. */
export function splitAction(action: string): ActionName | null {
  const colon = action.indexOf(':')
  return colon === -1 ? null : { service: action.slice(0, colon).toLowerCase(), name: action.slice(colon + 1) }
}

/** The service of an action, in lower case: "s3" of "s3:GetObject". Empty where it has none. */
export const serviceOfAction = (action: string): string =>
  action.slice(0, Math.max(action.indexOf(':'), 0)).toLowerCase()

/** The name of an action as it is written: "GetObject" of "s3:GetObject", and of "GetObject", which has no service. */
export const nameOfAction = (action: string): string => action.slice(action.indexOf(':') + 1)

/** Actions that a policy has to write with an asterisk behind them. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-edge-permissions.html */
const WITH_ASTERISK = /^lambda:(?:Enable|Disable)Replication$/i

/** An action as a policy has to write it. */
export const writtenAction = (action: string): string => (WITH_ASTERISK.test(action) ? `${action}*` : action)
