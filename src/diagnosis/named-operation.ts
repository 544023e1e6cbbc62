import type { Denial } from '../denial/denial'
import { actionsOfOperation } from '../iam/operations'
import type { Reference } from '../reference/reference'
import { onlyOne } from '../text/only-one'
import { operationAlone } from './operation-alone'

/** Operations whose actions are called otherwise, so that another service alone has an action of that name. */
const SAID_BY_OTHERS =
  /^(?:(?:Create|Delete|Get|Update|TestInvoke)(?:Authorizer|DomainName|Stages?|Apis?|ApiKey|Route|Deployments|Models|Usage|Account|Type|Webhook|Query)|(?:Create|Delete|Put|Update|List)(?:Budget|Notification|ReportDefinition|TestCases?|MultipartUploads|Parts|Network)|DetectEntities|Suggest|DisconnectParticipant|Describe(?:View|Namespace)|DeleteAccessToken|BatchGetSession)$/

/** The one service that has an action of this name. */
const holderOf = (operation: string, { actions }: Reference): string | undefined =>
  SAID_BY_OTHERS.test(operation)
    ? undefined
    : onlyOne(
        [...(actions?.services ?? [])].flatMap(([prefix, { names }]) => (names.includes(operation) ? [prefix] : [])),
      )

/** Denials with the actions of operations that they name without a service, where one service alone has such an action, as far as the reference is loaded. */
export function withServices(denials: readonly Denial[], reference: Reference | undefined): readonly Denial[] {
  if (reference === undefined || denials.every((one) => operationAlone(one) === null)) return denials
  const holders = new Map<string, string | undefined>()
  return denials.map((denial) => {
    const operation = operationAlone(denial)
    if (operation === null) return denial
    if (!holders.has(operation)) holders.set(operation, holderOf(operation, reference))
    const service = holders.get(operation)
    const [action] = service === undefined ? [] : actionsOfOperation(service, operation)
    return service === undefined || action === undefined
      ? denial
      : { ...denial, inferred: { ...denial.inferred, action, service } }
  })
}
