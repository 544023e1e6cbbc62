import type { Call } from '../../denial/call'
import { keysOfParameters, type ToldKey } from '../../facts/calls/parameter-keys'
import { parameterValues } from '../../facts/calls/parameter-values'
import { parseArn } from '../../iam/arn'
import { isOfOperation } from '../../iam/operations'

/** What the call tells of the condition keys of its action; a value of null is a key that it does not carry. */
export function keysOfCall(call: Call | undefined, action: string, resource: string): readonly ToldKey[] {
  if (call === undefined || !isOfOperation(action, call.service, call.operation)) return []
  const type = parseArn(resource)?.resource.split(/[/:]/, 1)[0] ?? null
  const { parameters, isWhole, unread } = call
  return keysOfParameters(parameterValues(parameters), action, type, isWhole || unread !== undefined, unread)
}
