import { principalsNamedIn } from '../denial/service-callers'
import { matchWildcard } from '../iam/wildcard'
import { once } from '../text/once'
import { onlyOne } from '../text/only-one'
import { LINKED_ROLES } from './linked-roles'

const IN_ARN = /:role\/aws-service-role\/([a-z\d.-]{3,60}\.amazonaws\.com)\//g

const NAMED = once(() => LINKED_ROLES.map(({ role, service }) => ({ service, name: new RegExp(`\\b${role}\\b`) })))

const KNOWN: ReadonlySet<string> = new Set(LINKED_ROLES.map(({ service }) => service))

/** The service whose service-linked role a sentence speaks of: by the role's ARN or name, or by the name of the service. */
export function linkedServiceIn(text: string): string | undefined {
  const inArns = [...text.matchAll(IN_ARN)].map(([, service]) => service!)
  if (inArns.length > 0) return onlyOne(inArns)
  const byRole = NAMED()
    .filter(({ name }) => name.test(text))
    .map(({ service }) => service)
  return onlyOne(byRole.length > 0 ? byRole : principalsNamedIn(text).filter((one) => KNOWN.has(one)))
}

/** The service whose service-linked role a call makes the first time, where it is one. */
export const linkedServiceOf = (operation: string): string | undefined =>
  onlyOne(
    LINKED_ROLES.filter(({ calls }) => calls.some((call) => matchWildcard(call, operation))).map(
      ({ service }) => service,
    ),
  )

/** The service whose service-linked role a call can lack: the one that it makes, or else the only one of its service. */
export const linkedServiceBehind = (operation: string): string | undefined => {
  const made = linkedServiceOf(operation)
  if (made !== undefined) return made
  const prefix = operation.split(':', 1)[0] ?? ''
  if (prefix === '') return undefined
  return onlyOne(
    LINKED_ROLES.filter(({ calls }) => calls.some((call) => call.startsWith(`${prefix}:`))).map(
      ({ service }) => service,
    ),
  )
}
