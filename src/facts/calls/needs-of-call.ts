import { accountOfArn, parseArn, parseRoleArn, roleOfSession } from '../../iam/arn'
import { isCall, isOneOf } from '../../iam/call-patterns'
import { actionsOfOperation } from '../../iam/operations'
import { CALL_FACTS, type CallFact } from './call-facts'
import { CHECKED_RESOURCES } from './checked-resources'
import { PASSED_ROLES, PASSING_CALLERS, type PassedRole } from './passed-roles'

/** The rows of the roles that a call hands over, as `service:Operation`. */
const passedBy = (call: string): readonly PassedRole[] =>
  PASSED_ROLES.filter(({ calls }) => isCall(calls, call.toLowerCase()))

/** The service that a call, as `service:Operation`, hands its role to; null: unknown, or one of several. */
export function roleTakerOf(call: string): string | null {
  const takers = new Set(passedBy(call).map(({ to }) => to))
  return takers.size === 1 ? ([...takers][0] ?? null) : null
}

/** The same, where AWS’s pages say it of each such row. */
export const sureTakerOf = (call: string): string | null =>
  passedBy(call).every(({ confirmed }) => confirmed !== 'unconfirmed') ? roleTakerOf(call) : null

/** The service that a caller is made to hand roles to, by its ARN; null: nothing says it. */
export const takerOfCaller = (caller: string, role: string): string | null =>
  PASSING_CALLERS.find((row) => row.caller.test(caller) && (row.isOwnRole !== true || isSessionOf(caller, role)))?.to ??
  null

/** Is a caller a session of this role? A session names its role without the path. */
function isSessionOf(caller: string, role: string): boolean {
  const session = parseArn(caller)
  const name = parseRoleArn(role)?.name
  return session !== null && name === roleOfSession(session) && session.account === accountOfArn(role)
}

/** Does an action hand a role over, by the registry, or by what AWS lists for it? */
export const handsRole = (action: string, listed: readonly string[] = []): boolean =>
  passedBy(action).length > 0 || listed.includes('iam:PassRole')

/** The service that calls KMS with the permissions of who makes this call, as `service:operation`; null: none that is known. */
export function kmsCallerOf(call: string): string | null {
  const lower = call.toLowerCase()
  const row = (Object.values(CALL_FACTS) as readonly CallFact[]).find(
    ({ calls, exceptCalls, needs }) =>
      needs.some((action) => action.startsWith('kms:')) && !isOneOf(exceptCalls ?? [], lower) && isCall(calls, lower),
  )
  const found = lower.startsWith(':') ? row?.calls.find((one) => isCall([one], lower)) : row && lower
  const service = found?.split(':', 1)[0]
  return service === undefined || service === '*' || service === 'kms' ? null : service
}

/** The needs of a row that a call, as `service:Operation`, has: all of them, or the one of what it creates. */
export function needsOfCall({ needs, needsOfCreated }: CallFact, call: string): readonly string[] {
  if (needsOfCreated !== true) return needs
  const created = /:create(\w+)$/i.exec(call)?.[1]?.toLowerCase()
  return created === undefined ? needs : needs.filter((action) => action.toLowerCase().endsWith(`tag${created}`))
}

/** The further actions that a call of this name often needs, and those that AWS lists for it. */
export const furtherActionsOf = (action: string, listed: readonly string[] = []): readonly string[] => [
  ...new Set([
    ...(Object.values(CALL_FACTS) as readonly CallFact[])
      .filter(({ calls, isOnlyNamed, isRare }) => !isOnlyNamed && !isRare && isOneOf(calls, action))
      .flatMap((row) => needsOfCall(row, action)),
    ...listed,
  ]),
]

/** Calls of which every one makes further checks: on several resources, or on the role that it hands over. */
const SEVERAL: readonly string[] = [
  ...CHECKED_RESOURCES.filter(({ on }) => on.filter(({ is }) => is !== 'named').length > 1).flatMap(
    ({ calls }) => calls,
  ),
  ...PASSED_ROLES.filter(({ isAlways }) => isAlways).flatMap(({ calls }) => calls),
]

const SEVERAL_NAMES: ReadonlySet<string> = new Set(SEVERAL)

const SEVERAL_PATTERNS = SEVERAL.filter((call) => call.includes('*'))

/** Does every call of this name, in lower case, make further checks? */
export const makesSeveralChecks = (lowerName: string): boolean =>
  SEVERAL_NAMES.has(lowerName) || isOneOf(SEVERAL_PATTERNS, lowerName)

/** Can a call, as `service:Operation`, be refused for an action: its own, or one that it needs besides? */
export function canNeed(call: string, action: string): boolean {
  const lower = call.toLowerCase()
  const [service = '', operation = ''] = call.split(':')
  return (
    actionsOfOperation(service, operation).some((own) => isOneOf([own], action)) ||
    (Object.values(CALL_FACTS) as readonly CallFact[]).some(
      (row) =>
        isOneOf(needsOfCall(row, lower), action) && isCall(row.calls, lower) && !isOneOf(row.exceptCalls ?? [], lower),
    )
  )
}
