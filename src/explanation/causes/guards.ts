import type { ElementResult } from '../../evaluation/evaluation'
import type { Layer } from '../../iam/layers'
import { own, setOwn } from '../../text/own'
import { leastStatement, roleTaker, type StatementJson } from './least-statement'
import { isNegated } from '../messages/conditions'
import { sourceValue } from './service-source'
import type { JudgedCase } from '../judged-case'

/**
 * Keys by which an Allow keeps a service from being used by others, or a role from being handed to any service: what is
 * missing is another value of theirs, and never the test. With what stands for the value that nobody knows here.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
const GUARDS: Readonly<Record<string, string>> = {
  // An operator for ARNs reads no value that has not the form of one.
  'aws:sourcearn': 'arn:aws:<service>:<region>:<account>:<what the service calls for>',
  'aws:sourceaccount': '<account of what the service calls for>',
  'aws:sourceorgid': '<id of its organization>',
  'aws:sourceorgpaths': '<path in its organization>',
  'iam:passedtoservice': '<service that gets the role>',
  'iam:permissionsboundary': '<ARN of the boundary>',
}

/** What stands for the value of a key where nobody says it. */
export const blankOfKey = (key: string): string => own(GUARDS, key.toLowerCase()) ?? `<value of ${key}>`

/** Does a key keep a service from being used by others, or a role from being handed to any? */
export const isGuard = (key: string): boolean => own(GUARDS, key.toLowerCase()) !== undefined

const blankOf = ({ element, operator, key }: ElementResult): string | undefined =>
  element === 'Condition' && key !== undefined && !isNegated(operator ?? '')
    ? own(GUARDS, key.toLowerCase())
    : undefined

/** What is known of a key that the request is to carry. */
export const knownValue = (judged: JudgedCase, layer: Layer, key: string): string | null => {
  if (key.toLowerCase() === 'iam:passedtoservice') return roleTaker(judged)
  return sourceValue(judged, layer, judged.accessCase.request.principal, key)
}

/** The statement that lets one more value in, where an Allow hangs on such keys alone; else null. */
export function guardedStatement(
  judged: JudgedCase,
  layer: Layer,
  open: readonly ElementResult[],
): StatementJson | null {
  if (open.length === 0 || open.some((element) => blankOf(element) === undefined)) return null
  // Which boundary is prescribed is not for the call to say: the call sets that one.
  if (open.some(({ key = '' }) => key.toLowerCase() === 'iam:permissionsboundary')) return null
  const least = leastStatement(judged, layer, judged.accessCase.request.resource || '*', '')
  if (least === null) return null
  const Condition: Record<string, Record<string, string>> = {}
  for (const element of open) {
    const { operator = '', key = '' } = element
    const value = knownValue(judged, layer, key) ?? blankOf(element) ?? ''
    setOwn(Condition, operator, { ...own(Condition, operator), [key]: value })
  }
  return { ...least.statement, Condition }
}
