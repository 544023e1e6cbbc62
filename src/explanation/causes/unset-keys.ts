import { namedParameters } from '../../draft/build/named-parameter'
import type { ElementResult } from '../../evaluation/evaluation'
import { keyRow } from '../../facts/keys/condition-keys'
import { serviceOfAction } from '../../iam/action'
import { isOfOperation } from '../../iam/operations'
import type { JudgedCase } from '../judged-case'

/** A key of a service itself, of which nothing is known but its name: no tag, and none that the registry tells when it is there. */
const isPlain = (key: string, service: string): boolean =>
  key.toLowerCase().startsWith(`${service}:`) && !/[/$]/.test(key) && keyRow(key)?.presence === undefined

/** The keys of open tests for which the call that failed, shown as a whole, sets no parameter of their name. */
export function unsetKeys({ denial, accessCase }: JudgedCase, tests: readonly ElementResult[]): readonly string[] {
  const call = denial?.call
  const { action } = accessCase.request
  if (call?.isWhole !== true || !isOfOperation(action, call.service, call.operation)) return []
  const keys = new Set(tests.flatMap(({ element, key }) => (element === 'Condition' && key !== undefined ? [key] : [])))
  return [...keys].filter(
    (key) => isPlain(key, serviceOfAction(action)) && namedParameters(call, key, action, []).length === 0,
  )
}
