import { PASSED_ROLES } from '../facts/calls/passed-roles'
import { once } from '../text/once'

/** Calls that always hand over a role, by operation in lower case: who called, and who gets the role. */
const RECEIVERS = once(() => {
  const found = new Map<string, { readonly of: string; readonly to: string } | null>()
  for (const { isAlways, calls, to } of PASSED_ROLES)
    for (const call of isAlways && to !== null ? calls : []) {
      const [service = '', operation = ''] = call.split(':')
      found.set(operation, found.has(operation) ? null : { of: `${service}.amazonaws.com`, to: to ?? '' })
    }
  return found
})

/** The service that is to assume the role which an operation hands over, where the words name but the service that was called. */
export const receiverOf = (operation: string | null, named: string): string | null => {
  const row = RECEIVERS().get((operation ?? '').toLowerCase())
  return row && row.of === named ? row.to : null
}
